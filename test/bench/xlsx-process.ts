// Writes a workbook of n rows to nowhere and prints its milliseconds and its peak memory above the start.
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeWorkbook } from '../../electron/document/xlsx/workbook.ts'
import { library } from './peers.ts'

const [which = 'ours', count = '1000'] = process.argv.slice(2)
const titles = [
  'No',
  'OPD',
  'Output',
  'Sub output',
  'Tahap',
  'Metode',
  'Pelaksana',
  'Durasi',
  'Sumber daya',
  'Sumber',
  'Jumlah',
  'Versi',
]
const rowOf = (n: number): (string | number)[] => [
  n,
  `Dinas Contoh ${n % 60}`,
  `Pengembangan sistem ${n % 700}`,
  `Arsitektur ${n % 90}`,
  `Analisis kebutuhan tahap ${n % 500}`,
  'Rapat',
  'Vendor',
  `${n % 12} Bulan`,
  `APBD : ${n % 90} Juta`,
  'APBD',
  (n % 900) * 1_000_000,
  1,
]
function* rows(total: number) {
  for (let n = 0; n < total; n += 1) yield rowOf(n)
}

const sink = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() })

const ours = async (total: number): Promise<void> => {
  const columns = titles.map((title) => ({ title, width: 16 }))
  await pipeline(
    await writeWorkbook({
      title: 'Ukur',
      created: new Date(0),
      sheets: [{ name: 'Rincian', columns, rows: rows(total) }],
    }),
    sink(),
  )
}

const withExceljs = async (total: number): Promise<void> => {
  // biome-ignore lint/suspicious/noExplicitAny: a peer library without types here
  const exceljs: any = await library('exceljs')
  const book = new (exceljs.default ?? exceljs).stream.xlsx.WorkbookWriter({ stream: sink() })
  const sheet = book.addWorksheet('Rincian')
  sheet.addRow(titles).commit()
  for (const row of rows(total)) sheet.addRow(row).commit()
  sheet.commit()
  await book.commit()
}

const base = process.memoryUsage.rss()
let peak = base
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20)
const start = performance.now()
await (which === 'ours' ? ours(Number(count)) : withExceljs(Number(count)))
const ms = performance.now() - start
clearInterval(watch)
peak = Math.max(peak, process.memoryUsage.rss())
console.log(JSON.stringify({ ms, megabytes: (peak - base) / 1e6 }))
