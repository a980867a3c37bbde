import { generateKeyPairSync, type KeyObject, randomInt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommitBytes, packCommit, unpackCommit } from '../../../electron/store/commit-bytes.ts'
import { packBody } from '../../../electron/store/compress.ts'
import { deviceIdOf, privateKeyFrom, publicBytes, signHash } from '../../../electron/store/keys.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { digestOf, hashCommit, noHash } from '../../../electron/store/log.ts'
import { MalformedBytes } from '../../../shared/commit/bytes.ts'
import {
  type CommitHeader,
  decodeHeader,
  encodeHeader,
  rowsPart,
  sealedPart,
} from '../../../shared/commit/header.ts'
import { encodeRows, type RowChange } from '../../../shared/commit/part.ts'
import { must, times } from '../../fixtures/store.ts'
import { exported, runVerifier, verifyFiles } from '../../fixtures/verifier.ts'
import { missing, type Network, type Node, openNetwork } from './network.ts'

let network: Network
/** The first line, and each commit with its place and length. */
let head: Buffer
let records: Buffer[]
/** `device.seq` of each commit. */
let names: string[]
let last: string

type Place = Omit<CommitHeader, 'officer' | 'parts' | 'facts'>
type Signing = { readonly device: KeyObject; readonly officer: string; readonly signing: KeyObject }

const headOf = (received: CommitBytes, header = decodeHeader(received.header)): string =>
  `${header.device}.${header.seq}:${hashCommit(header.previous, received.header).toString('hex')}`
const receivedIn = (record: Buffer): CommitBytes => unpackCommit(record.subarray(8))
const nameOf = (received: CommitBytes): string => headOf(received).split(':')[0] as string
const framed = (arrival: number, received: CommitBytes): Buffer => {
  const bytes = packCommit(received)
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(arrival, 0)
  frame.writeUInt32BE(bytes.length, 4)
  return Buffer.concat([frame, bytes])
}

beforeAll(() => {
  network = openNetwork({ devices: 3 }, ['perencana'])
  const [first, ...others] = network.nodes
  if (first === undefined) throw new Error('no device')
  for (let round = 0; round < 6; round += 1) {
    for (const [n, { store, actor }] of network.nodes.entries())
      must(
        store.commit(actor, `putaran ${round}`, (tx) => {
          for (let row = 0; row < (round === 3 ? 250 : 3); row += 1)
            tx.create('priceStandard', { item: `Barang ${round}.${n}.${row}`, price: row })
        }),
      )
    for (const { store } of others) {
      must(first.store.receive(missing(store, first.store)))
      must(store.receive(missing(first.store, store)))
    }
  }
  ;[head, ...records] = exported(first.store) as [Buffer, ...Buffer[]]
  names = records.map((record) => nameOf(receivedIn(record)))
  last = headOf(receivedIn(records.at(-1) as Buffer))
}, 60_000)
afterAll(() => network.close())

const fileOf = (parts: readonly Uint8Array[], first: Uint8Array = head): Buffer =>
  Buffer.concat([first, ...parts])

const flipped = (bytes: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}
const without = (n: number): Buffer[] => records.filter((_record, at) => at !== n)

/** The commit that comes after this one in its chain, or the first whose author had seen it; -1 where there is none. */
const missedAt = (n: number): number => {
  const [device = '', seq = ''] = (names[n] as string).split('.')
  return names.findIndex((name, at) => {
    const { seen } = decodeHeader(receivedIn(records[at] as Buffer).header)
    return at > n && (name === `${device}.${Number(seq) + 1}` || (seen[device] ?? 0) >= Number(seq))
  })
}

