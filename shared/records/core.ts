import { z } from 'zod'
import type { RoleName } from '../contract/call.ts'
import { inTerms } from '../texts/terms.ts'
import { decided, defineRecord, together } from './define.ts'
import {
  boolean,
  bytes,
  choice,
  date,
  integer,
  longText,
  type Plain,
  reference,
  structure,
  text,
  time,
  when,
} from './field.ts'

/** What a credential says of its wrapped seed, which its officer's program alone has checked: costs that a computer can pay. */
export const wrappedSeed = z.object({
  salt: z.string(),
  memoryKiB: z
    .number()
    .int()
    .min(8)
    .max(4 * 1024 * 1024),
  passes: z.number().int().min(1).max(64),
  lanes: z.number().int().min(1).max(64),
  /** AES-256-GCM: nonce (12 B), ciphertext, tag (16 B), base64. */
  sealed: z.string(),
})
/** A password's wrapping of an officer's private seed; travels with the account. Sizes and costs are those of its making. */
export type WrappedSeed = Plain<typeof wrappedSeed>

export const roleLabels = {
  admin: 'Admin',
  perencana: 'Perencana',
  verifikator: 'Verifikator',
  petugas_monev: 'Petugas monev',
  pimpinan: 'Pimpinan',
  hanya_lihat: 'Hanya lihat',
} as const satisfies Record<RoleName, string>

export const workspace = defineRecord('workspace', {
  label: 'Profil daerah',
  articles: [],
  writers: ['admin'],
  fields: {
    city: text('Kota').required().basis('PBM-1.1-3', 'SKW-1.1-3'),
    regulation: choice('Peraturan yang dipakai', {
      prabumulih: 'Perwal Prabumulih 64/2017',
      singkawang: 'Perwal Singkawang 27/2019',
    }).required(),
    agency: text('Nama dinas').required(),
    address: text('Alamat'),
    contact: text('Telepon, laman dan pos-el'),
    place: text('Tempat penandatanganan'),
    signerPosition: text('Jabatan penanda tangan'),
    signerName: text('Nama penanda tangan'),
    signerRank: text('Pangkat/golongan penanda tangan'),
    signerNip: text('NIP penanda tangan'),
  },
  sections: {
    'Daerah dan kop': ['city', 'regulation', 'agency', 'address', 'contact'],
    'Penanda tangan': ['place', 'signerPosition', 'signerName', 'signerRank', 'signerNip'],
  },
  title: (row) => row.city ?? '',
})

export const opd = defineRecord('opd', {
  label: 'Perangkat daerah',
  plural: 'Perangkat daerah (OPD)',
  articles: ['PBM-6(3)', 'PBM-Penj6(4)'],
  writers: ['admin', 'perencana'],
  register: true,
  fields: {
    code: text('Kode').required().unique().searchable(),
    name: text('Nama').required().searchable(),
    short: text('Singkatan').searchable(),
    head: text('Pimpinan'),
    active: boolean('Masih aktif'),
    kind: choice('Bentuk', {
      dinas: 'Dinas',
      badan: 'Badan',
      sekretariat: 'Sekretariat',
      inspektorat: 'Inspektorat',
      rumah_sakit: 'Rumah sakit',
      kecamatan: 'Kecamatan',
      unit: 'Unit di bawah OPD',
      lain: 'Lainnya',
    }).basis('PBM-1.4', 'SKW-1.4'),
    parent: reference('opd', 'Di bawah OPD').help('Untuk bagian, UPTD, kelurahan, puskesmas, dan sekolah.'),
    address: text('Alamat'),
    basis: text('Dasar SOTK').help('Perda atau Perwal tentang susunan organisasi, nomor dan tanggalnya.'),
    begins: when('Ada sejak'),
    ends: when('Ada sampai'),
    leads: boolean('Mengurus komunikasi dan informatika').basis('PBM-1.5', 'SKW-1.7'),
    pse: choice('Melaksanakan sistem elektronik', { ya: 'Ya', tidak: 'Tidak' }).basis('PBM-1.8', 'SKW-1.6'),
    pseBasis: text('Dasar pernyataan itu').basis('PBM-1.8'),
  },
  sections: {
    'Susunan organisasi': ['kind', 'parent', 'address', 'basis', 'begins', 'ends'],
    'Sistem elektronik': ['leads', 'pse', 'pseBasis'],
  },
  title: (row) => row.name ?? row.code ?? '',
  indexes: [['code'], ['name']],
})

/** Whether the register of OPDs holds all of them: only then is it known who has not sent a form. One record. */
export const opdList = defineRecord('opdList', {
  label: 'Kelengkapan daftar OPD',
  articles: ['PBM-6(3)'],
  writers: ['admin', 'perencana'],
  fields: {
    complete: boolean('Daftar OPD lengkap'),
    by: reference('officer', 'Oleh'),
    at: time('Pada'),
    /** Active OPDs at that moment. */
    count: integer('Banyaknya OPD'),
  },
  together: { keadaan: decided('complete', 'by', 'at', 'count') },
  title: () => inTerms('Kelengkapan daftar OPD'),
})

