#!/usr/bin/env node
/*
 * Memeriksa ekspor catatan perubahan Selaras tanpa Selaras. Perlu Node.js 22.15 atau lebih baru, tanpa pustaka lain.
 *
 *   node verifikasi-catatan.mjs BERKAS… [--head KOMPUTER.NOMOR:KODEJEJAK]
 *
 * Kode keluar 0: semua berkas utuh (dan memuat catatan --head). 1: tidak, atau perlu diperiksa, atau salah pakai.
 *
 * Berkas: satu baris teks “SELARAS-CATATAN 1 <ruang kerja>”, lalu setiap catatan menurut urutan tibanya: nomor urut dan
 * panjang (masing-masing 4 bita, big-endian), kemudian isinya:
 *   format 1 · kepala · tanda tangan komputer · tanda tangan petugas · banyaknya bagian · setiap bagian (0, atau 1 dan isinya)
 * Bilangan ditulis sebagai varint (7 bit per bita, yang rendah dahulu, sependek mungkin); teks dan blok didahului panjangnya.
 * Kepala: 1, ruang kerja, daftar komputer (yang pertama penulisnya), nomor, kode jejak sebelumnya (32 bita), jam, petugas,
 * kapasitas, alasan, versi, yang sudah dilihat (komputer, nomor), bagian-bagian (jenis, banyaknya baris, SHA-256, dan bila
 * jenisnya bukan 1 data yang diubahnya), keterangan.
 *
 * Kode jejak = SHA-256(kode jejak sebelumnya ‖ kepala). Komputer dan petugas menandatanganinya dengan Ed25519. Kunci diambil
 * dari catatan itu sendiri: catatan pertama menyebut admin dan komputer pertama; kunci berikutnya hanya berlaku bila dibawa
 * admin, atau oleh kode pemulihan yang terbukti, dan hanya untuk catatan sesudahnya. Catatan yang utuh di rantai komputernya,
 * tetapi tanpa tanda tangan petugas yang disebutnya atau dari komputer yang tidak didaftarkan admin, “perlu diperiksa”: Selaras
 * menolak catatan seperti itu dan menyimpannya di antara yang ditolak; bisa juga berkas ini yang diubah.
 *
 * Yang TIDAK diperiksa: apakah petugas berhak atas setiap perubahan, apakah kuncinya sudah diganti, dan isi bagian yang
 * disegel. Ekor yang terpotong hanya terlihat dengan --head, misalnya dari kaki cetakan atau halaman Pemeriksaan catatan.
 */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'

class Fault extends Error {}
const must = (holds, why) => {
  if (!holds) throw new Fault(why)
}
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const signed = (digest, signature, key) =>
  signature.length === 64 &&
  verify(
    null,
    digest,
    createPublicKey({ key: Buffer.concat([spki, key]), format: 'der', type: 'spki' }),
    signature,
  )
const spki = Buffer.from('302a300506032b6570032100', 'hex')

/** Membaca bilangan, teks, dan blok dari depan ke belakang. */
const reading = (bytes) => {
  let at = 0
  const raw = (length) => {
    must(at + length <= bytes.length, 'terpotong')
    at += length
    return bytes.subarray(at - length, at)
  }
  const number = () => {
    for (let value = 0, scale = 1; ; scale *= 128) {
      const [byte] = raw(1)
      value += (byte & 127) * scale
      must(Number.isSafeInteger(value), 'bilangan terlalu besar')
      must(byte !== 0 || scale === 1, 'bilangan lebih panjang dari perlunya')
      if (byte < 128) return value
    }
  }
  const flag = () => {
    const value = number()
    must(value < 2, 'bukan 0 dan bukan 1')
    return value === 1
  }
  const list = (read) => {
    const length = number()
    must(length <= bytes.length, 'daftar lebih panjang dari isinya')
    return Array.from({ length }, () => read())
  }
  const block = () => raw(number())
  const text = () => block().toString('utf8')
  const difference = () => ((code) => (code % 2 ? -(code + 1) / 2 : code / 2))(number())
  return {
    raw,
    number,
    flag,
    list,
    block,
    text,
    difference,
    end: () => must(at === bytes.length, 'ada bita berlebih'),
  }
}

