/** What the consolidation of all samples must show, from the declared rows. */
import { opds, priceStandards } from './city.ts'
import { type Form, rowsOf, type SampleRow } from './form.ts'

type Spot = { file: string; opd: string; row: number; stage: string }
type Marked = { spot: Spot; row: SampleRow; inColumn: boolean }

const markedRows = (forms: readonly Form[]): Marked[] =>
  forms.flatMap((form) =>
    rowsOf(form).map((row, index) => ({
      spot: { file: form.file, opd: form.opd, row: index + 1, stage: row.stage },
      row,
      inColumn: form.layout.columns.some(({ kind }) => kind === 'unitPrice'),
    })),
  )

/** Groups of rows of different OPDs that are the same thing in other words. */
const lookAlikes = (rows: readonly Marked[]) => {
  const marks = new Set(rows.flatMap(({ row }) => row.alike ?? []))
  return [...marks].map((mark) => rows.filter(({ row }) => row.alike === mark).map(({ spot }) => spot))
}

/** `inColumn`: the unit price stands in a column of its own; else it is the amount by the number in the words of the stage. */
const aboveStandard = (rows: readonly Marked[]) =>
  rows.flatMap(({ spot, row, inColumn }) => {
    const known = priceStandards.find(({ item }) => item === row.standard)
    if (known === undefined || row.unitPrice === undefined || row.unitPrice <= known.price) return []
    return [{ ...spot, item: known.item, unitPrice: row.unitPrice, standard: known.price, inColumn }]
  })

/** `forms`: one per OPD; `sent`: codes of the OPDs that sent one. */
export const expectedOf = (forms: readonly Form[], sent: readonly string[], changes: object) => {
  const rows = markedRows(forms)
  return {
    lookAlikes: lookAlikes(rows),
    aboveStandard: aboveStandard(rows),
    notSent: opds.filter(({ code }) => !sent.includes(code)).map(({ code, short }) => ({ code, short })),
    changes,
  }
}
