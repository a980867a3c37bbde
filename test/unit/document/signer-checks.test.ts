import { describe, expect, it } from 'vitest'
import { namesAgree, signerFault } from '../../../renderer/document/signerChecks.ts'

describe('the owner of a certificate and the name in the signature block', () => {
  it.each([
    ['Rina Wulandari (CONTOH – TIDAK SAH)', 'Rina Wulandari'],
    ['RINA WULANDARI', 'Dra. Rina Wulandari, M.Si.'],
    ['H. Budi Santoso', 'Drs. H. Budi Santoso, M.T.'],
    ['Siti Nur Aminah', 'Siti Aminah'],
  ])('“%s” and “%s” can be one person', (owner, name) => {
    expect(namesAgree(owner, name)).toBe(true)
  })

  it.each([
    ['H. Budi Santoso', 'Drs. Orang Lain'],
    ['Rina Wulandari', 'Rina Kartika'],
    ['Rina Wulandari', ''],
    ['Dinas Komunikasi dan Informatika', 'Rina Wulandari'],
  ])('“%s” and “%s” are not', (owner, name) => {
    expect(namesAgree(owner, name)).toBe(false)
  })
})

describe('the signature block of a document that is signed at once', () => {
  const signer = { place: 'P', date: '2026-11-22', position: 'Kepala Dinas', name: 'Rina', rank: '', nip: '' }

  it('needs office and name, and a NIP of 18 digits where one is given', () => {
    expect(signerFault(signer)).toBeNull()
    expect(signerFault({ ...signer, nip: '123' })).not.toBeNull()
    expect(signerFault({ ...signer, nip: '19850101 201001 2 001' })).toBeNull()
    expect(signerFault({ ...signer, position: ' ' })).not.toBeNull()
    expect(signerFault({ ...signer, name: '' })).not.toBeNull()
    expect(signerFault(null)).not.toBeNull()
  })
})