const readHeader = (bytes) => {
  const from = reading(bytes)
  must(from.number() === 1, 'format kepala tidak dikenal')
  const workspace = from.text()
  const devices = from.list(from.text)
  const [seq, previous] = [from.number(), from.raw(32)]
  const time = Math.floor(from.number() / 2048) // jam: 2048 langkah per milidetik
  const officer = `${devices[from.number()]}.${from.number()}.${from.number()}`
  const [, reason] = [from.text(), from.text()]
  from.number() // versi
  const seen = new Map(from.list(() => [devices[from.number()], from.number()]))
  const parts = from.list(() => {
    const [kind, rows, digest] = [from.number(), from.number(), from.raw(32)]
    return { kind, rows, digest, about: kind === 1 ? '' : from.text() }
  })
  const facts = Object.fromEntries(from.list(() => [from.text(), from.text()]))
  from.end()
  return { workspace, device: devices[0], seq, previous, time, officer, reason, seen, parts, facts }
}

const cells = [
  () => null,
  (from) => from.number(),
  (from) => -from.number(),
  (from) => from.raw(8).readDoubleBE(),
  (from) => from.text(),
  (from) => from.block(),
]

/** Baris-baris satu bagian: jenis, id, dan isiannya. Bita pertama 0: apa adanya, 1: zstd. */
const readRows = (body, { device, seq }) => {
  const from = reading(body[0] === 1 ? zstdDecompressSync(body.subarray(1)) : body.subarray(1))
  const devices = [device, ...from.list(from.text)]
  return from
    .list(() => {
      const [type, isNew, keys] = [from.text(), !from.flag(), from.list(from.text)]
      const last = { seq: 0, n: 0 }
      const rows = from.list(() => {
        const owner = isNew ? device : devices[from.number()]
        last.seq = isNew ? seq : last.seq + from.difference()
        last.n += from.difference()
        return { type, isNew, id: `${owner}.${last.seq}.${last.n}`, cells: Object.create(null) }
      })
      for (const key of keys) for (const row of rows) row.cells[key] = cells[from.number()](from)
      return rows
    })
    .flat()
}

/** Id komputer menurut kuncinya: tidak ada yang bisa memakai id komputer lain. */
const deviceIdOf = (key) =>
  Array.from(
    sha256(Buffer.from('selaras/1/device'), key).subarray(0, 10),
    (byte) => '0123456789abcdefghjkmnpqrstvwxyz'[byte % 32],
  ).join('')

const varint = (value) =>
  Buffer.from(value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))])
const block = (bytes) => Buffer.concat([varint(bytes.length), Buffer.from(bytes)])

/** Kode yang berlaku bagi penulisnya: kode baru mengakhiri yang dilihat pembuatnya. */
const codesFor = (codes, reached) => {
  const has = (by, { device, seq }) => (by.device === device ? by.seq - 1 : (by.seen.get(device) ?? 0)) >= seq
  const seen = codes.filter((code) => isReached(reached, code))
  return seen.filter((code) => !seen.some((later) => has(later, code))).map(({ key }) => key)
}
const isReached = (reached, { device, seq }) => (reached.get(device) ?? 0) >= seq
/** Semua yang pernah dilihat rantai satu komputer sampai catatan ini: peran yang berakhir tidak hidup lagi dengan pura-pura tidak tahu. */
const reachedBy = ({ reached }, { device, seq, seen }) => {
  const all = new Map(reached.get(device))
  for (const [other, most] of [...seen, [device, seq - 1]])
    all.set(other, Math.max(most, all.get(other) ?? 0))
  reached.set(device, all)
  return all
}
const byCode = ['credential', 'role', 'device']
/** Kode pemulihan yang tercetak menandatangani tempat catatan dan kunci barunya. */
const isRecovery = (header, rows, codes) => {
  if (header.facts.event !== 'recovery' || !rows.every(({ type }) => byCode.includes(type))) return false
  const place = [block(header.workspace), block(header.device), varint(header.seq), header.previous]
  const proof = Buffer.from(header.facts.recoveryProof ?? '', 'base64')
  return keysFor(rows, header.officer).some((key) => {
    const claim = sha256(block('selaras/1/recovery'), ...place, block(key))
    return codes.some((code) => signed(claim, proof, code))
  })
}
const made = (rows, type) => rows.filter((row) => row.type === type && row.isNew).map((row) => row.cells)
const isKey = (key) => Buffer.isBuffer(key) && key.length === 32
const keysFor = (rows, officer) =>
  made(rows, 'credential').flatMap((row) =>
    row.officer === officer && isKey(row.signKey) ? [row.signKey] : [],
  )
