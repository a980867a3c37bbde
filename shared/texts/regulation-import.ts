/** Words of bringing a regulation or a framework into the library (shared/regulation, electron/regulation, renderer/regulation/import). */
export const regulationImportTexts = {
  heading: {
    /** Inside of a title in small letters. */
    small: [
      'atas',
      'atau',
      'bagi',
      'dalam',
      'dan',
      'dari',
      'dengan',
      'di',
      'ke',
      'kepada',
      'oleh',
      'pada',
      'sebagai',
      'serta',
      'tentang',
      'terhadap',
      'untuk',
      'yang',
    ],
    asWritten: ['APBD', 'ASN', 'BUMD', 'e-Government', 'OPD', 'SKPD', 'SOP', 'SPBE', 'TIK'],
    kinds: [
      { long: 'Peraturan Walikota', short: 'Perwal' },
      { long: 'Peraturan Wali Kota', short: 'Perwal' },
      { long: 'Peraturan Bupati', short: 'Perbup' },
      { long: 'Peraturan Gubernur', short: 'Pergub' },
      { long: 'Peraturan Daerah', short: 'Perda' },
      { long: 'Peraturan Pemerintah', short: 'PP' },
      { long: 'Peraturan Presiden', short: 'Perpres' },
      { long: 'Peraturan Menteri', short: 'Permen' },
    ],
    numbered: (number: string, year: string) => `Nomor ${number} Tahun ${year}`,
    about: (subject: string) => `tentang ${subject}`,
  },
  /** Of a framework (a library of CISO Assistant), what was read and what can be done about it. */
  framework: {
    packagedBy: (packager: string) => `dikemas oleh ${packager}`,
    group: (ref: string, name: string) => `${ref} (${name})`,
    noNode: {
      message: 'Butir ini bukan pasangan nama dan isi sehingga tidak terbaca.',
      advice: 'Periksa jorokan barisnya; butir lain tetap diambil.',
    },
    more: { anotasi: 'Anotasi', bukti: 'Bukti yang lazim', kelompok: 'Kelompok penerapan' },
    twice: (node: string) => ({
      message: `Butir “${node}” memakai pengenal yang sudah dipakai butir lain.`,
      advice:
        'Keduanya tetap terbaca; yang di bawahnya berada di bawah butir yang pertama. Beri tahu penyusun berkas.',
    }),
    noUrn: (node: string) => ({
      message: `Butir “${node}” tidak mempunyai pengenal.`,
      advice: 'Tetap terbaca, tetapi pada versi berikutnya dianggap butir lain.',
    }),
    empty: (node: string) => ({
      message: `Butir “${node}” tidak mempunyai nama maupun bunyi.`,
      advice: 'Periksa apakah nama atau bunyinya hilang dari berkas.',
    }),
    orphan: (node: string, parent: string) => ({
      message: `Butir “${node}” berada di bawah “${parent}”, yang tidak ada dalam berkas.`,
      advice: 'Diletakkan paling atas. Periksa pengenal induknya dalam berkas.',
    }),
    circle: (node: string) => ({
      message: `Butir “${node}” berada di bawah dirinya sendiri, langsung atau lewat butir lain.`,
      advice: 'Diletakkan paling atas. Periksa pengenal induknya dalam berkas.',
    }),
    deep: (node: string, most: string) => ({
      message: `Butir “${node}” berada lebih dari ${most} tingkat ke dalam.`,
      advice: 'Diletakkan pada tingkat terakhir itu.',
    }),
  },
  /** Of a regulation in the form of those that are built in. */
  own: {
    noLine: {
      message: 'Baris naskah ini bukan teks sehingga dikosongkan.',
      advice: 'Tulis barisnya di antara tanda kutip.',
    },
    builtInOnly: 'Hanya dipakai peraturan bawaan; kota dinilai menurut satu peraturan bawaannya.',
  },
  yaml: {
    twice: (key: string) => ({
      message: `Kunci “${key}” tertulis dua kali pada bagian yang sama.`,
      advice: 'Yang terakhir dipakai. Hapus yang tidak berlaku.',
    }),
    noTarget: {
      message: 'Rujukan (“*…”) ini tidak menunjuk bagian mana pun di atasnya sehingga kosong.',
      advice: 'Tulis isinya di sini, atau perbaiki nama rujukannya.',
    },
    errors: {
      TAB_AS_INDENT: {
        message: 'Baris ini menjorok dengan tab; YAML memakai spasi.',
        advice: 'Ganti tab dengan spasi sebanyak baris di atasnya.',
      },
      BAD_INDENT: {
        message: 'Jorokan baris ini tidak sejajar dengan baris lain dari bagian yang sama.',
        advice: 'Sejajarkan dengan baris di atasnya.',
      },
      MISSING_CHAR: {
        message: 'Ada tanda yang hilang: kutip, kurung penutup, atau titik dua sesudah nama.',
        advice: 'Lengkapi tandanya pada baris ini atau baris di atasnya.',
      },
      MULTIPLE_DOCS: {
        message: 'Berkas memuat lebih dari satu dokumen (“---”).',
        advice: 'Simpan setiap dokumen sebagai berkas tersendiri.',
      },
      RESOURCE_EXHAUSTION: {
        message: 'Bagian ini bersarang terlalu dalam.',
        advice: 'Minta berkas aslinya dari penerbit.',
      },
    } as Readonly<Record<string, { readonly message: string; readonly advice: string }>>,
    unread: {
      message: 'Baris ini tidak terbaca sebagai YAML.',
      advice: 'Bandingkan dengan baris lain yang serupa: tanda kutip, titik dua, dan jorokannya.',
    },
  },
  /** Why nothing of a file can be read, and what to do. */
  refused: {
    Empty: 'Berkas tidak memuat teks; pilih berkas lain.',
    TooBig: 'Berkas lebih besar dari 8 MB; pilih berkas yang memuat naskahnya saja.',
    TooMuchContent:
      'Isi berkas jauh melebihi sebuah peraturan atau kerangka sehingga tidak dibaca; pilih berkas yang memuat naskahnya saja.',
    TooManyNodes:
      'Kerangka memuat lebih dari 10.000 butir sehingga tidak dibaca; minta bagian yang diperlukan saja dari penerbit.',
    Word: 'Berkas Word atau arsip; buka di Word, pilih Berkas → Simpan Sebagai → Teks Biasa (.txt) agar nomor pasal dan ayat ikut tertulis, lalu tambahkan berkas itu.',
    LegacyDoc:
      'Berkas Word lama; buka di Word, pilih Berkas → Simpan Sebagai → Teks Biasa (.txt), lalu tambahkan berkas itu.',
    Pdf: 'Berkas ini PDF; buka, salin seluruh teksnya, lalu tempel di halaman ini atau simpan sebagai berkas .txt.',
    NotText: 'Berkas ini bukan teks; tambahkan berkas .txt, .json, atau .yaml.',
    NotYaml: 'Susunan berkas tidak terbaca; perbaiki baris yang disebut di bawah, lalu pilih lagi.',
    NotALibrary:
      'Berkas ini bukan pustaka CISO Assistant dan bukan peraturan dalam bentuk Selaras; pilih berkas lain.',
    NoFramework: 'Pustaka ini tidak memuat kerangka; pilih berkas yang memuatnya.',
    NoNodes: 'Kerangka dalam berkas tidak memuat butir; pilih berkas lain.',
    NotOwn: 'Berkas tidak memuat daftar baris naskah; pilih berkas lain.',
  },
  tab: 'Naskah',
  read: 'Baca naskah',
  readAbout: 'Naskahnya dibaca, dicari, dan dikutip pada Peraturan.',
  page: {
    title: 'Tambah peraturan atau kerangka',
    back: 'Kembali ke Peraturan',
    chooseOther: 'Pilih berkas lain',
    reading: 'Membaca berkas',
    cancelled: 'Pembacaan dibatalkan. Tidak ada yang disimpan.',
    pasted: 'tempelan.txt',
    oneOnly: (file: string) => `Satu berkas setiap kali; yang dibaca ${file}.`,
    dropTitle: 'Letakkan berkas peraturan atau kerangka di sini',
    dropHint:
      'Teks (.txt), pustaka CISO Assistant (.yaml), atau peraturan Selaras (.json). Naskah juga dapat ditempel dengan Ctrl+V.',
    about: [
      'Peraturan: naskah sebagaimana tercetak, setiap “BAB …”, “Pasal …”, dan ayat pada baris tersendiri. Dari Word: Simpan Sebagai → Teks Biasa, atau salin seluruhnya lalu tempel di sini.',
      'Kerangka: berkas pustaka CISO Assistant. Yang diambil ialah butir-butirnya; selebihnya disebut dengan alasannya.',
      'Sebelum disimpan tampak apa yang terbaca, baris yang perlu dilihat, dan bedanya dari versi yang sudah ada. Kepatuhan kota tetap dinilai menurut Perwal kota ini saja.',
    ],
    facts: 'Keterangan',
    fields: {
      short: 'Nama singkat',
      shortHint: 'Dipakai pada pilihan dan kutipan.',
      title: 'Judul',
      number: 'Nomor',
      year: 'Tahun',
      enacted: 'Ditetapkan',
      promulgated: 'Diundangkan',
      version: 'Versi',
      versionHint: 'Misalnya “setelah perubahan kedua”; boleh kosong.',
      publisher: 'Penerbit',
      series: 'Pengenal dalam berkas',
      copyright: 'Hak cipta dan lisensi',
    },
    tabsLabel: 'Yang terbaca dari berkas',
    tabs: {
      findings: (count: string) => `Perlu dilihat (${count})`,
      text: 'Naskah',
      differences: (count: string) => `Bedanya (${count})`,
      leftOut: (count: string) => `Tidak diambil (${count})`,
    },
    findings: {
      about:
        'Tidak ada yang menahan Simpan: naskah disimpan sebagaimana tertulis. Perbaiki berkasnya bila memang salah, lalu pilih lagi.',
      none: 'Tidak ada yang perlu dilihat',
      noneAbout: 'Nomor bab, pasal, ayat, dan butir berurutan.',
      line: 'Baris',
      printed: 'Tertulis',
      message: 'Yang perlu dilihat',
    },
    leftOut: {
      about: 'Berkas asalnya disimpan utuh sebagai lampiran.',
      none: 'Semua isi berkas diambil',
      what: 'Bagian',
      count: 'Banyaknya',
      reason: 'Alasan',
    },
    differences: {
      against: (name: string) => `Dibandingkan dengan ${name}:`,
      none: 'bunyinya sama.',
      counted: {
        new: (count: string) => `${count} baru`,
        changed: (count: string) => `${count} berubah`,
        gone: (count: string) => `${count} hilang`,
      },
      states: { new: 'Baru', changed: 'Berubah', gone: 'Hilang' },
      part: 'Bagian',
      before: 'Semula',
      after: 'Dalam berkas ini',
    },
    standing: {
      builtIn: (short: string) =>
        `${short} sudah ada di Selaras. Naskah yang ditambahkan di sini hanya untuk dibaca di sampingnya.`,
      twin: (name: string) => `Berkas ini sama persis dengan asal ${name}; tidak perlu disimpan lagi.`,
      sameVersion: (name: string) =>
        `${name} sudah ada dengan isi lain. Beri versi lain agar keduanya dapat dibedakan.`,
      older: (name: string) => `Versi ini lebih lama daripada ${name}; keduanya disimpan berdampingan.`,
    },
    counted: {
      bab: (count: string) => `${count} bab`,
      pasal: (count: string) => `${count} pasal`,
      ayat: (count: string) => `${count} ayat`,
      huruf: (count: string) => `${count} huruf`,
      angka: (count: string) => `${count} angka`,
      kelompok: (count: string) => `${count} kelompok`,
      butir: (count: string) => `${count} butir`,
      nothing: 'Tidak ada pasal atau butir',
    },
    kept: 'Disimpan untuk dibaca; kota tidak dinilai menurutnya.',
    save: 'Simpan',
    saved: (name: string) => `${name} disimpan di pustaka.`,
  },
  taken: {
    reason: (name: string, file: string) => `Tambah ke pustaka: ${name}, dari ${file}`,
    previewGone: 'Pratinjau sudah tidak ada; pilih berkasnya sekali lagi.',
    gone: 'Peraturan atau kerangka ini tidak ada lagi.',
    unreadable:
      'Naskah ini tidak terbaca oleh versi Selaras di komputer ini; berkas asalnya ada pada lampiran.',
  },
} as const

export type RefusedFile = keyof typeof regulationImportTexts.refused
