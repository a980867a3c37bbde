/** One place of the store as somebody might have written it wrongly, and the tests that must notice. */
export type PlantedBug = {
  readonly why: string
  readonly file: string
  readonly find: string
  readonly plant: string
  readonly tests: readonly string[]
}

const network = ['test/integration/store/network.test.ts']
const lock = ['test/integration/store/lock.test.ts']
const revocations = ['test/integration/store/revocations.test.ts']
const attack = ['test/integration/store/attack.test.ts']
const exported = ['test/integration/store/export.test.ts']
const anchor = ['test/integration/store/anchor.test.ts']

const rekey = ['test/integration/core/rekey.test.ts']
const devices = ['test/integration/core/devices.test.ts']
const recovery = ['test/integration/store/recovery.test.ts']
const gate = ['test/integration/core/gate.test.ts']

export const plantedBugs: readonly PlantedBug[] = [
  {
    why: 'another database key is asked for before its slots are there',
    file: 'electron/store/swap-in.ts',
    find: "const keyedNames = ['selaras.db', 'selaras.db-wal', 'selaras.db-shm', 'slots.json'] as const",
    plant: "const keyedNames = ['selaras.db', 'selaras.db-wal', 'selaras.db-shm'] as const",
    tests: rekey,
  },
  {
    why: 'the key stays after an officer ended',
    file: 'electron/identity/slot-keeper.ts',
    find: 'if (gone.size > 0) await',
    plant: 'if (gone.size > 99) await',
    tests: rekey,
  },
  {
    why: 'what stands before the sealed part of a welcome may be changed',
    file: 'electron/identity/device-welcome.ts',
    find: 'digestOf(opening)',
    plant: 'opening.subarray(opening.length)',
    tests: devices,
  },
  {
    why: 'the slots follow no log',
    file: 'electron/identity/slot-keeper.ts',
    find: 'if (slot === undefined || !sameWrapping(slot, account.wrapped))',
    plant: 'if (slot === undefined && !kept.has(label))',
    tests: devices,
  },
  {
    why: 'a claim that the printed code was used is believed',
    file: 'electron/store/recovery.ts',
    find: 'codes.some((code) => verifyHash(claimOf(header, key), signature, code))',
    plant: 'signature.length > 0 && codes.length > 0 && key.length > 0',
    tests: recovery,
  },
  {
    why: 'the proof of a code holds at any place',
    file: 'electron/store/recovery.ts',
    find: '.text(device)',
    plant: ".text(device === '' ? device : '')",
    tests: recovery,
  },
  {
    why: 'a printed code goes on after a new one was made',
    file: 'electron/store/recovery.ts',
    find: 'headsOf(made.filter((step) => covers(seen, step)))',
    plant: 'made.filter((step) => headsOf([step]).length > 0 && covers(seen, step))',
    tests: recovery,
  },
  {
    why: 'a recovery brings whatever it likes',
    file: 'electron/store/recovery.ts',
    find: '|| !changes.every(({ type }) => touched.has(type))',
    plant: '|| touched.size === 0',
    tests: recovery,
  },
  {
    why: 'another clock shortens the delay after failed logins',
    file: 'electron/identity/gate.ts',
    find: 'const up = this.clocks.uptime()',
    plant: 'const up = this.clocks.now()',
    tests: gate,
  },
  {
    why: 'a restart of the computer ends the delay',
    file: 'electron/identity/gate.ts',
    find: 'up >= open.up ? up - open.up : up',
    plant: 'up >= open.up ? up - open.up : Number.POSITIVE_INFINITY',
    tests: gate,
  },
  {
    why: 'what is told of failed logins forgets what delays others',
    file: 'electron/identity/gate.ts',
    find: 'freshFile(after, carried))',
    plant: 'freshFile(after, carried.slice(carried.length)))',
    tests: gate,
  },
  {
    why: 'the chain of failed logins is not asked',
    file: 'electron/identity/gate-file.ts',
    find: 'lines.every(follows)',
    plant: '(lines.every(follows) || true)',
    tests: gate,
  },
  {
    why: 'changes that did not know of each other are decided by the clock alone, two at a time',
    file: 'electron/store/projection.ts',
    find: 'setDots(row.id, clocks, unit, merged.heads)',
    plant: 'setDots(row.id, clocks, unit, merged.heads.slice(0, 1))',
    tests: network,
  },
  {
    why: 'of two changes at the same clock each device takes its own',
    file: 'shared/clock/heads.ts',
    find: 'a.device < b.device ? 1 : -1',
    plant: '-1',
    tests: ['test/integration/store/converge.test.ts', ...network],
  },
  {
    why: 'a change replaces whatever it finds',
    file: 'electron/store/projection.ts',
    find: 'if (heads.every((head) => knows(step, head))) {',
    plant: 'if (heads.some((head) => knows(step, head)) || heads.length > 0) {',
    tests: network,
  },
  {
    why: 'a decided unit shows the newest of what is disputed',
    file: 'electron/store/merge.ts',
    find: 'heads.length > 1 && isDecided ? agreedBefore(steps, heads) : heads[0]',
    plant: 'heads[0]',
    tests: ['test/unit/clock/heads.test.ts'],
  },
  {
    why: 'a commit is applied before what its author had seen is here',
    file: 'electron/store/judge.ts',
    find: "    return wait('unseen')",
    plant: '    void wait',
    tests: ['test/integration/store/receive.test.ts'],
  },
  {
    why: 'a commit is applied although an earlier one of its device is missing',
    file: 'electron/store/judge.ts',
    find: "if (seq > head.seq + 1) return wait('gap')",
    plant: '',
    tests: [...network, 'test/integration/store/receive.test.ts'],
  },
  {
    why: 'what waits is forgotten',
    file: 'electron/store/receive.ts',
    find: "if (verdict.as === 'wait') held.keep(received, header, verdict.reason, false, now)",
    plant: 'void verdict',
    tests: ['test/integration/store/receive.test.ts'],
  },
  {
    why: 'a dispute is not noted where lists look for it',
    file: 'electron/store/projection.ts',
    find: 'if (wasDisputed || isDisputed(clocks))',
    plant: 'if (wasDisputed && isDisputed(clocks))',
    tests: network,
  },
  {
    why: 'a dispute that was settled stays noted',
    file: 'electron/store/projection.ts',
    find: "else this.statements.get('delete from _dispute where record = ?').run(id)",
    plant: '',
    tests: network,
  },
  {
    why: 'roles are asked as they are here now',
    file: 'electron/store/judge.ts',
    find: 'const grants = court.authorities.grantsFor(header.officer, known, header.hlc)',
    plant: 'const grants = court.authorities.grantsFor(header.officer, court.log.vector(), header.hlc)',
    tests: network,
  },
  {
    why: 'an officer writes with a role that the screen did not know',
    file: 'electron/store/transaction.ts',
    find: 'if (judged === null || this.facts',
    plant: 'if (judged !== undefined || this.facts',
    tests: network,
  },
  {
    why: 'papers of officers are kept after they changed',
    file: 'electron/store/store.ts',
    find: 'if (changes.some(({ type }) => papers.has(type))) this.authorities.forget()',
    plant: '',
    tests: network,
  },
  {
    why: 'a clock that runs ahead takes the others with it',
    file: 'electron/store/log.ts',
    find: 'device === own || hlc <= most ? hlc : 0',
    plant: 'device === own || hlc <= most ? hlc : hlc',
    tests: ['test/integration/store/receive.test.ts'],
  },
  {
    why: 'a commit whose clock runs ahead is applied at once',
    file: 'electron/store/judge.ts',
    find: "return wait('ahead')",
    plant: 'void wait',
    tests: ['test/integration/store/receive.test.ts'],
  },
  {
    why: 'the officer’s signature is not asked for',
    file: 'electron/store/judge.ts',
    find: "    return aside('officer-signature')",
    plant: '    void aside',
    tests: attack,
  },
  {
    why: 'a second commit of the same place in a chain is taken for the first',
    file: 'electron/store/judge.ts',
    find: "hash.equals(stored.hash) ? { as: 'known' } : aside('fork')",
    plant: "hash.length > 0 ? { as: 'known' } : aside('fork')",
    tests: attack,
  },
  {
    why: 'revocation is asked of the clock',
    file: 'electron/store/judge.ts',
    find: 'if (last !== null && seq > last)',
    plant: 'if (last !== null && seq > last && header.hlc > latestForeign(court.now))',
    tests: attack,
  },
  {
    why: 'parts are taken as they come',
    file: 'electron/store/judge.ts',
    find: "if (!wholeParts(header, received)) return aside('part')",
    plant: '',
    tests: attack,
  },
  {
    why: 'a refused commit counts for those after it',
    file: 'electron/store/history.ts',
    find: 'return refused === undefined ? found : null',
    plant: 'return refused === undefined ? found : found',
    tests: attack,
  },
  {
    why: 'a locked form is asked as it is here, not as its author knew it',
    file: 'electron/budget/guard.ts',
    find: 'if (!status || editable',
    plant: 'if (status || editable',
    tests: attack,
  },
  {
    why: 'a change that did not know of a lock is an edit like any other',
    file: 'electron/store/projection.ts',
    find: 'if (isNewest && this.unknownLocks(definition, row, step).length === 0)',
    plant: 'if (isNewest)',
    tests: lock,
  },
  {
    why: 'a lock does not look at changes that came before it',
    file: 'electron/store/projection.ts',
    find: 'for (const row of rows) if (hasUnknown(row, act)) this.mergeAnew(part, row)',
    plant: 'void rows',
    tests: lock,
  },
  {
    why: 'a proposal wins by its clock once the lock is lifted',
    file: 'electron/store/merge.ts',
    find: 'const settled = steps.filter((step) => !met.some((lock) => isApart(step, lock)))',
    plant: 'const settled = steps',
    tests: lock,
  },
  {
    why: 'of two administrators who take out each other the one that came first counts',
    file: 'electron/store/revocations.ts',
    find: 'for (const one of said.sort(newestFirst).reverse())',
    plant: 'for (const one of said)',
    tests: revocations,
  },
  {
    why: 'a cut tail passes for whole',
    file: 'electron/store/anchor.ts',
    find: 'hashAt(anchored.seq) === anchored.hash',
    plant: '(hashAt(anchored.seq) ?? anchored.hash) === anchored.hash',
    tests: anchor,
  },
  {
    why: 'a chain that went on otherwise from an older copy passes for whole',
    file: 'electron/store/anchor.ts',
    find: 'hashAt(anchored.seq) === anchored.hash',
    plant: 'hashAt(anchored.seq) !== null',
    tests: anchor,
  },
  {
    why: 'a copied profile is taken for one from before',
    file: 'electron/store/anchor.ts',
    find: "isMarked ? 'copied' : 'first'",
    plant: "isMarked ? 'first' : 'first'",
    tests: anchor,
  },
  {
    why: 'data that is only read can be written past the commit',
    file: 'electron/store/store.ts',
    find: "reason === null ? 'OFF' : 'ON'",
    plant: "reason === null ? 'OFF' : 'OFF'",
    tests: anchor,
  },
  {
    why: 'the verifier takes parts as they come',
    file: 'resources/verifikasi-catatan.mjs',
    find: 'sha256(body).equals(digest)',
    plant: 'body.length > 0 || digest',
    tests: exported,
  },
  {
    why: 'the verifier asks no signature of the officer',
    file: 'resources/verifikasi-catatan.mjs',
    find: 'officerKeys.some((key) => signed(hash, officerSignature, key))',
    plant: 'officerKeys.length > 0 && officerSignature',
    tests: exported,
  },
  {
    why: 'the verifier misses what others had seen',
    file: 'resources/verifikasi-catatan.mjs',
    find: '(known.heads.get(other)?.seq ?? 0) >= most',
    plant: 'known.heads.size >= 0 || other || most',
    tests: exported,
  },
  {
    why: 'the verifier believes every key that is brought',
    file: 'resources/verifikasi-catatan.mjs',
    find: 'if (isFirst || recovered || isAdmin(known, officer)) learn(known, rows)',
    plant: 'learn(known, rows)',
    tests: exported,
  },
]
