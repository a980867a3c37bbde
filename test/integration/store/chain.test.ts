import { generateKeyPairSync, type KeyObject, randomBytes, randomInt } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { officerKeysFrom, privateKeyFrom, publicBytes, signHash } from '../../../electron/store/keys.ts'
import { readLocal } from '../../../electron/store/local.ts'
import { hashCommit } from '../../../electron/store/log.ts'
import { openDatabase, type Sqlite } from '../../../electron/store/open.ts'
import type { Actor } from '../../../electron/store/store.ts'
import { hashAt, type Standing, standingOf } from '../../../electron/store/upkeep/anchor.ts'
import { type ChainFault, verifyChain } from '../../../electron/store/upkeep/verify-chain.ts'
import { decodeHeader, encodeHeader } from '../../../shared/commit/header.ts'
import { patched } from '../../fixtures/patched.ts'
import { must, openTestStore, type TestStore, times } from '../../fixtures/store.ts'
import { missing, type Node, openNetwork } from './network.ts'

let at: TestStore
let db: Sqlite
let device: string
let last: number
let verifikator: Actor

beforeAll(() => {
  at = openTestStore()
  db = at.store.db
  verifikator = at.officer('Verifikator', ['verifikator', null], ['perencana', null])
  for (let n = 0; n < 12; n += 1)
    must(
      at.store.commit(n % 3 === 0 ? verifikator : at.admin, `OPD ${n}`, (tx) =>
        tx.create('opd', { code: `${n}`, name: `Dinas ${n}` }),
      ),
    )
  must(
    at.store.commit(at.admin, 'impor', (tx) =>
      Array.from({ length: 450 }, (_unused, n) =>
        tx.create('priceStandard', { item: `Barang ${n}`, price: n }),
      ),
    ),
  )
  must(
    at.store.commit(at.admin, 'impor lagi', (tx) =>
      Array.from({ length: 450 }, (_unused, n) =>
        tx.create('priceStandard', { item: `Jasa ${n}`, price: n }),
      ),
    ),
  )
  must(at.store.commit(at.admin, 'terakhir', (tx) => tx.create('opd', { code: 'z', name: 'Dinas Akhir' })))
  device = at.store.head().device
  last = at.store.head().seq
})
afterAll(() => at.close())

/** What the verification says of the log with a planted change, which is taken back. */
const faultsAfter = (plant: () => void) => {
  db.exec('begin')
  try {
    plant()
    return verifyChain(db).faults
  } finally {
    db.exec('rollback')
  }
}
const run = (sql: string, ...values: unknown[]) => db.prepare(sql).run(...values)
const bytesIn = (column: string, seq: number): Buffer =>
  (db.prepare(`select ${column} as b from _log where seq = ?`).get(seq) as { b: Buffer }).b
const flipped = (bytes: Uint8Array, bit = randomInt(bytes.length * 8)): Buffer => {
  const copy = Buffer.from(bytes)
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return copy
}

const strange = generateKeyPairSync('ed25519').privateKey

type Signs = (officer: string) => { readonly device: KeyObject; readonly officer: KeyObject }
const nobodys: Signs = () => ({ device: strange, officer: strange })

/** Rewrites a commit and every one after it with right hashes, as usual without the keys of those who signed. */
const rechain = (from: number, signs = nobodys): void => {
  let previous = bytesIn('hash', from - 1)
  for (let seq = from; seq <= last; seq += 1) {
    const before = decodeHeader(bytesIn('header', seq))
    const header = encodeHeader({ ...before, previous, ...(seq === from ? { reason: 'dipalsukan' } : {}) })
    const keys = signs(before.officer)
    previous = hashCommit(previous, header)
    run(
      'update _log set header = ?, hash = ?, deviceSignature = ?, officerSignature = ? where seq = ?',
      header,
      previous,
      signHash(previous, keys.device),
      signHash(previous, keys.officer),
      seq,
    )
    if (seq === from) run(`update _log set reason = 'dipalsukan' where seq = ?`, seq)
  }
}
const partsOf = (seq: number): number[] => {
  const { arrival } = db.prepare('select arrival from _log where seq = ?').get(seq) as { arrival: number }
  return (
    db.prepare('select id from _part where id / 65536 = ? order by id').all(arrival) as { id: number }[]
  ).map(({ id }) => id)
}
const swapBodies = (a: number | undefined, b: number | undefined): void => {
  const body = (id: number | undefined) =>
    (db.prepare('select body from _part where id = ?').get(id) as { body: Buffer }).body
  const [one, two] = [body(a), body(b)]
  run('update _part set body = ? where id = ?', two, a)
  run('update _part set body = ? where id = ?', one, b)
}

