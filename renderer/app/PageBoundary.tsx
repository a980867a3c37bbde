import { Button } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { appTexts } from '../../shared/texts/app.ts'
import { ErrorText } from '../ui/index.ts'
import styles from './Frame.module.css'

type Props = { readonly children: ReactNode }
type State = { readonly error: Error | null }

/** A page that fails takes nothing else with it: the frame stays, the technical text can be copied. */
export class PageBoundary extends Component<Props, State> {
  override state: State = { error: null }
  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const texts = appTexts.pageFailed
    return (
      <div className={styles.failed}>
        <h1 className={styles.failedTitle}>{texts.title}</h1>
        <ErrorText
          message={texts.text}
          detail={`${error.name}: ${error.message}\n${error.stack ?? ''}`}
          action={<Button onClick={() => this.setState({ error: null })}>{texts.retry}</Button>}
        />
      </div>
    )
  }
}
