import { createElement, lazy } from 'react'
import { Link } from 'wouter'
import { organisationTexts } from '../../shared/texts/organisation.ts'
import type { Page } from '../app/page.ts'
import type { RegisterExtras } from '../records/index.ts'
import styles from './stages.module.css'

const StagesPage = lazy(() => import('./StagesPage.tsx').then((module) => ({ default: module.StagesPage })))
const stagesPath = '/kelembagaan/matriks'
const texts = organisationTexts.stages

export const organisationPages: readonly Page[] = [
  { path: stagesPath, title: () => texts.title, component: StagesPage },
]

const StagesLink = () =>
  createElement(Link, { href: stagesPath, className: styles.register ?? '' }, texts.open)

/** The register of the matrix leads to it. */
export const organisationExtras: RegisterExtras = { stageCell: { about: StagesLink } }
