import { devices, gate, patchedClient, rekey } from './finders.ts'
import type { PlantedBug } from './planted-bug.ts'

/** Keys, slots, devices, failed logins. */
export const identityBugs: readonly PlantedBug[] = [
  {
    why: 'another database key comes without its slots',
    file: 'electron/identity/rekey-files.ts',
    find: 'writeSlots(folder, order.slots)',
    plant: 'void writeSlots',
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
    why: 'a computer that forked is taken out with one of its branches',
    file: 'electron/identity/devices.ts',
    find: '(forked === null ? known : forked - 1)',
    plant: '(forked === null ? known : known)',
    tests: ['test/integration/core/devices.test.ts'],
  },
  {
    why: 'a credential that makes no slot spoils those of all',
    file: 'shared/records/core.ts',
    find: "structure('Kunci pribadi terbungkus kata sandi', wrappedSeed)",
    plant: "structure('Kunci pribadi terbungkus kata sandi', z.any())",
    tests: patchedClient,
  },
]
