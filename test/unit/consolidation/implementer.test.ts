import { describe, expect, it } from 'vitest'
import { Implementers } from '../../../shared/rules/consolidation/implementer.ts'

const built = new Implementers()

describe('implementers', () => {
  it.each([
    ['Vendor', 'Penyedia'],
    ['VENDOR', 'Penyedia'],
    ['  pihak   Ketiga ', 'Penyedia'],
    ['Penyedia', 'Penyedia'],
    ['KOMINFO', 'Diskominfo'],
    ['Kantor KOMINFO', 'Diskominfo'],
    ['Dinas Kominfo', 'Diskominfo'],
    ['Dinas Komunikasi dan Informatika', 'Diskominfo'],
    ['Diskominfo Kota Prabumulih', 'Diskominfo'],
    ['KOMINFO dan VENDOR', 'Diskominfo dan Penyedia'],
    ['Vendor & Kominfo', 'Diskominfo dan Penyedia'],
    ['Pihak Ketiga/Dinas Komunikasi dan Informatika', 'Diskominfo dan Penyedia'],
    ['Dinas Komunikasi dan Informatika dan Pihak Ketiga', 'Diskominfo dan Penyedia'],
    ['Satpol PP, KOMINFO', 'Diskominfo dan Satpol PP'],
    ['Dinas Pendidikan dan Kebudayaan', 'Dinas Pendidikan dan Kebudayaan'],
    ['Dinas Pendidikan dan Kebudayaan dan Vendor', 'Dinas Pendidikan dan Kebudayaan dan Penyedia'],
    ['Kominfo dan Kominfo', 'Diskominfo'],
    ['-', ''],
    ['', ''],
  ])('counts “%s” as “%s”', (written, counted) => {
    expect(built.countedAs(written)).toBe(counted)
  })

  it('lets the register of the city stand above the built-in list', () => {
    const own = new Implementers([
      { written: 'kominfo', implementer: 'Bidang Aptika' },
      { written: 'PT. Maju Jaya', implementer: 'Vendor' },
    ])
    expect(own.countedAs('KOMINFO')).toBe('Bidang Aptika')
    expect(own.countedAs('Kantor Kominfo dan PT Maju Jaya')).toBe('Bidang Aptika dan Vendor')
    expect(own.countedAs('Diskominfo')).toBe('Diskominfo')
  })
})
