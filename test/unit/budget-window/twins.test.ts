import { expect, test } from 'vitest'
import { openFile } from '../../../renderer/budget/importModel.ts'
import { askedElsewhere, settleTwins } from '../../../renderer/budget/importTwins.ts'
import { readFile } from './rows.ts'

const twin = (row: number) => ({
  row,
  column: 'stage' as const,
  found: '',
  message: `kembar ${row}`,
  type: 'Twin',
})
const start = { opd: null, guessed: false, year: 2027, today: '2026-11-22' }
const read = readFile(
  ['APBD : 1 juta', 'APBD : 2 juta', 'APBD : 1 juta', 'APBD : 2 juta'],
  [1, 2, 3, 4].map(twin) as never,
)
const outputs = read.outputs.map((output) => ({
  ...output,
  rows: output.rows.map((row) => ({ ...row, stage: 'Format Data' })),
}))
const file = openFile({ ...read, outputs }, 0, start)

test('a group of exact twins is asked about once, and one answer settles all of it and no other', () => {
  expect([...askedElsewhere(file)]).toEqual(['3', '4'])
  const sheet = settleTwins(file, '1')
  expect([...sheet.marks.keys()]).toEqual(['2', '4'])
  expect([...askedElsewhere({ ...file, sheet })]).toEqual(['4'])
})
