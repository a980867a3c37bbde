import { describe, expect, it } from 'vitest'
import {
  type HeldPosition,
  isOffered,
  offeredBlock,
  usualPosition,
} from '../../../renderer/document/holder.ts'
import { signerOf } from '../../../renderer/document/signer.ts'

const held = (id: string, office: string, name: string | null, leads = false): HeldPosition => ({
  id,
  office,
  opd: '',
  leads,
  holder: name === null ? null : { heading: office.toUpperCase(), name, rank: '', nip: '' },
})
const positions = [
  held('a', 'Kepala Dinas Kesehatan', 'Ani'),
  held('b', 'Kepala Dinas Kominfo', 'Budi', true),
  held('c', 'Sekretaris Daerah', null),
]
const profile = (signerPosition: string, signerName: string) =>
  signerOf({ city: 'Kota Contoh', signerPosition, signerName }, '2026-11-21')

describe('the position whose holder is offered', () => {
  it('is the one that the profile names, whatever its capitals and whoever acted then', () => {
    expect(usualPosition(positions, profile('Kepala Dinas Kesehatan', 'Dodi'))).toBe('a')
    expect(usualPosition(positions, profile('a.n. WALIKOTA\nPlt. SEKRETARIS  DAERAH', 'Dodi'))).toBe('c')
  })
  it('is the head of the OPD for informatics where the profile names nobody, and none where it names somebody else', () => {
    expect(usualPosition(positions, profile('', ''))).toBe('b')
    expect(usualPosition(positions, profile('Asisten', 'Dodi'))).toBeNull()
    expect(usualPosition([], profile('', ''))).toBeNull()
  })
})

describe('the signature block', () => {
  it('is that of the holder, else that of the profile', () => {
    const own = profile('Asisten', 'Dodi')
    expect(offeredBlock(positions[1], own)).toMatchObject({ position: 'KEPALA DINAS KOMINFO', name: 'Budi' })
    expect(offeredBlock(positions[2], own)).toMatchObject({ position: 'Asisten', name: 'Dodi' })
    expect(offeredBlock(undefined, own)).toMatchObject({ position: 'Asisten', name: 'Dodi' })
  })
  it('is no longer the offered one once somebody typed over it', () => {
    const own = profile('Asisten', 'Dodi')
    expect(isOffered({ ...own, date: '2026-01-01' }, offeredBlock(undefined, own))).toBe(true)
    expect(isOffered({ ...own, name: 'Dodi, S.E.' }, offeredBlock(undefined, own))).toBe(false)
  })
})