const addTo = (map, name, key) => isKey(key) && map.set(name, [...(map.get(name) ?? []), key])

/** Apa yang diketahui dari catatan-catatan sebelumnya. */
const nothingKnown = () => ({
  heads: new Map(), // komputer → nomor dan kode jejak terakhir
  hashes: new Map(), // “komputer.nomor” → kode jejak
  keys: new Map(), // komputer → kunci publiknya, siapa pun yang menyebutnya
  devices: new Set(), // komputer yang didaftarkan admin
  officers: new Map(), // petugas → kunci publiknya
  reached: new Map(), // komputer → apa saja yang sudah dilihat rantainya
  steps: new Map(), // id peran atau petugas → isiannya, langkah demi langkah
  codes: [], // kunci publik kode pemulihan, dengan catatan yang membawanya
  recoveries: [],
  doubts: [],
})

/** Isian satu data bagi yang sudah melihat sebanyak ini. */
const asReached = (steps, reached) =>
  Object.assign({}, ...steps.filter((step) => isReached(reached, step)).map(({ cells }) => cells))
const isAdmin = ({ steps }, { officer, time }, reached) => {
  const day = new Date(Math.min(time, 4e15) + 7 * 3_600_000).toISOString().slice(0, 10) // WIB
  const all = [...steps].map(([id, ofOne]) => ({ id, ...asReached(ofOne, reached) }))
  const isOff = all.some(({ id, active, $deleted }) => id === officer && (active === 0 || $deleted === 1))
  return (
    !isOff &&
    all.some(
      (role) =>
        role.officer === officer &&
        role.role === 'admin' &&
        !role.opd &&
        role.$deleted !== 1 &&
        (role.from ?? day) <= day &&
        day <= (role.until ?? day),
    )
  )
}

const learn = (known, header, rows) => {
  for (const row of made(rows, 'device')) known.devices.add(row.deviceId)
  for (const row of made(rows, 'credential')) addTo(known.officers, row.officer, row.signKey)
  for (const row of made(rows, 'recoveryKey'))
    if (isKey(row.signKey)) known.codes.push({ ...header, key: row.signKey })
  for (const { type, id, cells } of rows)
    if (type === 'role' || type === 'officer')
      known.steps.set(id, [...(known.steps.get(id) ?? []), { ...header, cells }])
}

const bodyHolds = ({ kind, digest }, body) => (body === null ? kind === 2 : sha256(body).equals(digest))

/** Satu catatan terhadap semua yang sebelumnya: null, atau sebabnya perlu diperiksa; melempar Fault kalau tidak utuh. */
const checkCommit = (known, workspace, header, bytes, [deviceSignature, officerSignature], bodies) => {
  const { device, seq, officer, previous, parts } = header
  const before = known.heads.get(device) ?? { seq: 0, hash: Buffer.alloc(32) }
  const isFirst = known.hashes.size === 0
  must(header.workspace === workspace, 'berasal dari ruang kerja lain')
  must(seq === before.seq + 1, `nomor catatan tidak berurutan: sebelumnya ${device}.${before.seq}`)
  must(previous.equals(before.hash), 'tidak tersambung ke catatan sebelumnya')
  for (const [other, most] of header.seen)
    must(
      (known.heads.get(other)?.seq ?? 0) >= most,
      `catatan ${other}.${most} yang sudah dilihatnya tidak ada`,
    )
  must(
    parts.length === bodies.length && parts.every((part, n) => bodyHolds(part, bodies[n])),
    'isinya berubah',
  )
  const rows = parts.flatMap(({ kind }, n) => (kind === 1 ? readRows(bodies[n], header) : []))
  for (const { deviceId, signKey } of made(rows, 'device'))
    if (isKey(signKey) && deviceIdOf(signKey) === deviceId) known.keys.set(deviceId, signKey)
  const hash = sha256(previous, bytes)
  const deviceKey = known.keys.get(device)
  must(deviceKey && signed(hash, deviceSignature, deviceKey), 'tanda tangan komputer tidak cocok')
  known.heads.set(device, { seq, hash })
  known.hashes.set(`${device}.${seq}`, hash.toString('hex'))

  const reached = reachedBy(known, header)
  const recovered = isRecovery(header, rows, codesFor(known.codes, reached))
  const officerKeys = [
    ...(known.officers.get(officer) ?? []),
    ...(isFirst || recovered ? keysFor(rows, officer) : []),
  ]
  if (!officerKeys.some((key) => signed(hash, officerSignature, key)))
    return 'tanda tangan petugas tidak cocok'
  if (isFirst || recovered || isAdmin(known, header, reached)) learn(known, header, rows)
  if (recovered) known.recoveries.push(`${device}.${seq}`)
  return known.devices.has(device) ? null : 'komputernya tidak didaftarkan admin'
}

