import { conflictBugs } from './bugs/conflict.ts'
import { evidenceBugs } from './bugs/evidence.ts'
import { identityBugs } from './bugs/identity.ts'
import { judgingBugs } from './bugs/judging.ts'
import { lawBugs } from './bugs/law.ts'
import { mergingBugs } from './bugs/merging.ts'
import type { PlantedBug } from './bugs/planted-bug.ts'
import { sealedBugs } from './bugs/sealed.ts'
import { writingBugs } from './bugs/writing.ts'

/** Every bug that is planted, each in a copy of the program, to see that a test notices it. */
export const plantedBugs: readonly PlantedBug[] = [
  ...identityBugs,
  ...lawBugs,
  ...writingBugs,
  ...mergingBugs,
  ...judgingBugs,
  ...conflictBugs,
  ...evidenceBugs,
  ...sealedBugs,
]
