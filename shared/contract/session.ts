import { z } from 'zod'
import { command, query, roleNames, task } from './call.ts'
import { damage } from './check.ts'
import { committed, download, isoDate, nip, recordId, upload, whole } from './shapes.ts'

const wholeAdmin = { whole: ['admin'] } as const
const password = z.string().min(1).max(1024)
export const grantShape = z.object({
  role: z.enum(roleNames),
  opd: recordId.nullable(),
  from: isoDate.nullable(),
  until: isoDate.nullable(),
})

/** By which regulation a city is judged. */
export const regulationNames = ['prabumulih', 'singkawang'] as const
export type RegulationName = (typeof regulationNames)[number]

export const sessionFacts = z.object({
  officer: recordId,
  nip,
  name: z.string(),
  position: z.string(),
  /** As what the officer acts: "Admin", "Plt. Kabid Aptika"; all roles where they chose nothing else. */
  capacity: z.string(),
  /** Roles and positions that the officer may choose to act as. */
  capacities: z.array(z.object({ id: recordId, words: z.string() })),
  /** The chosen one; null: all roles at once. */
  actingAs: recordId.nullable(),
  /** Of the chosen role alone; of all where none was chosen, or a position. */
  grants: z.array(grantShape),
  /** The password came from an admin: until it is changed every other call is refused (`MustChangePassword`). */
  mustChangePassword: z.boolean(),
  /** ISO time at which the recovery code gave this account its password, for a month after it; else null. */
  recovered: z.string().nullable(),
  /** In whose terms the program speaks. */
  regulation: z.enum(regulationNames),
})
export type SessionFacts = z.infer<typeof sessionFacts>

export const workspaceStatus = task('workspace.status', {
  roles: 'public',
  input: z.object({}),
  output: z.object({
    state: z.enum(['none', 'locked', 'open']),
    city: z.string().nullable(),
    session: sessionFacts.nullable(),
    /** Where the data lies, for the officer to read; never sent back. */
    folder: z.string(),
    /** A restore that was cut off before this start was finished, or dropped with the data as it was. */
    restore: z.enum(['finished', 'dropped']).nullable(),
    /** The database is damaged: it is only read. */
    damage: damage.nullable(),
    /** Whoever is there may see to the damage: a session, or an officer whose password opened the keys of data that does not open. */
    mayRecover: z.boolean(),
  }),
})

export const workspaceCreate = task('workspace.create', {
  roles: 'public',
  input: z.object({
    regulation: z.enum(regulationNames),
    city: z.string().min(1).max(120),
    agency: z.string().max(200).default(''),
    name: z.string().min(1).max(200),
    nip,
    position: z.string().max(200).default(''),
    password,
  }),
  output: z.object({ session: sessionFacts, recoveryCode: z.string() }),
})

export const sessionLogin = task('session.login', {
  roles: 'public',
  input: z.object({ nip: z.string().max(40), password }),
  output: sessionFacts,
})
/** Public, so that whoever came to see to damaged data can leave too. */
export const sessionLogout = task('session.logout', {
  roles: 'public',
  input: z.object({}),
  output: z.object({}),
})

/** Opens the data with the printed recovery code and gives an admin of all OPDs a new password. */
export const sessionRecover = task('session.recover', {
  roles: 'public',
  input: z.object({ code: z.string().max(200), nip, password }),
  output: sessionFacts,
})

/** As what the officer acts from here on, on this device, until they choose otherwise; null: all roles. Error: `NotHeld`. */
export const sessionActAs = command('session.actAs', {
  roles: 'session',
  input: z.object({ capacity: recordId.nullable() }),
  output: sessionFacts,
})

export const changePassword = task('session.changePassword', {
  roles: 'session',
  input: z.object({ current: password, next: password }),
  output: committed,
})

/** Errors: `WeakPassword` with the reason. */
export const officerAdd = task('officer.add', {
  roles: wholeAdmin,
  input: z.object({
    nip,
    name: z.string().min(1).max(200),
    position: z.string().max(200),
    rank: z.string().max(60),
    password,
    grants: z.array(grantShape).min(1),
  }),
  output: z.object({ id: recordId, commit: z.string() }),
})

/**
 * A new first password for an officer who forgot theirs, made by the core and given out once; the admin's own is asked again.
 * Errors: `WrongPassword`, `UnknownOfficer`, `OwnPassword`.
 */
export const officerResetPassword = task('officer.resetPassword', {
  roles: wholeAdmin,
  input: z.object({ officer: recordId, password }),
  output: z.object({ firstPassword: z.string(), commit: z.string() }),
})

export const newRecoveryCode = task('session.newRecoveryCode', {
  roles: wholeAdmin,
  input: z.object({ password }),
  output: z.object({ recoveryCode: z.string() }),
})

/** Stops the task of another call; it answers `Cancelled`. */
export const taskCancel = task('task.cancel', {
  roles: 'public',
  input: z.object({ call: z.string() }),
  output: z.object({ stopped: z.boolean() }),
})

/** What the officer was typing, kept on this device only, encrypted, so that a crash or the idle lock loses nothing. */
export const draftGet = query('draft.get', {
  roles: 'session',
  input: z.object({ place: z.string().max(300) }),
  output: z.object({ value: z.string().nullable(), saved: z.string().nullable() }),
})
export const draftPut = command('draft.put', {
  roles: 'session',
  input: z.object({ place: z.string().max(300), value: z.string().max(8_000_000).nullable() }),
  output: z.object({}),
})

export const backupCreate = task('backup.create', {
  roles: { whole: ['admin', 'perencana', 'verifikator'] },
  input: z.object({}),
  output: z.object({
    name: z.string(),
    size: whole,
    rows: whole,
    head: z.string(),
    verified: z.literal(true),
  }),
})
export const backupList = task('backup.list', {
  roles: 'session',
  input: z.object({}),
  output: z.object({
    folder: z.string(),
    backups: z.array(z.object({ name: z.string(), size: whole, made: z.string() })),
  }),
})
/** A backup of the list, to take along. Errors: `NotFound`, `TooLarge` for the window, with the folder in which it lies. */
export const backupTake = task('backup.take', {
  roles: { whole: ['admin', 'perencana', 'verifikator'] },
  input: z.object({ name: z.string().max(300) }),
  output: download,
})
/**
 * Into an empty workspace by anybody; over data that is there by an admin of all OPDs who is logged in, from a copy of this very
 * workspace, and the present state is kept beside. `nip` and `password` open the copy: those of an admin at its time.
 * Errors: `NotFound`, `DamagedBackup`, `OtherWorkspace`, `WrongLogin`, `NotAdmin`, `Wait`, `InUse`, `NewerDatabase`.
 */
export const backupRestore = task('backup.restore', {
  roles: { whole: ['admin'], first: true },
  input: z.object({ file: upload.nullable(), name: z.string().nullable(), nip, password }),
  output: z.object({ city: z.string(), head: z.string(), rows: whole }),
})
