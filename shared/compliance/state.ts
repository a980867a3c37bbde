/** Where a duty stands for one OPD. The first three are findings of fact, the last says that nobody has recorded any. */
export const stateNames = [
  'terpenuhi',
  'sebagian',
  'belum_terpenuhi',
  'tidak_berlaku',
  'tidak_dapat_dinilai',
  'belum_ada_data',
] as const
export type State = (typeof stateNames)[number]

/** A record that a verdict rests on; `lacks` says what is missing or wrong in it, '' where nothing is. */
export type Behind = {
  readonly type: string
  readonly id: string
  readonly title: string
  readonly lacks: string
}

export type Verdict = {
  readonly state: State
  /** One sentence: “12 dari 17 aplikasi memiliki lima dokumen.” */
  readonly words: string
  /** What lacks something first. */
  readonly behind: readonly Behind[]
}

/** “21 terpenuhi dari 30 yang berlaku, 9 belum ada data”: a percentage never stands alone. */
export type Count = { readonly met: number; readonly applicable: number; readonly unknown: number }

/** What cannot be judged lacks its ground: it is neither met nor failed. */
const applies = (state: State): boolean => state !== 'tidak_berlaku' && state !== 'tidak_dapat_dinilai'

export const countOf = (states: readonly State[]): Count => ({
  met: states.filter((state) => state === 'terpenuhi').length,
  applicable: states.filter(applies).length,
  unknown: states.filter((state) => state === 'belum_ada_data').length,
})
