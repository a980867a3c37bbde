const toRead = 'Kerangka di Selaras untuk dibaca; risiko tidak dinilai menurutnya.'
const notJudged = 'Kota dinilai menurut Perwal, bukan menurut kerangka.'
const ofCiso = 'Hanya berlaku di aplikasi asalnya.'
const controls = 'Kontrol keamanan dicatat pada daftar Selaras.'
const crosswalk = 'Padanan di Selaras hanya antara peraturan bawaan.'
const noFramework = 'Bukan kerangka.'
const notItsText = 'Bukan naskah kerangka.'
const unknown = 'Tidak dikenal Selaras.'

/** What is not taken of a file that is brought into the library of regulations, and why: by its place in the file and its key there. */
export const regulationLeftOutTexts = {
  unknown: (key: string) => `“${key}”`,
  /** With the key under which it stands in the file. */
  named: (what: string, key: string) => `${what} (${key})`,
  unknownReason: unknown,
  others: { what: 'Bagian lain', reason: unknown },
  unlisted: { what: 'Hal lain yang perlu dilihat', reason: 'Terlalu banyak untuk disebut satu per satu.' },
  pages: { what: 'Nomor halaman', reason: 'Bukan bagian naskah.' },
  bullets: {
    what: 'Tanda butir (“-”) di depan nomor',
    reason: 'Ditambahkan program pengolah kata; nomornya tetap.',
  },
  unseen: { what: 'Tanda tak tampak', reason: 'Tidak tercetak, dan dapat menyesatkan bacaan.' },
  otherFrameworks: {
    what: 'Kerangka lain dalam berkas',
    reason: 'Satu kerangka setiap kali; yang pertama diambil.',
  },
  translations: {
    what: (locales: string) => `Terjemahan ${locales}`,
    reason: (translated: string, all: string) =>
      translated === '0'
        ? 'Yang diambil ialah bahasa asli berkas.'
        : `Yang diambil ialah bahasa Indonesia untuk ${translated} dari ${all} butir, selebihnya bahasa asli berkas.`,
  },
  parts: {
    library: {
      dependencies: {
        what: 'Pustaka lain yang dirujuk',
        reason: 'Setiap pustaka ditambahkan dari berkasnya sendiri.',
      },
      labels: { what: 'Penanda', reason: 'Pengelompokan di aplikasi asalnya, bukan naskah.' },
      annotation: { what: 'Anotasi pustaka', reason: notItsText },
      convert_library_version: { what: 'Keterangan alat pembuat berkas', reason: notItsText },
    },
    objects: {
      threats: { what: 'Ancaman', reason: toRead },
      reference_controls: { what: 'Kontrol acuan', reason: controls },
      risk_matrix: { what: 'Matriks risiko', reason: toRead },
      risk_matrices: { what: 'Matriks risiko', reason: toRead },
      requirement_mapping_set: {
        what: 'Padanan antarkerangka',
        reason: crosswalk,
      },
      requirement_mapping_sets: {
        what: 'Padanan antarkerangka',
        reason: crosswalk,
      },
      metric_definitions: { what: 'Ukuran', reason: notJudged },
      preset: { what: 'Susunan siap pakai', reason: ofCiso },
      workflows: { what: 'Alur kerja', reason: ofCiso },
      ttp_catalogs: { what: 'Katalog teknik serangan', reason: noFramework },
      tactics: { what: 'Taktik serangan', reason: noFramework },
      techniques: { what: 'Teknik serangan', reason: noFramework },
    },
    framework: {
      annotation: { what: 'Anotasi kerangka', reason: notItsText },
      min_score: { what: 'Skala nilai', reason: notJudged },
      max_score: { what: 'Skala nilai', reason: notJudged },
      scores_definition: { what: 'Skala nilai', reason: notJudged },
      outcomes_definition: { what: 'Hasil penilaian', reason: notJudged },
      field_visibility: { what: 'Pengaturan tampilan', reason: ofCiso },
    },
    node: {
      questions: {
        what: 'Pertanyaan pada butir',
        reason: 'Kerangka di Selaras untuk dibaca, tidak dijawab.',
      },
      threats: { what: 'Ancaman pada butir', reason: toRead },
      reference_controls: { what: 'Kontrol acuan pada butir', reason: controls },
      weight: { what: 'Bobot butir', reason: notJudged },
      min_score: { what: 'Skala nilai pada butir', reason: notJudged },
      max_score: { what: 'Skala nilai pada butir', reason: notJudged },
      scores_definition_ref: { what: 'Skala nilai pada butir', reason: notJudged },
      display_mode: { what: 'Cara tampil butir', reason: ofCiso },
      importance: { what: 'Kepentingan butir', reason: notJudged },
    },
  },
} as const
