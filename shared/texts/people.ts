import { spoken } from './terms.ts'

/** Words about who holds which position (electron/people). */
export const peopleTexts = spoken({
  otherPosition:
    'Jabatan ini bukan jabatan OPD yang Anda kelola. Isi OPD jabatannya, atau minta admin mencatatnya.',
} as const)