const planted: readonly (readonly [string, ChainFault, number, () => void])[] = [
  ['an edited reason', 'columns', 5, () => run(`update _log set reason = 'lain' where seq = 5`)],
  [
    'an edited officer',
    'columns',
    5,
    () => run(`update _log set officer = ? where seq = 5`, `${device}.9.1`),
  ],
  ['an edited capacity', 'columns', 5, () => run(`update _log set capacity = 'Walikota' where seq = 5`)],
  ['an edited time', 'columns', 5, () => run('update _log set hlc = hlc + 2048 where seq = 5')],
  ['an edited number of rows', 'columns', 15, () => run('update _log set rows = rows - 1 where seq = 15')],
  [
    'an edited header',
    'hash',
    6,
    () =>
      run(
        'update _log set header = ? where seq = 6',
        Buffer.from(encodeHeader({ ...decodeHeader(bytesIn('header', 6)), definitions: 9 })),
      ),
  ],
  [
    'a header that is no header',
    'header',
    6,
    () => run('update _log set header = ? where seq = 6', randomBytes(90)),
  ],
  [
    'a header of another workspace',
    'header',
    6,
    () =>
      run(
        'update _log set header = ? where seq = 6',
        Buffer.from(encodeHeader({ ...decodeHeader(bytesIn('header', 6)), workspace: 'lain' })),
      ),
  ],
  [
    'an edited hash',
    'hash',
    7,
    () => run('update _log set hash = ? where seq = 7', flipped(bytesIn('hash', 7))),
  ],
  [
    'an edited part',
    'part',
    15,
    () => run('update _part set body = ? where id = ?', randomBytes(100), partsOf(15)[1]),
  ],
  ['a part that is gone', 'part', 15, () => run('delete from _part where id = ?', partsOf(15)[1])],
  [
    'a part too many',
    'part',
    15,
    () => run('insert into _part (id, body) values (?, ?)', (partsOf(15)[2] ?? 0) + 1, randomBytes(9)),
  ],
  ['two parts of one commit swapped', 'part', 15, () => swapBodies(partsOf(15)[0], partsOf(15)[1])],
  ['parts of two commits swapped', 'part', 15, () => swapBodies(partsOf(15)[0], partsOf(16)[0])],
  ['a commit that is gone', 'gap', 9, () => run('delete from _log where seq = 8')],
  ['the first commit gone', 'gap', 2, () => run('delete from _log where seq = 1')],
  [
    'two commits swapped',
    'previous',
    8,
    () => {
      run('update _log set seq = 9999 where seq = 8')
      run('update _log set seq = 8 where seq = 9')
      run('update _log set seq = 9 where seq = 9999')
    },
  ],
  [
    'an old commit put in again at the end',
    'previous',
    18,
    () => {
      run(
        `insert into _log select 9999, device, 18, hash, hlc, officer, capacity, reason, rows, header, deviceSignature, officerSignature from _log where seq = 5`,
      )
    },
  ],
  [
    "another device's signature",
    'device-signature',
    10,
    () => run('update _log set deviceSignature = ? where seq = 10', signHash(bytesIn('hash', 10), strange)),
  ],
  [
    "another officer's signature",
    'officer-signature',
    10,
    () => run('update _log set officerSignature = ? where seq = 10', signHash(bytesIn('hash', 10), strange)),
  ],
  [
    'the signature of a real officer who did not act',
    'officer-signature',
    6,
    () =>
      run(
        'update _log set officerSignature = ? where seq = 6',
        signHash(bytesIn('hash', 6), at.admin.signing),
      ),
  ],
  ['all that follows written anew by someone without the keys', 'device-signature', 10, () => rechain(10)],
  [
    'a forged commit whose key was put into the tables',
    'officer-signature',
    10,
    () => {
      const key = Buffer.from(
        generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }),
      ).subarray(-32)
      run('update credential set signKey = ?', key)
      run('update device set signKey = ?', key)
      rechain(10)
    },
  ],
]

