import type { z } from 'zod'
import { demoFill } from '../../shared/contract/demo.ts'
import { ok } from '../../shared/contract/result.ts'
import { demoCity } from '../../shared/demo/city.ts'
import { type CommandContext, type Feature, onCommand } from '../feature.ts'
import { fillStore } from './fill.ts'

const fill = (
  { store, actor, session }: CommandContext,
  { seed, ...sizes }: z.output<typeof demoFill.input>,
) => {
  const done = fillStore(store, actor, () => demoCity(seed, session.today, sizes))
  return done.ok ? ok({ registers: [...done.value] }) : done
}

/** A city to try the program with. */
export const demoFeature: Feature = { name: 'demo', handlers: [onCommand(demoFill, fill)] }
