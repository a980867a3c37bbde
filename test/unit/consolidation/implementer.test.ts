import { describe, expect, it } from 'vitest'
import { Implementers } from '../../../shared/rules/consolidation/implementer.ts'

const built = new Implementers()

describe('implementers', () => {
  it.each([
    ['Vendor', 'Vendor'],
    ['VENDOR', 'Vendor'],
    ['  pihak   Ketiga ', 'Vendor'],
    ['Penyedia', 'Vendor'],
    ['KOMINFO', 'Diskominfo'],
    ['Kantor KOMINFO', 'Diskominfo'],
    ['Dinas Kominfo', 'Diskominfo'],
    ['Dinas Komunikasi dan Informatika', 'Diskominfo'],
    ['Diskominfo Kota Prabumulih', 'Diskominfo'],
    ['KOMINFO dan VENDOR', 'Diskominfo dan Vendor'],
    ['Vendor & Kominfo', 'Diskominfo dan Vendor'],
    ['Pihak Ketiga/Dinas Komunikasi dan Informatika', 'Diskominfo dan Vendor'],
    ['Dinas Komunikasi dan Informatika dan Pihak Ketiga', 'Diskominfo dan Vendor'],
    ['Satpol PP, KOMINFO', 'Diskominfo dan Satpol PP'],
    ['Dinas Pendidikan dan Kebudayaan', 'Dinas Pendidikan dan Kebudayaan'],
    ['Dinas Pendidikan dan Kebudayaan dan Vendor', 'Dinas Pendidikan dan Kebudayaan dan Vendor'],
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
