import { attack, conflict, patchedClient, patchedRights } from './finders.ts'
import type { PlantedBug } from './planted-bug.ts'

/** What several computers changed, and who decides. */
export const conflictBugs: readonly PlantedBug[] = [
  {
    why: 'a locked form is asked as it is here, not as its author knew it',
    file: 'electron/budget/guard.ts',
    find: 'if (closed !== undefined)',
    plant: 'if (closed === undefined && form === null)',
    tests: attack,
  },
  {
    why: 'a row is put into the form of another OPD',
    file: 'electron/budget/guard.ts',
    find: 'form !== null && Boolean(row.opd)',
    plant: 'form === null && Boolean(row.opd)',
    tests: patchedClient,
  },
  {
    why: 'a form is made as somebody else locked it',
    file: 'electron/budget/guard.ts',
    find: 'if (id === null) return cells.status ?',
    plant: "if (id === null) return cells.status === 'x' ?",
    tests: patchedClient,
  },
  {
    why: 'choosing among what is disputed opens a lock',
    file: 'electron/budget/guard.ts',
    find: "if (from.includes('dikunci') && to !== 'dikunci' &&",
    plant: "if (from.includes('dikunci') && to === 'dikunci' &&",
    tests: patchedRights,
  },
  {
    why: 'a row is put into a form that its author says not to know',
    file: 'electron/budget/guard.ts',
    find: "if (known === null && states('budgetForm', String(form)).length === 0)",
    plant: "if (known === null && states('budgetForm', String(form)).length > 9)",
    tests: patchedRights,
  },
  {
    why: 'who decides a state leaves it the word of another',
    file: 'electron/conflict/decide.ts',
    find: 'unit.isDecided && chosen !== unit.agreed',
    plant: 'unit.isDecided && chosen === unit.agreed',
    tests: conflict,
  },
  {
    why: 'what is disputed of another OPD is shown',
    file: 'electron/conflict/disputes.ts',
    find: 'session.opds.includes(String(dispute.row[dispute.definition.scope])))',
    plant: 'session.opds.length > 0)',
    tests: conflict,
  },
  {
    why: 'a form of which rows are disputed is recommended',
    file: 'electron/budget/status.ts',
    find: "step === 'recommend' || step === 'lock'",
    plant: "step === 'lock'",
    tests: conflict,
  },
  {
    why: 'an undo may recommend what is disputed',
    file: 'electron/budget/disputed.ts',
    find: "!binding.has(cells['status'])",
    plant: "binding.has(cells['status'])",
    tests: conflict,
  },
  {
    why: 'the release of one entry lets in all of its computer',
    file: 'electron/conflict/held-acts.ts',
    find: 'and device = ? and seq <= ? order by seq',
    plant: 'and device = ? and seq + 0 * ? >= 0 order by seq',
    tests: conflict,
  },
  {
    why: 'an officer of one OPD reads what is held',
    file: 'electron/conflict/held.ts',
    find: 'opds === null',
    plant: 'opds !== undefined',
    tests: conflict,
  },
  {
    why: 'a form belongs to no OPD',
    file: 'electron/budget/guard.ts',
    find: 'toldBy.every(isTold)',
    plant: 'toldBy.length > 0',
    tests: ['test/integration/store/patched-lists.test.ts'],
  },
]