/** Semua catatan satu berkas, berhenti pada yang pertama rusak. */
const checkFile = (file) => {
  const known = nothingKnown()
  const end = file.indexOf('\n')
  const [, workspace] =
    /^SELARAS-CATATAN 1 ([0-9a-z]+)$/.exec(file.subarray(0, Math.max(end, 0)).toString('latin1')) ?? []
  if (workspace === undefined)
    return { known, fault: 'baris pertama bukan “SELARAS-CATATAN 1 <ruang kerja>”' }
  let name = ''
  let arrival = 1
  try {
    for (let at = end + 1; at < file.length; arrival += 1) {
      name = ''
      must(at + 8 <= file.length, 'berkas terpotong')
      must(file.readUInt32BE(at) === arrival, 'ada catatan yang hilang, tersisip, atau tertukar di sini')
      const next = at + 8 + file.readUInt32BE(at + 4)
      must(next <= file.length, 'berkas terpotong')
      const from = reading(file.subarray(at + 8, next))
      must(from.number() === 1, 'format catatan tidak dikenal')
      const bytes = from.block()
      const header = readHeader(bytes)
      name = ` (${header.device}.${header.seq})`
      const signatures = [from.block(), from.block()]
      const bodies = from.list(() => (from.flag() ? from.block() : null))
      from.end()
      const doubt = checkCommit(known, workspace, header, bytes, signatures, bodies)
      if (doubt !== null) known.doubts.push(`catatan ke-${arrival}${name}: ${doubt}`)
      at = next
    }
    must(known.hashes.size > 0, 'tidak ada catatan')
  } catch (error) {
    return {
      known,
      fault: `catatan ke-${arrival}${name}: ${error instanceof Fault ? error.message : 'tidak terbaca'}`,
    }
  }
  return { known, fault: null }
}

const againstHead = ({ hashes, heads }, [, name, hash]) => {
  const found = hashes.get(name)
  const last = heads.get(name.split('.')[0])?.seq ?? 0
  if (found === undefined)
    return `lebih pendek: catatan ${name} tidak ada, komputer itu di sini sampai nomor ${last}`
  return found === hash ? null : `catatan ${name} BERBEDA: di sini ${found}`
}

const main = (args) => {
  const at = args.indexOf('--head')
  const head = at < 0 ? null : /^([0-9a-z]{10}\.\d+):([0-9a-f]{64})$/.exec(args[at + 1] ?? '')
  const files = at < 0 ? args : args.toSpliced(at, 2)
  if (files.length === 0 || (at >= 0 && head === null)) {
    console.error('Pemakaian: node verifikasi-catatan.mjs BERKAS… [--head KOMPUTER.NOMOR:KODEJEJAK]')
    return 1
  }
  const broken = files.filter((path) => {
    const { known, fault } = checkFile(readFileSync(path))
    const missing = fault === null && head !== null ? againstHead(known, head) : null
    const broken = fault ?? missing
    const found = [...known.doubts, ...(broken === null ? [] : [broken])]
    const word = broken === null ? 'PERLU DIPERIKSA' : 'TIDAK UTUH'
    const verdict = found.length === 0 ? 'UTUH' : `${word}, ${found[0]}`
    console.log(`${path}: ${verdict} (${known.hashes.size - known.doubts.length} catatan utuh)`)
    for (const more of found.slice(1)) console.log(`  ${more}`)
    for (const [device, { seq, hash }] of known.heads)
      console.log(`  ${device}.${seq}:${hash.toString('hex')}`)
    for (const recovery of known.recoveries) console.log(`  Kode pemulihan dipakai: ${recovery}`)
    return found.length > 0
  })
  return broken.length === 0 ? 0 : 1
}

process.exitCode = main(process.argv.slice(2))
