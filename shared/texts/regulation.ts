import { spoken } from './terms.ts'

/** Of both regulations at once, each in its own terms. */
export const crosswalkTexts = {
  opd: 'OPD pada Prabumulih, PD pada Singkawang.',
  diskominfo: 'Diskominfo pada Prabumulih, PD Pengelola TIK pada Singkawang.',
  pse: 'PSE pada Prabumulih, PD Pemilik Proses Bisnis pada Singkawang; ukurannya tidak sama.',
  software: 'Singkawang memasukkan piranti lunak, Prabumulih tidak.',
  scope: 'Lima ruang lingkup pada Prabumulih, lima komponen pada Singkawang; hanya sebagian yang sama.',
  plan: 'Rencana induk pada Prabumulih, Masterplan TIK pada Singkawang.',
  review: 'Keduanya lima tahun; peninjauan dan Keputusan Walikota hanya pada Prabumulih.',
  needs: 'Prabumulih meminta informasi kebutuhan, Singkawang koordinasi rencana.',
  budget: 'Prabumulih: konsolidasi dan koordinasi; Singkawang: pelibatan dalam rencana dan keputusan.',
  policies: 'Prabumulih menyebut bentuk kebijakan strategis; Singkawang mendelegasikan ke Perwal lain.',
  monitoring:
    'Prabumulih: oleh Diskominfo, dilaporkan kepada Walikota; Singkawang: oleh PD Pengelola TIK dan PD Pemilik Proses Bisnis.',
  evaluator: 'Prabumulih membolehkan pihak ketiga; Singkawang mensyaratkan independensi.',
  structure: 'Keputusan Walikota untuk struktur hanya pada Singkawang.',
  coordination: 'Keduanya meminta koordinasi sebelum mengembangkan atau membelanjakan.',
  integration: 'Pada Singkawang berupa azas.',
  upkeep: 'Prabumulih mewajibkan pemeliharaan; Singkawang mendahulukan yang preventif.',
  access: 'Hak akses menurut tingkat kewenangan (Prabumulih) atau risiko (Singkawang).',
  security:
    'Prabumulih: pencegahan dan penanggulangan; Singkawang: keamanan, keberlangsungan, dan prosedur cadangan.',
} as const

