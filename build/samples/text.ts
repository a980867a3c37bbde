/** Lays a form out as text: values between separators, quoted as a spreadsheet quotes them. */
import { opdOf } from './city.ts'
import type { Form } from './form.ts'
import { linesOf } from './lines.ts'

export type Separators = { readonly between: string; readonly end: string; readonly mark: boolean }

const quoted = (value: string | number, between: string): string => {
  const text = String(value)
  return text.includes(between) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The bytes of the table, below the name of the OPD and the title; nothing but the table where `bare`. */
export const textOf = (form: Form, { between, end, mark }: Separators, bare = false): Uint8Array => {
  const empty = form.layout.columns.slice(1).map(() => '')
  const above = [opdOf(form.opd).name, ...form.title, ''].map((text) => [text, ...empty])
  const table = linesOf(form).map(({ cells }) => cells.map(({ text }) => text))
  const lines = [...(bare ? [] : above), ...table].map((cells) =>
    cells.map((cell) => quoted(cell, between)).join(between),
  )
  return new TextEncoder().encode(`${mark ? '\uFEFF' : ''}${lines.join(end)}${end}`)
}
