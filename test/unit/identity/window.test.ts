import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loanErrors } from '../../../renderer/identity/loan.ts'
import { checkNip, groupNip, nipDigits, readNip } from '../../../renderer/identity/nip.ts'
import { checkNewPassword, passwordRules } from '../../../renderer/identity/password.ts'
import { heldRole, rolesInWords } from '../../../renderer/identity/roles.ts'
import { checkStep, hasErrors, startForm, withRegulation } from '../../../renderer/identity/startForm.ts'
import { waitOf } from '../../../renderer/identity/waiting.ts'
import { dayBefore } from '../../../shared/format/date.ts'

const nip = '198804122010012003'
const typing = fc.string({ unit: fc.constantFrom(...'0123456789 '), maxLength: 26, size: 'max' })

describe('a NIP', () => {
  it('groups itself while it is typed', () => {
    expect(groupNip('19880412')).toBe('19880412')
    expect(groupNip('1988041220')).toBe('19880412 20')
    expect(groupNip(nip)).toBe('19880412 201001 2 003')
  })

  it('keeps every digit that was typed, however it was spaced', () => {
    fc.assert(
      fc.property(typing, (typed) => {
        expect(nipDigits(groupNip(nipDigits(typed)))).toBe(nipDigits(typed))
      }),
    )
  })

  it('says what it reads, so that a slip is seen', () => {
    expect(readNip(nip)).toBe('Lahir 12 April 1988, diangkat Januari 2010.')
    expect(readNip('19880412')).toBeNull()
  })

  it('names the part that cannot be', () => {
    expect(checkNip(nip)).toBeNull()
    expect(checkNip('')).toMatch(/Isi NIP/)
    expect(checkNip('1988')).toMatch(/baru 4/)
    expect(checkNip('198813122010012003')).toMatch(/tanggal lahir/)
    expect(checkNip('198804122010132003')).toMatch(/pengangkatan/)
    expect(checkNip('198804122010013003')).toMatch(/laki-laki/)
  })
})

describe('a new password', () => {
  const context = ['Siti Rahmawati', 'Kota Prabumulih', 'selaras']
  const met = (password: string) => passwordRules(password, context).map((rule) => rule.met)

  it('meets its rules one by one', () => {
    expect(met('pendek')).toEqual([false, false, false])
    expect(met('password1234')).toEqual([true, false, false])
    expect(met('prabumulih99')).toEqual([true, true, false])
    expect(met('kopi tubruk hangat')).toEqual([true, true, true])
  })

  it('is written twice the same', () => {
    const secret = { password: 'kopi tubruk hangat', repeat: 'kopi tubruk' }
    expect(checkNewPassword(secret, context)).toEqual({
      password: null,
      repeat: 'Kedua kata sandi belum sama.',
    })
    expect(checkNewPassword({ ...secret, repeat: secret.password }, context)).toEqual({
      password: null,
      repeat: null,
    })
  })
})

describe('the first start', () => {
  it('changes city and agency with the regulation only where the officer wrote none', () => {
    const form = startForm('prabumulih')
    expect(withRegulation(form, 'singkawang')).toMatchObject({
      city: 'Kota Singkawang',
      regulation: 'singkawang',
    })
    expect(withRegulation({ ...form, city: 'Kota Lain' }, 'singkawang').city).toBe('Kota Lain')
  })

  it('asks each step only for what it shows', () => {
    const form = startForm('prabumulih')
    expect(hasErrors(checkStep(form, 'place'))).toBe(false)
    expect(checkStep(form, 'you')).toEqual({ name: 'Isi nama lengkap.', nip: 'Isi NIP.' })
    expect(hasErrors(checkStep({ ...form, name: 'Siti', nip }, 'you'))).toBe(false)
  })
})

describe('a delay after failed logins', () => {
  it('is counted in whole seconds, and only where there is one', () => {
    expect(waitOf({ type: 'Wait', message: '', milliseconds: 1200 })).toBe(2)
    expect(waitOf({ type: 'WrongLogin', message: '' })).toBe(0)
    expect(waitOf(null)).toBe(0)
  })
})