describe('the verification of the chain', () => {
  it('finds nothing in a log that nobody touched, and names head and rows', () => {
    const report = verifyChain(db)
    expect(report).toMatchObject({
      commits: last,
      faults: [],
      heads: [{ device, seq: last, hash: bytesIn('hash', last).toString('hex') }],
    })
    const { rows } = db.prepare('select sum(rows) as rows from _log').get() as { rows: number }
    expect(report.rows).toBe(rows)
  })

  it.each(planted)('finds %s', (_name, fault, seq, plant) => {
    const faults = faultsAfter(plant)
    expect(faults[0]?.seq).toBe(seq)
    expect(faults.filter((one) => one.seq === seq).map((one) => one.fault)).toContain(fault)
  })

  it('takes nothing for damage that others write meanwhile', () => {
    const network = openNetwork({ devices: 2 })
    const [a, b] = network.nodes as [Node, Node]
    const write = (from: Node, to: Node): void => {
      must(from.store.commit(from.actor, 'lagi', (tx) => tx.create('opd', { code: 'x' })))
      must(to.store.receive(missing(from.store, to.store)))
    }
    write(b, a)
    const reading = openDatabase(a.file.path, a.file.key, { readonly: true })
    /** The first chain was walked to its end by then. */
    let runs = 0
    const { faults } = verifyChain(reading, () => {
      runs += 1
      if (runs !== 2) return
      write(a, b)
      write(b, a)
      write(a, b)
    })
    expect([runs >= 2, faults]).toEqual([true, []])
    reading.close()
    network.close()
  })

  it('says how far it is', () => {
    const steps: number[] = []
    verifyChain(db, (done, total) => steps.push(done, total))
    expect(steps).toEqual([last, last])
  })

  const columns = ['hash', 'header', 'deviceSignature', 'officerSignature'] as const
  const anySeq = (): number => randomInt(1, last + 1)
  /** What was done, and the first commit that is to be named. */
  type Mutation = readonly [name: string, first: number]
  const mutations: readonly (() => Mutation)[] = [
    () => {
      const [column, seq] = [columns[randomInt(columns.length)] as string, anySeq()]
      run(`update _log set ${column} = ? where seq = ?`, flipped(bytesIn(column, seq)), seq)
      return [`bit of ${column} ${seq}`, seq]
    },
    () => {
      const ids = db.prepare('select id, body from _part').all() as { id: number; body: Buffer }[]
      const part = ids[randomInt(ids.length)] as { id: number; body: Buffer }
      run('update _part set body = ? where id = ?', flipped(part.body), part.id)
      return [`bit of part ${part.id}`, Math.floor(part.id / 65_536)]
    },
    () => {
      const seq = anySeq()
      const column = ['hlc', 'rows', 'arrival'][randomInt(3)]
      run(`update _log set ${column} = ${column} + 100000 where seq = ?`, seq)
      return [`${column} of ${seq}`, seq]
    },
    () => {
      const seq = randomInt(1, last)
      run('update _log set seq = seq + 100000 where seq = ?', seq)
      return [`seq of ${seq}`, seq + 1]
    },
    () => {
      const seq = randomInt(1, last)
      run('delete from _log where seq = ?', seq)
      return [`deletion of ${seq}`, seq + 1]
    },
    () => {
      const seq = anySeq()
      const columns = 'hlc, officer, capacity, reason, rows, header, deviceSignature, officerSignature'
      run(
        `insert into _log select arrival + 1000, device, ?, hash, ${columns} from _log where seq = ?`,
        last + 1,
        seq,
      )
      return [`${seq} inserted once more`, last + 1]
    },
    () => {
      const a = randomInt(1, last)
      const b = randomInt(a + 1, last + 1)
      run('update _log set seq = 9999 where seq = ?', a)
      run('update _log set seq = ? where seq = ?', a, b)
      run('update _log set seq = ? where seq = 9999', b)
      return [`${a} and ${b} swapped`, a]
    },
    () => {
      const [a, column] = [randomInt(1, last), columns[randomInt(columns.length)] as string]
      run(`update _log set ${column} = ? where seq = ?`, bytesIn(column, a + 1), a)
      return [`${column} of ${a + 1} put into ${a}`, a]
    },
    () => {
      const ids = (db.prepare('select id from _part order by id').all() as { id: number }[]).map(
        ({ id }) => id,
      )
      const n = randomInt(ids.length - 1)
      swapBodies(ids[n], ids[n + 1])
      return [`parts ${ids[n]} and ${ids[n + 1]} swapped`, Math.floor((ids[n] ?? 0) / 65_536)]
    },
    () => {
      const seq = anySeq()
      run(
        'update _log set header = ? where seq = ?',
        bytesIn('header', seq).subarray(0, randomInt(bytesIn('header', seq).length)),
        seq,
      )
      return [`header of ${seq} cut`, seq]
    },
  ]

  const runs = times(100, 1000)
  it(`finds ${runs} of ${runs} random changes and names the first bad commit`, () => {
    for (let n = 0; n < runs; n += 1) {
      let done: Mutation = ['', 0]
      const faults = faultsAfter(() => {
        done = (mutations[n % mutations.length] as () => Mutation)()
      })
      expect([done[0], faults[0]?.seq]).toEqual([done[0], done[1]])
    }
  }, 600_000)

  describe('does not see what only a head from elsewhere tells, and the anchor does', () => {
    const anchored = () => ({
      anchored: { seq: last, hash: bytesIn('hash', last).toString('hex'), own: true },
      isMarked: true,
    })
    /** Faults of the chain, and how the log stands to the head that was remembered before the change. */
    const judged = (change: () => void) => {
      const facts = anchored()
      let standing: Standing = { as: 'first' }
      const faults = faultsAfter(() => {
        change()
        standing = standingOf({ ...facts, hashAt: (seq) => hashAt(db, device, seq) })
      })
      return { faults, as: (standing as Standing).as }
    }

    it(`a tail that was cut, ${runs} times`, () => {
      expect(judged(() => undefined)).toEqual({ faults: [], as: 'whole' })
      for (let n = 0; n < runs; n += 1) {
        const from = randomInt(2, last + 1)
        const cut = judged(() => run('delete from _log where seq >= ?', from))
        expect([from, cut]).toEqual([from, { faults: [], as: 'behind' }])
      }
    }, 600_000)

    it('an old file that went on otherwise, signed by the same keys', () => {
      const keys = new Map([at.admin, verifikator].map(({ officer, signing }) => [officer, signing]))
      const own = privateKeyFrom('ed25519', readLocal(db, 'deviceSeed') as Buffer)
      const signs: Signs = (officer) => ({ device: own, officer: keys.get(officer) as KeyObject })
      for (let from = 3; from <= last; from += 1)
        expect([from, judged(() => rechain(from, signs))]).toEqual([from, { faults: [], as: 'behind' }])
    })
  })
})

