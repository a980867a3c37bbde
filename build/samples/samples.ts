/** Every file of resources/samples that is made here, by name. */
import { opds, priceStandards } from './city.ts'
import { expectedOf } from './expected.ts'
import type { Form } from './form.ts'
import { bappeda, bappedaChanges, bappedaPerbaikan } from './forms/bappeda.ts'
import { bkpsdm } from './forms/bkpsdm.ts'
import { bpkad, bpkadHidden } from './forms/bpkad.ts'
import { dinasKesehatan } from './forms/dinas-kesehatan.ts'
import { dinasPendidikan } from './forms/dinas-pendidikan.ts'
import { dinasPupr } from './forms/dinas-pupr.ts'
import { dinasSosial } from './forms/dinas-sosial.ts'
import { disdukcapil } from './forms/disdukcapil.ts'
import { dpmptsp, dpmptspPasted } from './forms/dpmptsp.ts'
import { penjelasan } from './forms/penjelasan.ts'
import { rsud } from './forms/rsud.ts'
import { satpolPp } from './forms/satpol-pp.ts'
import { sheetOf } from './sheet.ts'
import { textOf } from './text.ts'
import { truthOf } from './truth.ts'
import { wordOf } from './word.ts'
import { type Look, type Sheet, workbookOf } from './workbook.ts'

const words: readonly Form[] = [dinasKesehatan, dinasPendidikan, disdukcapil, satpolPp]
const texts: readonly Form[] = [rsud, dpmptsp, dpmptspPasted]
const books: readonly (readonly [Form, readonly Sheet[]])[] = [
  [bappeda, [sheetOf(bappeda, 'Formulir')]],
  [bappedaPerbaikan, [sheetOf(bappedaPerbaikan, 'Formulir')]],
  [bkpsdm, [sheetOf(bkpsdm, 'Usulan 2027')]],
  [bpkad, [sheetOf(bpkad, 'Form TIK 2027'), hiddenSheet()]],
  [dinasPupr, [sheetOf(dinasPupr, 'Sheet1')]],
  [dinasSosial, [sheetOf(dinasSosial, 'Rencana TIK')]],
]

function hiddenSheet(): Sheet {
  const look = (bold: boolean): Look => ({ border: 'box', thousands: true, ...(bold ? { bold: true } : {}) })
  return {
    name: bpkadHidden.name,
    hidden: true,
    widths: [34, 18],
    rows: bpkadHidden.rows.map((cells, index) => ({
      cells: cells.map((value) => ({ value, look: look(index === 0) })),
    })),
    merges: [],
  }
}

const forms: readonly Form[] = [...words, ...texts, ...books.map(([form]) => form)]
/** The first file of each OPD, without its later or pasted forms. */
const firstForms = forms.filter((form) => form !== bappedaPerbaikan && form !== dpmptspPasted)

const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
const truthName = (file: string): string => file.replace(/\.[^.]+$/, '.json')

const textBytes = (form: Form): Uint8Array => {
  if (form === rsud) return textOf(form, { between: ';', end: '\r\n', mark: false })
  if (form === dpmptsp) return textOf(form, { between: ',', end: '\n', mark: true })
  return textOf(form, { between: '\t', end: '\r\n', mark: false }, true)
}

const documents = async (): Promise<Map<string, Uint8Array>> => {
  const made = new Map<string, Uint8Array>()
  for (const form of words) made.set(form.file, await wordOf(form))
  for (const form of texts) made.set(form.file, textBytes(form))
  for (const [form, sheets] of books) made.set(form.file, workbookOf(sheets, form.title.join(' ')))
  return made
}

/** Bytes by file name; the same in each run. */
export const samples = async (): Promise<Map<string, Uint8Array>> => {
  const made = await documents()
  for (const form of [...forms, penjelasan]) made.set(truthName(form.file), json(truthOf(form)))
  const sent = [...firstForms, penjelasan].map(({ opd }) => opd)
  made.set('opd.json', json(opds))
  made.set('price-standard.json', json(priceStandards))
  made.set('expected.json', json(expectedOf(firstForms, sent, bappedaChanges)))
  return made
}
