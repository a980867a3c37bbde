import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withParams } from '../../../renderer/app/address.ts'
import { crumbsOf } from '../../../renderer/app/crumbs.ts'
import { initialsOf } from '../../../renderer/app/initials.ts'
import { matching } from '../../../renderer/app/matching.ts'
import { itemsByGroup } from '../../../renderer/app/navItems.ts'
import type { Page, PageNav } from '../../../renderer/app/page.ts'
import { sheetText } from '../../../renderer/app/sheet.ts'
import { readYear, usualYear, yearChoices } from '../../../renderer/app/years.ts'

const component = () => null
const icon = component as unknown as PageNav['icon']
const page = (path: string, nav?: Omit<PageNav, 'icon'>): Page => ({
  path,
  title: path,
  component,
  ...(nav ? { nav: { ...nav, icon } } : {}),
})
const budget = page('/anggaran', { group: 'perencanaan', label: 'Anggaran TIK', order: 10 })
const home = page('/', { group: 'hari_ini', label: 'Beranda', order: 10 })
const officers = page('/daftar/officer', { group: 'pengelolaan', label: 'Petugas', order: 80 })

describe('the navigation', () => {
  it('shows groups in the order of the officers’ work, and only those with pages', () => {
    const groups = itemsByGroup([officers, budget, home, page('/anggaran/formulir')])
    expect(groups.map(({ group, items }) => [group, items.map(({ path }) => path)])).toEqual([
      ['hari_ini', ['/']],
      ['perencanaan', ['/anggaran']],
      ['pengelolaan', ['/daftar/officer']],
    ])
  })

  it('says where a page and what is open in it stand', () => {
    const labels = (crumbs: ReturnType<typeof crumbsOf>) => crumbs.map(({ label }) => label)
    expect(labels(crumbsOf(home, home, 'Beranda', null))).toEqual(['Beranda'])
    expect(labels(crumbsOf(officers, officers, 'Petugas', 'Siti'))).toEqual([
      'Pengelolaan',
      'Petugas',
      'Siti',
    ])
    const form = page('/anggaran/formulir')
    expect(labels(crumbsOf(form, budget, 'Formulir', 'Dinas Sosial'))).toEqual([
      'Perencanaan',
      'Anggaran TIK',
      'Dinas Sosial',
    ])
    expect(labels(crumbsOf(form, budget, 'Formulir', null))).toEqual([
      'Perencanaan',
      'Anggaran TIK',
      'Formulir',
    ])
  })
})

describe('the budget year', () => {
  it('is the next one while nobody has chosen', () => {
    expect(usualYear('2026-11-21')).toBe(2027)
  })

  it('is read from an address, and anything else is not a year', () => {
    expect([readYear('2027'), readYear('1999'), readYear('20270'), readYear(null)]).toEqual([
      2027,
      null,
      null,
      null,
    ])
  })

  it('can be changed to those with forms, those around, and the one that is open', () => {
    expect(yearChoices(2027, [2024, 2027], 2030)).toEqual([2030, 2028, 2027, 2026, 2024])
  })
})

describe('the parameters of an address', () => {
  it('change what is named and leave the rest', () => {
    expect(withParams('?ta=2027&buka=a.1.1', { buka: null, tab: 'riwayat' })).toBe('?ta=2027&tab=riwayat')
    expect(withParams('?buka=a', { buka: '' })).toBe('')
  })

  it('come back as they were put, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (value) => {
        expect(new URLSearchParams(withParams('', { cari: value })).get('cari')).toBe(
          new URLSearchParams({ cari: value }).get('cari'),
        )
      }),
    )
  })
})

describe('searching commands', () => {
  const commands = [{ label: 'Anggaran TIK', hint: 'Perencanaan' }, { label: 'Tambah: Petugas' }]
  it('finds those that hold every word, in any order and case', () => {
    expect(matching(commands, 'tik anggaran')).toEqual([commands[0]])
    expect(matching(commands, 'PETUGAS')).toEqual([commands[1]])
    expect(matching(commands, '')).toEqual(commands)
    expect(matching(commands, 'anggaran petugas')).toEqual([])
  })
})

describe('initials', () => {
  it('come from the name, not from titles and degrees', () => {
    expect(initialsOf('Siti Rahmawati, S.Kom.')).toBe('SR')
    expect(initialsOf('Dr. H. Andi Wijaya, M.Si.')).toBe('AW')
    expect(initialsOf('Suparman')).toBe('S')
  })
})

describe('a table for Excel', () => {
  it('gives numbers plain, lines whole and columns by tabs', () => {
    expect(sheetText(['Nama', 'Harga'], [['Meja\nkayu', '1.250.000']])).toBe(
      'Nama\tHarga\r\nMeja kayu\t1250000',
    )
  })

  it('never lets a cell run as a formula', () => {
    const starts = fc.constantFrom('=', '+', '@', '-')
    fc.assert(
      fc.property(starts, fc.string(), (start, rest) => {
        const [, line = ''] = sheetText(['A'], [[start + rest]]).split('\r\n')
        expect(/^[=+@]/.test(line)).toBe(false)
        expect(/^-(?![\d.,]*$)/.test(line)).toBe(false)
      }),
    )
  })
})