describe('the stand-alone verifier', () => {
  it('finds a log whole that several computers wrote, and the head that it is given', () => {
    expect(verifyFiles([fileOf(records)])).toMatchObject({
      status: 0,
      said: [`UTUH (${records.length} catatan utuh)`],
    })
    expect(verifyFiles([fileOf(records)], '--head', last).status).toBe(0)
    expect(verifyFiles([fileOf(records)], '--head', headOf(receivedIn(records[2] as Buffer))).status).toBe(0)
  })

  it('says what a wrong use is, and ends with 1', () => {
    for (const args of [[], ['--head', 'x'], ['a.catatan', '--head', 'k3j.1']]) {
      const ran = runVerifier(args)
      expect([ran.status, ran.stderr]).toEqual([1, expect.stringContaining('Pemakaian')])
    }
  })

  it('says of a file that is none of these, of one without commits, and of one of another workspace', () => {
    const other = Buffer.from(head.toString().replace(/\w\n$/, (end) => (end === '0\n' ? '1\n' : '0\n')))
    const { status, said } = verifyFiles([
      Buffer.from('bukan\n'),
      Buffer.alloc(0),
      head,
      fileOf(records, other),
    ])
    expect(status).toBe(1)
    expect(said).toEqual([
      expect.stringContaining('baris pertama'),
      expect.stringContaining('baris pertama'),
      expect.stringContaining('tidak ada catatan'),
      expect.stringContaining('ruang kerja lain'),
    ])
  })

  /** A commit at a place in a chain, signed by these keys; `changes` are its rows. */
  const made = (place: Place, by: Signing, changes: readonly RowChange[], arrival: number): Buffer => {
    const { previous } = place
    const body = packBody(encodeRows(changes, place))
    const parts = [{ kind: rowsPart, rows: changes.length, digest: digestOf(body), about: '' }]
    const header = encodeHeader({ ...place, officer: by.officer, parts, facts: {} })
    const hash = hashCommit(previous, header)
    return framed(arrival, {
      header,
      deviceSignature: signHash(hash, by.device),
      officerSignature: signHash(hash, by.signing),
      bodies: [body],
    })
  }
  const following = (last: CommitBytes): Place => {
    const header = decodeHeader(last.header)
    return { ...header, seq: header.seq + 1, previous: hashCommit(header.previous, last.header) }
  }
  const lastOf = (device: string): CommitBytes =>
    receivedIn(records.findLast((record) => nameOf(receivedIn(record)).startsWith(device)) as Buffer)

  it('believes no key that an officer who is no admin brings for another', () => {
    const [admin, perencana] = network.nodes
    if (admin === undefined || perencana === undefined) throw new Error('no device')
    const { device } = perencana.store.head()
    const thief = generateKeyPairSync('ed25519').privateKey
    const own = privateKeyFrom('ed25519', readLocal(perencana.store.db, 'deviceSeed') as Buffer)
    const id = `${device}.${perencana.store.head().seq + 1}.1`
    const cells = { officer: admin.actor.officer, signKey: publicBytes(thief) }
    const brings = made(
      following(lastOf(device)),
      { device: own, officer: perencana.actor.officer, signing: perencana.actor.signing },
      [{ type: 'credential', id, operation: 'create', cells }],
      records.length + 1,
    )
    const uses = made(
      following(receivedIn(brings)),
      { device: own, officer: admin.actor.officer, signing: thief },
      [{ type: 'opd', id: `${device}.9.1`, operation: 'update', cells: { name: 'Dinas Palsu' } }],
      records.length + 2,
    )
    const { status, said } = verifyFiles([fileOf([...records, brings, uses])])
    expect([status, said[0]]).toEqual([
      1,
      expect.stringMatching(
        `^PERLU DIPERIKSA, catatan ke-${records.length + 2} .*tanda tangan petugas tidak cocok`,
      ),
    ])
  })

  it('goes on past what the program refused, and names each of it: nobody can make the rest unreadable', () => {
    const [admin] = network.nodes
    if (admin === undefined) throw new Error('no device')
    const stranger = generateKeyPairSync('ed25519').privateKey
    const device = deviceIdOf(publicBytes(stranger))
    const by = { device: stranger, officer: admin.actor.officer, signing: stranger }
    const enrols: RowChange = {
      type: 'device',
      id: `${device}.1.1`,
      operation: 'create',
      cells: { deviceId: device, signKey: publicBytes(stranger) },
    }
    const place = { ...decodeHeader(receivedIn(records.at(-1) as Buffer).header), device, seq: 1 }
    const first = made({ ...place, previous: noHash }, by, [enrols], records.length + 1)
    const second = made(following(receivedIn(first)), by, [], records.length + 2)
    const own = { ...by, signing: admin.actor.signing }
    const third = made(following(receivedIn(second)), own, [], records.length + 3)
    const next = must(
      admin.store.commit(admin.actor, 'sesudahnya', (tx) => tx.create('opd', { code: '9' })),
    ).commit
    const mine = exported(admin.store).at(-1) as Buffer
    const last = framed(records.length + 4, receivedIn(mine))
    const { status, said, more } = verifyFiles([fileOf([...records, first, second, third, last])])
    const begin = records.length + 1
    expect([status, said]).toEqual([
      1,
      [
        `PERLU DIPERIKSA, catatan ke-${begin} (${device}.1): tanda tangan petugas tidak cocok (${begin} catatan utuh)`,
      ],
    ])
    expect(more[0]).toEqual(
      expect.arrayContaining([
        `catatan ke-${begin + 1} (${device}.2): tanda tangan petugas tidak cocok`,
        `catatan ke-${begin + 2} (${device}.3): komputernya tidak didaftarkan admin`,
        expect.stringContaining(`${next}:`),
      ]),
    )
  })

  /** Bytes of a file, and the place from 1 of the commit that is to be named. */
  type Changed = readonly [name: string, file: Buffer, first: number]
  const any = (): number => randomInt(records.length)
  const changes: readonly (() => Changed)[] = [
    () => {
      const n = any()
      const bit = randomInt((records[n] as Buffer).length * 8)
      return [`bit ${bit} of ${n + 1}`, fileOf(records.with(n, flipped(records[n] as Buffer, bit))), n + 1]
    },
    () => {
      const n = randomInt(records.length - 1)
      return [`deletion of ${n + 1}`, fileOf(without(n)), n + 1]
    },
    () => {
      const [from, to] = [any(), any()]
      return [
        `${from + 1} inserted before ${to + 1}`,
        fileOf(records.toSpliced(to, 0, records[from] as Buffer)),
        from === to ? to + 2 : to + 1,
      ]
    },
    () => {
      const a = randomInt(records.length - 1)
      const b = randomInt(a + 1, records.length)
      const swapped = records.with(a, records[b] as Buffer).with(b, records[a] as Buffer)
      return [`${a + 1} and ${b + 1} swapped`, fileOf(swapped), a + 1]
    },
    () => {
      // The last of a chain whom nobody saw is a tail that was cut: only a head from elsewhere tells.
      const missed = records.flatMap((_record, n) => (missedAt(n) > 0 ? [n] : []))
      const n = missed[randomInt(missed.length)] as number
      const left = without(n).map((record, at) => framed(at + 1, receivedIn(record)))
      return [`deletion of ${names[n]} with the places made anew`, fileOf(left), missedAt(n)]
    },
    () => {
      const n = any()
      const at = randomInt(1, (records[n] as Buffer).length)
      const cut = [...records.slice(0, n), (records[n] as Buffer).subarray(0, at)]
      return [`cut within ${n + 1}`, fileOf(cut), n + 1]
    },
  ]

  const runs = times(100, 1000)
  it(`finds ${runs} of ${runs} random changes of the file and names the first bad commit`, () => {
    const made = Array.from({ length: runs }, (_unused, n) =>
      (changes[n % changes.length] as () => Changed)(),
    )
    const { status, said } = verifyFiles(made.map(([, file]) => file))
    expect(status).toBe(1)
    for (const [n, [name, , first]] of made.entries())
      expect([name, said[n]]).toEqual([
        name,
        expect.stringMatching(`^(TIDAK UTUH|PERLU DIPERIKSA), catatan ke-${first}[ :]`),
      ])
  }, 300_000)

  /** Bits of a record that no hash covers: what says how many there are of what follows, how long it is, and whether it is there. */
  const framingBits = (record: Buffer): number[] => {
    const { header, deviceSignature, officerSignature, bodies } = receivedIn(record)
    const contents = [header, deviceSignature, officerSignature, ...bodies.filter((body) => body !== null)]
    const inside = new Set<number>()
    for (const content of contents)
      for (let at = record.indexOf(content), n = 0; n < content.length; n += 1) inside.add(at + n)
    const bytes = Array.from(record.keys()).filter((at) => !inside.has(at))
    return bytes.flatMap((at) => Array.from({ length: 8 }, (_unused, bit) => at * 8 + bit))
  }

  /** As it is written again, hex; null where the program refuses it. Other bytes are thus other contents, which a hash covers. */
  const readAgain = (record: Buffer): string | null => {
    try {
      return Buffer.from(packCommit(receivedIn(record))).toString('hex')
    } catch (error) {
      if (error instanceof MalformedBytes) return null
      throw error
    }
  }
  /** By the verifier; and by the program, which has no use for the place and the length before a record. */
  const expectEachFound = (all: readonly Buffer[], n: number, bits: readonly number[]): void => {
    const record = all[n] as Buffer
    const { said } = verifyFiles(bits.map((bit) => fileOf(all.with(n, flipped(record, bit)))))
    for (const [at, bit] of bits.entries())
      expect([bit, said[at]]).toEqual([bit, expect.stringMatching(`^TIDAK UTUH, catatan ke-${n + 1}[ :]`)])
    for (const bit of bits.filter((bit) => bit >= 8 * 8)) {
      const changed = flipped(record, bit)
      expect(readAgain(changed), `bit ${bit}`).toBeOneOf([null, changed.subarray(8).toString('hex')])
    }
  }

  it('finds every bit that was changed between what the hashes cover, as the program does', () => {
    const most = Math.max(...records.map((record) => receivedIn(record).bodies.length))
    const n = records.findIndex((record) => receivedIn(record).bodies.length === most)
    const record = records[n] as Buffer
    const bits = framingBits(record)
    expect([most, bits.length]).toEqual([2, 8 * 20])
    expectEachFound(records, n, bits)
  })

  it('finds every bit that was changed in the place of a part that was kept back, as the program does', () => {
    const [{ actor, store }] = network.nodes as [Node]
    const place = following(lastOf(store.head().device))
    const part = {
      kind: sealedPart,
      rows: 1,
      digest: digestOf(Buffer.from('x')),
      about: `${place.device}.1.1`,
    }
    const header = encodeHeader({ ...place, officer: actor.officer, parts: [part], facts: {} })
    const hash = hashCommit(place.previous, header)
    const own = privateKeyFrom('ed25519', readLocal(store.db, 'deviceSeed') as Buffer)
    const record = framed(records.length + 1, {
      header,
      deviceSignature: signHash(hash, own),
      officerSignature: signHash(hash, actor.signing),
      bodies: [null],
    })
    const all = [...records, record]
    expect(verifyFiles([fileOf(all)]).said).toEqual([`UTUH (${all.length} catatan utuh)`])
    const bits = framingBits(record)
    expect(bits.length).toBe(8 * 15)
    expectEachFound(all, records.length, bits)
  })

  it('finds a length that is written longer than it must be, as the program does', () => {
    const record = records[3] as Buffer
    const [low, high, ...rest] = record.subarray(9) as Iterable<number>
    const longer = Buffer.from([1, low as number, 0x80 | (high as number), 0, ...rest])
    const frame = Buffer.from(record.subarray(0, 8))
    frame.writeUInt32BE(longer.length, 4)
    const { said } = verifyFiles([fileOf(records.with(3, Buffer.concat([frame, longer])))])
    expect(said).toEqual([expect.stringMatching('^TIDAK UTUH, catatan ke-4: bilangan lebih panjang')])
    expect(() => unpackCommit(longer)).toThrow(MalformedBytes)
  })

  it('finds a tail that was cut, and an old file in the place of the new one, by the head from elsewhere', () => {
    const cuts = records.map((_record, n) => fileOf(records.slice(0, n)))
    const { status, said } = verifyFiles(cuts.slice(1), '--head', last)
    expect(status).toBe(1)
    for (const sentence of said)
      expect(sentence).toMatch(/^TIDAK UTUH, (lebih pendek|catatan ke-\d+ .*tidak ada)/)
    expect(said).toHaveLength(records.length - 1)
  })

  it('finds a log that holds another commit at that place', () => {
    const name = last.split(':')[0] as string
    const { status, said } = verifyFiles([fileOf(records)], '--head', `${name}:${'0'.repeat(64)}`)
    expect([status, said[0]]).toEqual([1, expect.stringContaining(`catatan ${name} BERBEDA`)])
  })
})