/** Words of the library of regulations (shared/regulation, renderer/regulation). */
export const regulationTexts = spoken({
  /** What stands in a text that somebody brings, and what can be done about it. */
  text: {
    twice: (label: string) => ({
      message: `${label} sudah ada di atas; setiap bagian hanya sekali.`,
      advice: 'Perbaiki nomornya bila salah ketik. Bila memang tercetak dua kali, biarkan: keduanya terbaca.',
    }),
    outside: {
      message: 'Baris ini tidak termasuk pasal atau bagian mana pun.',
      advice: 'Pindahkan ke bawah kepala atau pasalnya.',
    },
    order: (label: string, before: string) => ({
      message: `${label} tidak mengikuti nomor ${before}; ada yang terlewat atau tertukar.`,
      advice:
        'Bandingkan dengan cetakannya: mungkin satu baris hilang, atau sebuah rujukan terpotong ke baris tersendiri.',
    }),
    reference: (label: string, before: string) => ({
      message: `${label} dibaca sebagai rujukan di tengah kalimat, karena tidak mengikuti nomor ${before}.`,
      advice: 'Bila di sini pasal atau ayat baru dimulai, akhiri kalimat di atasnya dengan titik.',
    }),
    chapter: (label: string, before: string) => ({
      message: `${label} tidak mengikuti bab ke-${before}; biarkan bila memang tercetak demikian.`,
      advice: 'Perbaiki hanya bila cetakannya berbeda.',
    }),
    noteOfNothing: {
      message: 'Catatan (“> …”) ini tidak mengikuti bagian mana pun.',
      advice: 'Pindahkan ke bawah bagian yang dicatat.',
    },
    explainsNothing: (label: string) => ({
      message: `${label} dijelaskan, tetapi tidak ada pada batang tubuh.`,
      advice: 'Periksa nomornya, atau baris pasal yang hilang pada batang tubuh.',
    }),
    noHeading: {
      message: 'Baris pertama bukan kepala peraturan dalam huruf besar.',
      advice: 'Salin juga kepalanya, dari “PERATURAN …” sampai “TENTANG …”.',
    },
    noArticle: {
      message: 'Tidak ada satu pun “Pasal …” pada baris tersendiri.',
      advice: 'Tulis setiap “Pasal …” pada baris tersendiri; tanpa itu naskah terbaca sebagai satu bagian.',
    },
    emptyArticle: (label: string) => ({
      message: `${label} tidak memuat apa-apa.`,
      advice: 'Periksa baris sesudahnya pada cetakan.',
    }),
    emptyChapter: (label: string) => ({
      message: `${label} tidak memuat pasal.`,
      advice: 'Periksa baris sesudahnya pada cetakan.',
    }),
  },
  cite: {
    explained: 'Penjelasan',
    explainedShort: 'Penj.',
    article: (number: string) => `Pasal ${number}`,
    paragraph: (number: string) => `ayat (${number})`,
    letter: (letter: string) => `huruf ${letter}`,
    numeral: (number: string) => `angka ${number}`,
    again: (count: string) => `(yang ke-${count})`,
    versioned: (name: string, version: string) => `${name}, versi ${version}`,
    named: {
      Judul: 'Judul',
      Menimbang: 'Menimbang',
      Mengingat: 'Mengingat',
      Memutuskan: 'Memutuskan',
      Menetapkan: 'Menetapkan',
      Penutup: 'Penutup',
      Lampiran: 'Lampiran',
      Penjelasan: 'Judul Penjelasan',
      PenjUmum: 'Penjelasan Umum',
      PenjPasal: 'Penjelasan Pasal demi Pasal',
    } as Readonly<Record<string, string>>,
  },
  window: {
    nav: 'Peraturan',
    title: 'Peraturan',
    choose: 'Peraturan yang dibaca',
    own: 'Dipakai kota ini',
    other: 'Untuk dibaca',
    frameworks: 'Kerangka, untuk dibaca',
    noText: 'Tidak ada yang bernama demikian.',
    enacted: (enacted: string, promulgated: string) =>
      enacted === promulgated
        ? `Ditetapkan dan diundangkan ${enacted}`
        : `Ditetapkan ${enacted}, diundangkan ${promulgated}`,
    enactedOn: (day: string) => `Ditetapkan ${day}`,
    promulgatedOn: (day: string) => `Diundangkan ${day}`,
    /** A text that the city brought. */
    brought: {
      add: 'Tambah peraturan atau kerangka',
      record: 'Keterangan',
      label: 'Tentang naskah ini',
      toRead: 'Untuk dibaca dan dikutip.',
      judgedBy: (short: string) => `Kepatuhan kota dinilai menurut ${short} saja.`,
      version: (version: string) => `Versi ${version}`,
      released: (day: string) => `Terbit ${day}`,
      copyright: 'Hak cipta dan lisensi.',
      versions: 'Versi lain:',
      nameless: 'Tanpa nama',
      gone: 'Peraturan atau kerangka ini tidak ada lagi',
      goneAbout: 'Mungkin sudah dihapus atau diurungkan. Riwayatnya tetap ada pada Catatan perubahan.',
      nothing: 'Naskah untuk dibaca; tidak ada kewajiban atau daftar yang bergantung padanya.',
      shownFirst: (shown: string) =>
        `Yang tampil ${shown} bagian pertama; tambahkan kata untuk mempersempit.`,
    },
    outline: 'Susunan peraturan',
    text: 'Naskah sebagaimana tercetak',
    search: 'Cari dalam peraturan',
    clear: 'Hapus pencarian',
    found: (count: number, words: string) =>
      count === 0 ? `Tidak ada yang memuat “${words}”.` : `${count} bagian memuat “${words}”`,
    foundNone: 'Periksa ejaannya, atau cari kata dasarnya; naskah ditulis sebagaimana tercetak.',
    open: (cite: string) => `Buka ${cite}`,
    close: 'Tutup',
    copy: 'Salin dengan kutipan',
    copied: (cite: string) => `${cite} disalin dengan kutipannya.`,
    copyFailed: 'Naskah belum tersalin. Coba lagi.',
    quoted: (text: string, cite: string, title: string) => `“${text}” (${cite} ${title})`,
    remark: 'Catatan Selaras',
    explanation: 'Penjelasan',
    explains: 'Menjelaskan',
    norms: 'Yang diatur',
    actor: 'Bagi',
    deadline: 'Waktu',
    registers: 'Daftar di Selaras',
    answers: 'Padanan di peraturan lain',
    answersAbout: 'Disusun Selaras dari kedua naskah; bukan bunyi peraturan.',
    nothing: 'Tidak ada kewajiban atau daftar yang bergantung pada bagian ini.',
    citedOnly: (reason: string) => `Hanya dikutip. ${reason}`,
    gone: 'Bagian ini tidak ada pada peraturan',
    kinds: {
      W: 'Wajib',
      L: 'Larangan',
      H: 'Boleh',
      K: 'Kewenangan',
      D: 'Definisi',
      T: 'Tujuan',
      S: 'Sanksi',
      P: 'Peralihan',
    },
  },
  places: {
    text: 'Bagian naskah: judul, konsideran, atau dasar hukum; dibaca pada Peraturan.',
    aim: 'Maksud, tujuan, atau lingkup; tidak menilai siapa pun.',
    term: 'Definisi; dipakai sebagai istilah, tidak ada yang dicatat darinya.',
    clear: 'Penjelasan “Cukup Jelas”; ukuran dan jangka waktunya hanya dari pilihan kota.',
    sanction:
      'Keadaan di sini tidak menilai pelanggaran dan tidak mengusulkan sanksi; naskahnya dibaca pada Peraturan.',
    force: 'Mulai berlakunya peraturan; tercantum pada kepala halaman Peraturan.',
    again: 'Mengulang Pasal 5; azasnya dicatat pada kebutuhan dan aplikasi.',
    consolidation: 'Konsolidasi',
  },
} as const)
