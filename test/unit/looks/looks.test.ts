import { describe, expect, it } from 'vitest'
import { doubtOf, type Look } from '../../../shared/rules/records/looks.ts'

describe('a number or address as it should look', () => {
  it.each<[Look, string]>([
    ['nip', '19630205 199603 2 002'],
    ['nip', '196608011988031001'],
    ['nip', '199001012022211005'],
    ['nip', 'THL-014'],
    ['nip', '12'],
    ['ip', '103.120.4.7'],
    ['ip', '103.120.4.0/24'],
    ['ip', '2001:df0::1'],
    ['domain', 'dinkes.prabumulih.go.id'],
    ['domain', 'https://www.instagram.com/dinkes_pbm'],
    ['domain', '@dinkes.prabumulih'],
  ])('%s “%s” leaves no doubt', (look, text) => expect(doubtOf(look, text)).toBeNull())

  it.each<[Look, string, RegExp]>([
    ['nip', '19660801198803100', /17 angka/],
    ['nip', '196613011988031001', /tanggal lahir/],
    ['nip', '196608011988131001', /pengangkatan/],
    ['nip', '196608011970031001', /pengangkatan/],
    ['nip', '196608011988033001', /jenis kelamin/],
    ['ip', '103.120.4.300', /alamat IP/],
    ['ip', 'lihat kontrak', /alamat IP/],
    ['ip', '192.168.1.4', /privat/],
    ['domain', 'dinkes prabumulih', /alamat situs/],
    ['domain', 'dinkes', /alamat situs/],
  ])('%s “%s” is doubted in one sentence', (look, text, said) => expect(doubtOf(look, text)).toMatch(said))
})