describe('the tail of a chain that another computer had seen', () => {
  it('is missed where it was cut', () => {
    const network = openNetwork({ devices: 2 }, ['perencana'])
    const [first, other] = network.nodes
    if (first === undefined || other === undefined) throw new Error('no device')
    const write = ({ store, actor }: typeof first) =>
      must(store.commit(actor, 'OPD', (tx) => tx.create('opd', { code: 'a', name: 'Dinas' })))
    for (let n = 0; n < 3; n += 1) write(other)
    must(first.store.receive(missing(other.store, first.store)))
    write(first)
    expect(verifyChain(first.store.db).faults).toEqual([])
    const { device } = other.store.head()
    first.store.db.prepare('delete from _log where device = ? and seq > 1').run(device)
    expect(verifyChain(first.store.db).faults).toEqual([{ device, seq: 2, fault: 'missing' }])
    network.close()
  })
})

describe('a key that an officer brings for somebody else', () => {
  const keysOf = (seed: Uint8Array) => officerKeysFrom(seed)
  const forge = (forged: TestStore, event: string | null) => {
    const keys = keysOf(randomBytes(32))
    must(
      patched(forged.store).commit({ ...forged.admin, signing: keys.signing }, 'Peran diberikan', (tx) => {
        if (event !== null) tx.facts['event'] = event
        tx.create('credential', {
          officer: forged.admin.officer,
          signKey: publicBytes(keys.signing),
          boxKey: publicBytes(keys.boxing),
        })
      }),
    )
    return verifyChain(forged.store.db)
  }

  it('vouches for nothing in the commit that brings it', () => {
    const forged = openTestStore()
    try {
      expect(forge(forged, null).faults).toMatchObject([{ fault: 'officer-signature' }])
    } finally {
      forged.close()
    }
  })

  it('vouches for nothing by the word of recovery alone, and no such use is named', () => {
    const recovered = openTestStore()
    try {
      const { faults, recoveries } = forge(recovered, 'recovery')
      expect(faults).toMatchObject([{ fault: 'officer-signature' }])
      expect(recoveries).toEqual([])
    } finally {
      recovered.close()
    }
  })
})
