import { spoken } from './terms.ts'

/** Words of the matrix of components and stages (renderer/organisation). */
export const organisationTexts = spoken({
  stages: {
    title: 'Matriks komponen dan tahap',
    about:
      'Lima komponen (Pasal 7) terhadap lima tahap (Pasal 8) Perwal Singkawang 27/2019. Pilih sel untuk mencatat apa yang sudah dilakukan dan celahnya; Perwal turunan diambil dari Kebijakan dan SOP.',
    open: 'Lihat sebagai matriks',
    register: 'Lihat sebagai daftar',
    component: 'Komponen',
    note: 'Catat',
    notePolicy: 'Catat Perwal turunan',
    noted: 'Dicatat, belum diisi',
    noteOf: (component: string, stage: string) => `Catat ${component}, ${stage}`,
    notePolicyOf: (component: string, stage: string) => `Catat Perwal turunan ${component}, ${stage}`,
    gap: 'Celah',
    assessed: (day: string) => `Dinilai ${day}`,
    count: (noted: string, decreed: string) =>
      `${noted} dari 25 sel sudah dicatat, ${decreed} memiliki Perwal turunan yang berlaku.`,
    draft: 'rancangan',
    revoked: 'dicabut',
  },
} as const)
