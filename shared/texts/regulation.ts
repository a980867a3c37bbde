/** Words of the library of regulations (shared/regulation, renderer/regulation). */
export const regulationTexts = {
  text: {
    twice: (label: string) => `${label} sudah ada di atas; setiap bagian hanya sekali.`,
    outside: 'Baris ini tidak termasuk pasal atau bagian mana pun.',
    order: (label: string, before: string) =>
      `${label} tidak mengikuti nomor ${before}; ada yang terlewat atau tertukar.`,
    chapter: (label: string, before: string) =>
      `${label} tidak mengikuti bab ke-${before}; biarkan bila memang tercetak demikian.`,
    noteOfNothing: 'Catatan (“> …”) ini tidak mengikuti bagian mana pun.',
    explainsNothing: (label: string) => `${label} dijelaskan, tetapi tidak ada pada batang tubuh.`,
    noHeading: 'Baris pertama bukan kepala peraturan dalam huruf besar.',
    noArticle: 'Tidak ada satu pun “Pasal …” pada baris tersendiri.',
    emptyArticle: (label: string) => `${label} tidak memuat apa-apa.`,
    emptyChapter: (label: string) => `${label} tidak memuat pasal.`,
  },
  cite: {
    explained: 'Penjelasan',
    article: (number: string) => `Pasal ${number}`,
    paragraph: (number: string) => `ayat (${number})`,
    letter: (letter: string) => `huruf ${letter}`,
    numeral: (number: string) => `angka ${number}`,
    named: {
      Judul: 'Judul',
      Menimbang: 'Menimbang',
      Mengingat: 'Mengingat',
      Memutuskan: 'Memutuskan',
      Menetapkan: 'Menetapkan',
      Penutup: 'Penutup',
      Penjelasan: 'Judul Penjelasan',
      PenjUmum: 'Penjelasan Umum',
      PenjPasal: 'Penjelasan Pasal demi Pasal',
    } as Readonly<Record<string, string>>,
  },
} as const
