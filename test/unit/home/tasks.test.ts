import { describe, expect, it } from 'vitest'
import { type Standing, tasksOf } from '../../../renderer/home/tasks.ts'
import type { FormSummary } from '../../../shared/contract/budget.ts'

const form = (number: number, more: Partial<FormSummary> = {}): FormSummary => ({
  id: `abcdefghij.${number}.1`,
  opd: `abcdefghij.1.${number}`,
  opdCode: `1.0${number}`,
  opdName: `Dinas ${number}`,
  year: 2027,
  version: 1,
  current: true,
  status: 'diterima',
  received: '2026-11-20',
  rows: 10,
  withoutCost: 1,
  marks: 0,
  disputed: { rows: 0, amount: 0, form: false, first: null },
  total: 100,
  ...more,
})
const now = Date.parse('2026-11-21T00:00:00Z')
const quiet: Standing = {
  forms: [],
  missing: [],
  listComplete: true,
  all: { rows: 10, total: 100 },
  last: { drawnUp: '2026-11-20T00:00:00Z', total: 100, rows: 10 },
  conflicts: { disputes: 0, waiting: 0 },
  backup: '2026-11-20T00:00:00Z',
  now,
}
const address = {
  form: (id: string) => `/anggaran/formulir?buka=${id}`,
  disputes: '/dari-komputer-lain',
  waiting: '/dari-komputer-lain?bagian=ditahan',
}
const texts = (standing: Standing) => tasksOf(standing, address).map(({ text }) => text)

describe('what needs doing now', () => {
  it('is nothing when every form is done and the consolidation fits', () => {
    expect(texts({ ...quiet, forms: [form(1, { status: 'direkomendasikan' })] })).toEqual([])
  })

  it('names what other computers filled in differently before anything else', () => {
    const standing = { ...quiet, forms: [form(1, { marks: 2 })], conflicts: { disputes: 3, waiting: 1 } }
    expect(tasksOf(standing, address).map(({ text, href }) => [text, href])).toEqual([
      ['3 data diisi berbeda di beberapa komputer, menunggu keputusan', '/dari-komputer-lain'],
      ['1 catatan dari komputer lain menunggu', '/dari-komputer-lain?bagian=ditahan'],
      ['Dinas 1: 2 tanda perlu diperiksa', '/anggaran/formulir?buka=abcdefghij.1.1'],
    ])
  })

  it('names doubts before new forms, and forms that were sent back after both', () => {
    const forms = [form(1, { status: 'dikembalikan' }), form(2), form(3, { marks: 4 })]
    expect(texts({ ...quiet, forms })).toEqual([
      'Dinas 3: 4 tanda perlu diperiksa',
      'Dinas 2: formulir baru diterima, belum diperiksa',
      'Dinas 1: dikembalikan, menunggu perbaikan',
    ])
  })

  it('gathers many new forms into one line that names the first of them', () => {
    const forms = [1, 2, 3, 4, 5].map((number) => form(number))
    expect(texts({ ...quiet, forms })).toEqual([
      '5 formulir baru diterima, belum diperiksa: Dinas 1, Dinas 2, Dinas 3, dan 2 lainnya',
    ])
  })

  it('leads to the form itself', () => {
    expect(tasksOf({ ...quiet, forms: [form(7)] }, address)[0]?.href).toBe(
      '/anggaran/formulir?buka=abcdefghij.7.1',
    )
  })

  it('asks for a consolidation when there is none, and again when the sums have changed', () => {
    const forms = [form(1, { status: 'dikunci' })]
    expect(texts({ ...quiet, forms, last: null })).toEqual(['Susun konsolidasi pertama tahun ini'])
    expect(texts({ ...quiet, forms, all: { rows: 11, total: 100 } })).toEqual([
      'Data berubah sejak konsolidasi terakhir (20 November 2026)',
    ])
  })

  it('asks for a backup where there is none or it is old, and not while that is unknown', () => {
    expect(texts({ ...quiet, backup: null })).toEqual(['Buat salinan data pertama'])
    expect(texts({ ...quiet, backup: '2026-11-01T00:00:00Z' })).toEqual([
      'Salinan data terakhir 20 hari yang lalu',
    ])
    expect(texts({ ...quiet, backup: undefined })).toEqual([])
  })

  it('speaks of OPDs that have not sent once the first form is there', () => {
    const missing = [{ id: 'abcdefghij.1.9', name: 'Dinas 9' }]
    expect(texts({ ...quiet, missing })).toEqual([])
    expect(texts({ ...quiet, missing, forms: [form(1, { status: 'dikunci' })] })).toEqual([
      '1 OPD belum mengirim formulir',
    ])
  })

  it('does not speak of all OPDs while nobody said that their list is complete', () => {
    const missing = [{ id: 'abcdefghij.1.9', name: 'Dinas 9' }]
    const standing = { ...quiet, missing, listComplete: false, forms: [form(1, { status: 'dikunci' })] }
    expect(texts(standing)).toEqual([
      '1 OPD dalam daftar belum mengirim formulir',
      'Lengkapi daftar OPD dan nyatakan lengkap, agar diketahui siapa yang belum mengirim',
    ])
  })
})
