import { yearOf } from './days.ts'
import type { Random } from './random.ts'

/** “B-217/Dinkes/2026”. */
export const letter = (random: Random, short: string, on: string): string =>
  `B-${random.int(11, 980)}/${short}/${yearOf(on)}`
/** “BA-17/Kominfo/2026”, minutes of a meeting or an inspection. */
export const minutes = (random: Random, short: string, on: string): string =>
  `BA-${random.int(2, 96)}/${short}/${yearOf(on)}`
