import { acceptedOutputs } from '../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../shared/rules/budget/parsed.ts'
import type { Application } from './harness.ts'
import { ask } from './window.ts'

const heading = 'Output\tSub Output\tTahap Pelaksanaan\tMetode\tPelaksana\tDurasi\tSumber daya'
type Opd = { readonly code: string; readonly name: string }
/** Rows as an OPD would paste them; the third names no amount and is in doubt. */
const rows = [
  'SIM Layanan\tAplikasi\tPengodean\tReact\tVendor\t4 Bulan\tAPBD : 50 Juta',
  'SIM Layanan\tAplikasi\tPengujian\tBlack box\tVendor\t1 Bulan\tAPBD : 5 Juta',
  'SIM Layanan\tPemeliharaan\tPemeliharaan aplikasi\tKontrak\tVendor\t12 Bulan\tmenyesuaikan',
]

/** A form of an OPD that the register does not know yet, written as the import writes it; gives its id. */
export const makeForm = async (
  app: Application,
  opd: Opd,
  lines: readonly string[] = rows,
): Promise<string> => {
  const text = [heading, ...lines].join('\n')
  const { token, parsed } = await ask<{ token: string; parsed: { files: ParsedFile[] } }>(
    app,
    'budget.preview',
    { files: [], paste: { html: '', text } },
  )
  const outputs = acceptedOutputs(parsed.files)
  const { form } = await ask<{ form: string }>(app, 'budget.accept', {
    token,
    opd: { id: null, ...opd },
    year: 2027,
    received: '2026-11-20',
    mode: 'version',
    outputs,
  })
  return form
}