describe('a role of an officer', () => {
  const row = (values: Record<string, unknown>) => ({
    id: 'abcdefghij.1.3',
    title: 'Admin',
    values,
    titles: { opd: 'Dinas Sosial' },
  })
  const today = '2026-11-21'

  it('is told with its scope, its dates and for whom it stands in', () => {
    const held = heldRole(
      row({ role: 'perencana', opd: 'abcdefghij.2.1', from: '2026-01-01', actingFor: 'Kabid Aptika' }),
      today,
    )
    expect(held).toMatchObject({ name: 'Perencana', state: 'current' })
    expect(held.about).toBe('Plt. Kabid Aptika · hanya Dinas Sosial · sejak 01-01-2026')
  })

  it('has ended the day after its last day, and begins on its first', () => {
    expect(heldRole(row({ role: 'admin', until: '2026-11-21' }), today).state).toBe('current')
    expect(heldRole(row({ role: 'admin', until: dayBefore(today) }), today).state).toBe('over')
    expect(heldRole(row({ role: 'admin', from: '2026-11-22' }), today).state).toBe('later')
    expect(dayBefore('2027-01-01')).toBe('2026-12-31')
  })
})

describe('the roles of an officer in one line', () => {
  const role = (values: Record<string, unknown>, opd = '') =>
    ({ id: 'x', title: '', values, titles: opd === '' ? {} : { opd } }) as never
  const admin = role({ role: 'admin', opd: null, from: null, until: null })
  const ended = role({ role: 'perencana', opd: null, from: null, until: '2026-01-31' })
  const limited = role(
    { role: 'verifikator', opd: 'a.1.1', from: '2026-11-01', until: '2026-12-31' },
    'Dinas Kesehatan',
  )
  it('names each with its OPD and days, and leaves out what is over', () => {
    expect(rolesInWords([admin, ended, limited], '2026-11-22')).toBe(
      'Admin · Semua OPD; Verifikator · hanya Dinas Kesehatan · sejak 01-11-2026 · sampai 31-12-2026',
    )
  })
  it('says that the last one is over where none holds', () => {
    expect(rolesInWords([ended], '2026-11-22')).toBe('Perencana · Semua OPD · sampai 31-01-2026 · berakhir')
  })
})

describe('a loan of a role', () => {
  const role = { until: '2026-12-31' }
  const loan = { officer: 'b', from: '2026-11-21', until: '2026-11-30' }
  const found = (change: object) => Object.keys(loanErrors({ ...loan, ...change }, 'a', role))

  it('goes to somebody else, has a last day, and does not outlast what is lent', () => {
    expect(found({})).toEqual([])
    expect(found({ officer: null })).toEqual(['officer'])
    expect(found({ officer: 'a' })).toEqual(['officer'])
    expect(found({ until: null })).toEqual(['until'])
    expect(found({ until: '2026-11-20' })).toEqual(['until'])
    expect(found({ until: '2026-11-21' })).toEqual([])
    expect(found({ until: '2027-01-01' })).toEqual(['until'])
    expect(Object.keys(loanErrors({ ...loan, until: '2030-01-01' }, 'a', { until: null }))).toEqual([])
  })

  it('says in both accounts with whom it is, why, and on what paper', () => {
    const row = {
      id: 'x.1.1',
      title: '',
      values: {
        role: 'verifikator',
        officer: 'b',
        lentBy: 'a',
        until: '2026-11-30',
        reason: 'cuti',
        letter: '800/12',
        letterDate: '2026-11-20',
      },
      titles: { officer: 'Budi', lentBy: 'Siti' },
    }
    const rest = 'semua OPD · sampai 30-11-2026 · cuti, surat 800/12 tanggal 20-11-2026'
    expect(heldRole(row, '2026-11-21').about.toLowerCase()).toBe(`pinjaman dari siti · ${rest}`.toLowerCase())
    expect(heldRole(row, '2026-11-21', 'lender').about.toLowerCase()).toBe(
      `kepada budi · ${rest}`.toLowerCase(),
    )
  })
})
