import { spoken } from './terms.ts'

/** Words of the list of OPDs: taking it in whole, and saying that it is complete. */
export const opdTexts = spoken({
  columns: {
    state: 'Hasil',
    code: 'Kode',
    name: 'Nama',
    short: 'Singkatan',
    head: 'Pimpinan',
    remark: 'Keterangan',
  },
  state: {
    new: 'Baru',
    same: 'Sudah ada',
    changed: 'Diubah',
    twin: 'Tertulis dua kali',
    unclear: 'Belum jelas',
  },
  remark: {
    change: (label: string, before: string, after: string) =>
      before === '' ? `${label}: ${after}` : `${label}: ${before} menjadi ${after}`,
    twin: (row: number) => `Sama dengan baris ${row}; disimpan sekali.`,
  },
  doubt: {
    codeTwice: (code: string, row: number) =>
      `Kode ${code} juga tertulis pada baris ${row} dengan nama lain. Perbaiki kodenya, atau hapus salah satu baris; sebelum itu baris ini tidak disimpan.`,
    nameTwice: (row: number) =>
      `Nama ini juga tertulis pada baris ${row} dengan kode lain. Perbaiki, atau hapus salah satu baris; sebelum itu baris ini tidak disimpan.`,
    nameMissing:
      'Nama OPD belum ada data. Isi namanya, atau hapus baris ini; sebelum itu baris ini tidak disimpan.',
    codeMissing: 'Kode OPD belum ada data. Baris tetap disimpan; kodenya boleh diisi kemudian.',
    otherName: (code: string, name: string) =>
      `Kode ${code} dipakai ${name} dalam daftar. Bila ini OPD lain, perbaiki kodenya; bila hanya namanya yang berganti, biarkan.`,
    otherCode: (code: string) => `OPD ini ada dalam daftar dengan kode ${code}; kodenya akan diganti.`,
    severalNames: (name: string) => `Lebih dari satu OPD dalam daftar bernama ${name}. Isi kodenya.`,
  },
  leftOut: {
    noTable:
      'Tidak ada daftar OPD yang terbaca. Pastikan ada kolom nama, dan bila ada, kolom kode serta singkatan.',
  },
  reason: {
    taken: (created: number, changed: number) =>
      `Isi daftar OPD: ${[
        [created, 'ditambahkan'],
        [changed, 'diubah'],
      ]
        .filter(([count]) => count !== 0)
        .map(([count, word]) => `${count} ${word}`)
        .join(', ')}`,
    complete: (count: number) => `Nyatakan daftar OPD lengkap: ${count} OPD`,
    incomplete: 'Daftar OPD dinyatakan belum lengkap',
  },
  refusal: {
    codeTaken: (code: string) =>
      `Kode ${code} sudah dipakai OPD lain dalam daftar. Belum ada yang disimpan; muat ulang lalu ulangi.`,
    nothing: 'Tidak ada OPD baru atau berubah, jadi tidak ada yang disimpan.',
    notFound:
      'Sebuah OPD tidak ditemukan lagi dalam daftar. Belum ada yang disimpan; muat ulang lalu ulangi.',
    already: 'Daftar OPD sudah berkeadaan demikian.',
    empty: 'Daftar OPD masih kosong, jadi belum dapat dinyatakan lengkap.',
  },
  page: {
    title: 'Isi daftar OPD',
    about: 'Belum ada yang disimpan sampai Anda menekan Simpan.',
    open: 'Tempel atau impor daftar',
    dropTitle: 'Letakkan daftar OPD di sini',
    dropHint: 'Excel (.xlsx), Word (.docx), atau CSV dengan kolom kode, nama, dan singkatan',
    aboutChoose:
      'Urutan kolom bebas dan judul kolom boleh tidak ada. OPD yang sudah ada dikenali dari kode atau namanya; sel kosong tidak menghapus isian yang sudah ada.',
    reading: 'Membaca daftar OPD',
    cancelled: 'Pembacaan dibatalkan. Tidak ada yang disimpan.',
    grid: 'OPD yang terbaca',
    back: 'Kembali ke daftar OPD',
    chooseOther: 'Pilih daftar lain',
    counts: (found: string, fresh: string, changed: string, same: string) =>
      `${found} OPD terbaca: ${fresh} baru, ${changed} diubah, ${same} sudah ada`,
    twins: (count: string) => `${count} tertulis dua kali`,
    unclear: (count: string) => `${count} baris belum jelas dan tidak ikut disimpan`,
    absent: (count: string) => `${count} OPD dalam daftar tidak tertulis di sini dan tidak diubah`,
    save: (count: string) => `Simpan ${count} OPD`,
    saveNone: 'Simpan',
    nothing: 'Semua OPD yang terbaca sudah ada dalam daftar; tidak ada yang perlu disimpan.',
    saved: (created: string, changed: string) =>
      `Daftar OPD tersimpan: ${created} ditambahkan, ${changed} diubah.`,
    unclearGo: 'Tunjukkan',
  },
  complete: {
    open: (count: string) => `${count} OPD · belum dinyatakan lengkap`,
    declare: 'Nyatakan lengkap',
    declareTitle: 'Nyatakan bahwa semua perangkat daerah sudah ada dalam daftar ini',
    done: (count: string, by: string, when: string) =>
      `${count} OPD · dinyatakan lengkap oleh ${by}, ${when}`,
    withdraw: 'Batalkan pernyataan lengkap',
    codeless: (count: string) => `${count} belum berkode`,
    declared: (count: string) => `Daftar OPD dinyatakan lengkap: ${count} OPD.`,
    withdrawn: 'Daftar OPD dinyatakan belum lengkap.',
  },
} as const)
