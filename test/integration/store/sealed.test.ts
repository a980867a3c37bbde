import { describe, expect, it } from 'vitest'
import { undo } from '../../../electron/store/undo.ts'
import { must, refusal } from '../../fixtures/store.ts'
import { hashOf } from './network.ts'
import { change, exchange, login, make, named, read, secretHash, send, three } from './sealed.ts'

describe('a sealed record', () => {
  it('is read by the officers whom it names, on any device, and by nobody else', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi), { body: 'lengkap' })
    exchange(siti, budi, cici)
    expect(read(siti, id)).toMatchObject({ subject: 'Kasus KENARI', body: 'lengkap' })
    expect(read(budi, id)).toEqual(read(siti, id))
    expect(read(cici, id)).toBeNull()
    expect(cici.store.readerFor('secretCase').where('secretCase', {})).toEqual([])
  })

  it('is gone from memory at the lock, for another officer on the same device too, and there again at the next login', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    siti.store.closeSealed()
    expect(read(siti, id)).toBeNull()
    siti.store.openSealed(cici.actor)
    expect(read(siti, id)).toBeNull()
    siti.store.openSealed(budi.actor)
    expect(read(siti, id)).toMatchObject({ subject: 'Kasus KENARI' })
  })

  it('leaves in the open log, tables and index neither words nor type nor names, only a fixed sentence', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi), { body: 'berisi KENARI' })
    must(change(siti, id, { body: 'KENARI lagi', verdict: 'berat' }))
    const { db } = siti.store
    const reasons = db.prepare('select reason from _log order by arrival desc limit 2').pluck().all()
    expect(reasons).toEqual(['Perubahan berkas rahasia', 'Perubahan berkas rahasia'])
    const tables = db.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[]
    const shown = tables.flatMap((table) =>
      (db.prepare(`select * from "${table}"`).all() as object[]).map((row) =>
        Object.values(row)
          .map((cell) => (cell instanceof Uint8Array ? Buffer.from(cell).toString('latin1') : String(cell)))
          .join(' '),
      ),
    )
    expect(shown.length).toBeGreaterThan(10)
    expect(shown.filter((text) => text.includes('KENARI'))).toEqual([])
    expect(db.prepare('select count(*) from _touch where record = ?').pluck().get(id)).toBe(0)
    expect(db.prepare('select count(*) from "secretCase"').pluck().get()).toBe(0)
  })

  it('leaves the state of ordinary records equal on devices of all officers', () => {
    const [siti, budi, cici] = three()
    make(siti, named(siti, budi))
    must(siti.store.commit(siti.actor, 'OPD', (tx) => tx.create('opd', { code: '1', name: 'Dinas' })))
    exchange(siti, budi, cici)
    expect(new Set([siti, budi, cici].map(({ store }) => hashOf(store))).size).toBe(1)
    expect(secretHash(siti)).toBe(secretHash(budi))
    expect(secretHash(cici)).not.toBe(secretHash(siti))
  })

  it('is changed and merged as ordinary ones are: both changes stay, whatever the order', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi, cici))
    exchange(siti, budi, cici)
    must(change(siti, id, { body: 'dari Siti' }))
    must(change(budi, id, { ground: 'dari Budi' }))
    send(budi, cici)
    send(siti, cici)
    exchange(siti, budi, cici)
    for (const node of [siti, budi, cici])
      expect(read(node, id)).toMatchObject({ body: 'dari Siti', ground: 'dari Budi' })
    expect(new Set([siti, budi, cici].map(secretHash)).size).toBe(1)
  })

  it('shows of a disputed decided unit what both had seen, as for ordinary records, and settles it', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi), { verdict: 'ringan', ground: 'awal' })
    exchange(siti, budi)
    must(change(siti, id, { verdict: 'berat' }))
    must(change(budi, id, { verdict: 'sedang' }))
    exchange(siti, budi)
    for (const node of [siti, budi]) {
      expect(read(node, id)).toMatchObject({ verdict: 'ringan', ground: 'awal' })
      const disputes = node.store.readerFor('secretCase').rows('select record from _dispute')
      expect(disputes).toEqual([{ record: id }])
      expect(node.store.reader.rows('select record from _dispute')).toEqual([])
    }
    must(change(budi, id, { verdict: 'berat' }))
    exchange(siti, budi)
    expect(read(siti, id)).toMatchObject({ verdict: 'berat' })
    expect(secretHash(siti)).toBe(secretHash(budi))
  })

  it('refuses a save that rests on a screen from before another change', () => {
    const [siti, budi] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi)
    const seen = budi.store.log.vector()
    must(change(siti, id, { body: 'lebih baru' }))
    exchange(siti, budi)
    const late = budi.store.commit(
      budi.actor,
      '',
      (tx) => tx.update('secretCase', id, { body: 'lama' }),
      seen,
    )
    expect(refusal(late).type).toBe('Stale')
    expect(read(budi, id)).toMatchObject({ body: 'lebih baru' })
  })

  it('is not undone by the way of the open log', () => {
    const [siti] = three()
    make(siti, named(siti))
    const { device, seq } = siti.store.head()
    expect(refusal(undo(siti.store, siti.actor, `${device}.${seq}`)).type).toBe('NoUndo')
  })

  it('a refused commit leaves nothing of it open either', () => {
    const [siti] = three()
    const id = make(siti, named(siti))
    const failed = siti.store.commit(siti.actor, '', (tx) => {
      tx.update('secretCase', id, { body: 'sebagian' })
      tx.refuse({ type: 'X', message: '', detail: {} } as never)
    })
    expect(failed.ok).toBe(false)
    expect(read(siti, id)).toMatchObject({ body: null })
    must(change(siti, id, { body: 'penuh' }))
    expect(read(siti, id)).toMatchObject({ body: 'penuh' })
  })
})