export const officer = defineRecord('officer', {
  label: 'Petugas',
  articles: ['PBM-Penj14(2)'],
  writers: ['admin'],
  register: true,
  undoable: false,
  fields: {
    nip: text('NIP').required().unique().searchable(),
    name: text('Nama').required().searchable(),
    position: text('Jabatan').searchable(),
    rank: text('Pangkat/golongan'),
    active: boolean('Masih bertugas').required(),
  },
  title: (row) => row.name ?? row.nip ?? '',
  indexes: [['nip'], ['name']],
})

export const credential = defineRecord('credential', {
  label: 'Kunci petugas',
  articles: [],
  internal: true,
  writers: ['admin'],
  undoable: false,
  fields: {
    officer: reference('officer', 'Petugas').required().fixed(),
    signKey: bytes('Kunci publik tanda tangan').fixed(),
    boxKey: bytes('Kunci publik penyegelan').fixed(),
    wrapped: structure('Kunci pribadi terbungkus kata sandi', wrappedSeed),
    /** An admin gave the password; its officer has to choose an own one before anything else. */
    mustChange: boolean('Kata sandi pertama, belum diganti'),
  },
  own: { by: 'officer', fields: ['wrapped', 'mustChange'] },
  title: () => 'Kunci petugas',
  indexes: [['officer']],
})

/** Public half of the keys that follow from the printed recovery code; a newer one ends those before. */
export const recoveryKey = defineRecord('recoveryKey', {
  label: 'Kode pemulihan',
  articles: [],
  internal: true,
  writers: ['admin'],
  undoable: false,
  fields: {
    salt: bytes('Garam'),
    signKey: bytes('Kunci publik tanda tangan'),
    boxKey: bytes('Kunci publik penyegelan'),
  },
  title: () => 'Kode pemulihan',
})

export const role = defineRecord('role', {
  label: 'Peran petugas',
  articles: ['PBM-Penj14(2)'],
  writers: ['admin'],
  register: true,
  undoable: false,
  fields: {
    officer: reference('officer', 'Petugas').required().fixed(),
    role: choice('Peran', roleLabels).required(),
    opd: reference('opd', 'Hanya untuk OPD').help('Kosongkan bila untuk semua OPD.'),
    from: date('Berlaku sejak'),
    until: date('Sampai dengan'),
    actingFor: text('Pelaksana tugas (Plt.)').help('Isi jabatan yang digantikan, misalnya “Kabid Aptika”.'),
    /** Who keeps the role and lends it for these days. */
    lentBy: reference('officer', 'Pinjaman dari').help('Petugas yang meminjamkan perannya untuk waktu itu.'),
    reason: text('Alasan'),
    letter: text('Nomor surat'),
    letterDate: date('Tanggal surat'),
  },
  title: (row) => (row.role === null ? 'Peran' : roleLabels[row.role]),
  indexes: [['officer']],
})

export const device = defineRecord('device', {
  label: 'Komputer',
  plural: 'Komputer dan laptop',
  articles: [],
  writers: ['admin'],
  undoable: false,
  fields: {
    deviceId: text('Kode').required().unique().fixed(),
    name: text('Nama').required(),
    signKey: bytes('Kunci publik tanda tangan').fixed(),
    enrolled: time('Didaftarkan'),
    /** Revoked: what it wrote up to here stays, whatever comes later is laid aside. */
    lastSeq: integer('Catatan terakhir yang diterima'),
    lastHash: bytes('Kode jejak catatan itu'),
  },
  together: { pencabutan: together('lastSeq', 'lastHash') },
  title: (row) => row.name ?? row.deviceId ?? '',
  indexes: [['deviceId']],
})

/** An officer lets a commit in whose clock runs more than five minutes ahead: every device then applies it alike. */
export const release = defineRecord('release', {
  label: 'Pelepasan catatan',
  articles: [],
  internal: true,
  writers: ['admin'],
  undoable: false,
  fields: {
    device: text('Komputer').required().fixed(),
    seq: integer('Nomor catatan').required().fixed(),
  },
  title: (row) => `${row.device ?? ''}.${row.seq ?? ''}`,
  indexes: [['device', 'seq']],
})

/** The keys of a sealed record are destroyed: its content is gone from every device that has this, its place in the log stays. */
export const sealedDestruction = defineRecord('sealedDestruction', {
  label: 'Pemusnahan berkas rahasia',
  articles: [],
  writers: ['admin'],
  undoable: false,
  fields: {
    record: text('Nomor berkas').required().fixed(),
    reason: longText('Alasan').required(),
    basis: text('Dasar hukum').required(),
    /** A second officer. */
    approver: reference('officer', 'Disetujui oleh').required(),
  },
  title: (row) => `Pemusnahan berkas ${row.record ?? '…'}`,
  indexes: [['record']],
})
