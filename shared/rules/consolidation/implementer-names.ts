/**
 * How officers write the same implementer. The register “Padanan pelaksana” of the city stands above this list.
 * Written small, without “kantor” in front and without a dot; the first column is what it counts as.
 */
export const implementerNames: readonly (readonly [counted: string, ...written: readonly string[]])[] = [
  [
    'Diskominfo',
    'diskominfo',
    'diskominfo kota',
    'kominfo',
    'opd kominfo',
    'dinas kominfo',
    'dinas komunikasi dan informatika',
    'dinas komunikasi informatika',
    'dinas komunikasi, informatika',
    'dinas komunikasi informatika statistik dan persandian',
    'dinas komunikasi dan informatika kota',
    'diskominfo sp',
    'diskominfotik',
    'diskominfosp',
  ],
  [
    'Penyedia',
    'vendor',
    'pihak ketiga',
    'pihak ke tiga',
    'pihak ke-3',
    'pihak ke 3',
    'pihak iii',
    'penyedia',
    'penyedia jasa',
    'penyedia barang',
    'penyedia barang/jasa',
    'penyedia barang dan jasa',
    'rekanan',
    'kontraktor',
    'konsultan',
    'swasta',
  ],
]