describe('naming officers', () => {
  it('an officer who is named later reads all that came before', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi), { body: 'awal' })
    must(change(siti, id, { ground: 'kedua' }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toBeNull()
    must(change(budi, id, { officers: named(siti, budi, cici) }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toEqual(read(siti, id))
    login(cici)
    expect(read(cici, id)).toMatchObject({ body: 'awal', ground: 'kedua' })
  })

  it('an officer who is taken out reads nothing of what comes after, and is shown no half of it', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi, cici))
    exchange(siti, budi, cici)
    must(change(siti, id, { officers: named(siti, budi) }))
    must(change(siti, id, { body: 'sesudahnya' }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toBeNull()
    login(cici)
    expect(read(cici, id)).toBeNull()
    expect(read(budi, id)).toMatchObject({ body: 'sesudahnya' })
    must(change(budi, id, { officers: named(siti, budi, cici) }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toEqual(read(budi, id))
  })

  it('an officer who was named in between reads nothing of what comes after, though the first key came to them', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    must(change(siti, id, { officers: named(siti, cici) }))
    must(change(siti, id, { officers: named(siti, budi) }))
    must(change(siti, id, { body: 'sesudahnya' }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toBeNull()
    login(cici)
    expect(read(cici, id)).toBeNull()
    expect(read(budi, id)).toMatchObject({ body: 'sesudahnya' })
  })

  it('of two who name apart from each other those count whom both name, whichever is the newer', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, cici))
    exchange(siti, budi, cici)
    must(change(siti, id, { officers: named(siti) }))
    must(change(siti, id, { body: 'sesudahnya' }))
    must(change(cici, id, { ground: 'a' }))
    must(change(cici, id, { ground: 'b' }))
    must(change(cici, id, { officers: named(siti, cici, budi) }))
    exchange(siti, budi, cici)
    expect(read(siti, id)).toMatchObject({ officers: named(siti), body: 'sesudahnya', ground: 'b' })
    for (const node of [budi, cici]) {
      expect(read(node, id)).toBeNull()
      login(node)
      expect(read(node, id)).toBeNull()
      expect(change(node, id, { officers: named(siti, node) }).ok).toBe(false)
    }
    must(change(siti, id, { officers: named(siti, budi) }))
    exchange(siti, budi, cici)
    expect(read(budi, id)).toEqual(read(siti, id))
    expect(read(cici, id)).toBeNull()
  })

  it('whom only one of two names is shown nothing, though every part opens for them', () => {
    const [siti, budi, cici] = three()
    const id = make(siti, named(siti, budi))
    exchange(siti, budi)
    must(change(siti, id, { officers: named(siti, budi, cici) }))
    must(change(budi, id, { officers: named(budi, siti) }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toBeNull()
    login(cici)
    expect(read(cici, id)).toBeNull()
    must(change(siti, id, { officers: named(siti, budi, cici) }))
    exchange(siti, budi, cici)
    expect(read(cici, id)).toEqual(read(siti, id))
  })

  it('who is not named cannot name themselves, and nobody takes themselves out', () => {
    const [siti, budi, cici] = three()
    expect(
      refusal(
        siti.store.commit(siti.actor, '', (tx) =>
          tx.create('secretCase', { officers: named(budi), subject: 'x' }),
        ),
      ).type,
    ).toBe('NotNamed')
    const id = make(siti, named(siti, budi))
    expect(refusal(change(siti, id, { officers: named(budi) })).type).toBe('NotNamed')
    exchange(siti, budi, cici)
    expect(refusal(change(cici, id, { body: 'x' })).type).toBe('NotFound')
  })

  it('an officer without keys cannot be named', () => {
    const [siti] = three()
    const done = siti.store.commit(siti.actor, '', (tx) =>
      tx.create('secretCase', {
        officers: [...named(siti), `${siti.store.head().device}.9.9`],
        subject: 'x',
      }),
    )
    expect(refusal(done).type).toBe('OfficerWithoutKey')
  })
})

it('what opens of a commit later is merged as if it had been open from the beginning', () => {
  const [siti, budi, cici] = three()
  const first = make(siti, named(siti, budi))
  const second = make(siti, named(siti, cici))
  exchange(siti, budi, cici)
  // Merging reads this commit for Budi, to whom one of its parts is closed.
  must(
    siti.store.commit(siti.actor, '', (tx) => {
      for (const id of [first, second]) tx.update('secretCase', id, { body: 'siti' })
    }),
  )
  must(change(budi, first, { body: 'budi' }))
  must(change(cici, second, { body: 'cici' }))
  exchange(siti, budi, cici)
  must(change(siti, second, { officers: named(siti, budi, cici) }))
  exchange(siti, budi, cici)
  const state = () => [
    secretHash(budi),
    budi.store.openedReader()?.rows('select record from _dispute order by record'),
  ]
  const followed = state()
  expect(followed[1]).toEqual([first, second].sort().map((record) => ({ record })))
  login(budi)
  expect(state()).toEqual(followed)
})
