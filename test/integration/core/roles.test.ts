import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composition } from '../../../electron/composition.ts'
import { attachmentAdd, attachmentList, attachmentOpen } from '../../../shared/contract/attachments.ts'
import {
  budgetAccept,
  budgetForm,
  budgetForms,
  budgetPreview,
  budgetSetStatus,
} from '../../../shared/contract/budget.ts'
import { type Audience, type InputOf, type RoleName, roleNames } from '../../../shared/contract/call.ts'
import { consolidationSummary } from '../../../shared/contract/consolidation.ts'
import { calls } from '../../../shared/contract/index.ts'
import {
  commitUndo,
  logList,
  recordGet,
  recordHistory,
  recordList,
  recordSave,
  searchAll,
} from '../../../shared/contract/records.ts'
import { mayCall } from '../../../shared/rules/access/index.ts'
import { acceptedOutputs } from '../../../shared/rules/budget/accepted.ts'
import type { ParsedFile } from '../../../shared/rules/budget/parsed.ts'
import { adminNip, openTestCore, type TestCore } from '../../fixtures/core.ts'
import { must, refusal } from '../../fixtures/store.ts'

const [pu, se] = ['public', 'session'] as const
const writers: readonly RoleName[] = ['admin', 'perencana', 'verifikator']
const keepers: readonly RoleName[] = [...writers, 'petugas_monev']
/** Held for all OPDs: these calls concern the whole workspace. */
const wholeAdmin: Audience = { whole: ['admin'] }
const wholeWriters: Audience = { whole: writers }
/** The one table of who may call what. A call that is not in it, or whose contract says otherwise, fails here. */
const table: Readonly<Record<string, Audience>> = {
  'workspace.status': pu,
  'workspace.create': pu,
  'session.login': pu,
  'session.recover': pu,
  'backup.restore': { whole: ['admin'], first: true },
  'task.cancel': pu,
  'document.verify': pu,
  'officer.resetPassword': wholeAdmin,
  'session.logout': pu,
  'session.changePassword': se,
  'session.actAs': se,
  'draft.get': se,
  'draft.put': se,
  'backup.list': se,
  'backup.take': wholeWriters,
  'record.list': se,
  'record.get': se,
  'record.save': se,
  'record.remove': se,
  'record.options': se,
  'record.history': se,
  'record.export': se,
  'record.many': se,
  'record.read': se,
  'record.plan': se,
  'record.sheet': se,
  'record.saveMany': se,
  'record.restorePlan': se,
  'record.restore': se,
  'record.deleted': se,
  'record.bringBack': se,
  'search.all': se,
  'commit.reach': se,
  'log.list': se,
  'commit.undo': se,
  'audit.verify': se,
  'audit.anchor': se,
  'check.run': se,
  'check.state': se,
  'recovery.facts': pu,
  'recovery.take': pu,
  'view.list': se,
  'view.save': se,
  'view.remove': se,
  'attachment.list': se,
  'attachment.open': se,
  'budget.forms': se,
  'budget.form': se,
  'budget.compare': se,
  'budget.history': se,
  'opd.register': se,
  'opd.sotkHistory': se,
  'people.holders': se,
  'regulation.text': se,
  'regulation.read': { whole: ['admin', 'perencana'] },
  'regulation.take': { whole: ['admin', 'perencana'] },
  'handover.preview': se,
  'handover.run': se,
  'consolidation.summary': se,
  'consolidation.points': se,
  'consolidation.rows': se,
  'consolidation.export': se,
  'consolidation.report': se,
  'compliance.matrix': se,
  'compliance.agency': se,
  'compliance.duty': se,
  'compliance.city': se,
  'compliance.due': se,
  'compliance.alike': se,
  'compliance.changes': se,
  'conflict.counts': se,
  'conflict.list': se,
  'conflict.open': se,
  'conflict.decide': se,
  'held.list': se,
  'held.release': wholeAdmin,
  'held.take': wholeAdmin,
  'document.openCertificate': se,
  'sealed.destroy': wholeAdmin,
  'demo.fill': wholeAdmin,
  'officer.add': wholeAdmin,
  'session.newRecoveryCode': wholeAdmin,
  'audit.rebuild': wholeAdmin,
  'audit.continue': wholeAdmin,
  'audit.export': wholeAdmin,
  'backup.create': wholeWriters,
  'device.list': wholeAdmin,
  'device.look': wholeAdmin,
  'device.enrol': wholeAdmin,
  'device.revoke': wholeAdmin,
  'budget.preview': writers,
  'budget.waiting': writers,
  'budget.discard': writers,
  'budget.join': writers,
  'budget.accept': writers,
  'budget.saveRows': writers,
  'budget.settle': writers,
  'budget.settleCells': writers,
  'budget.setStatus': writers,
  'consolidation.drawUp': writers,
  'budget.useVersion': ['admin', 'perencana'],
  'opd.read': ['admin', 'perencana'],
  'opd.take': ['admin', 'perencana'],
  'opd.declare': ['admin', 'perencana'],
  'opd.sotkPreview': { whole: ['admin', 'perencana'] },
  'opd.sotk': { whole: ['admin', 'perencana'] },
  'attachment.add': keepers,
  'attachment.replace': keepers,
  'attachment.save': keepers,
  'attachment.remove': keepers,
  'questionnaire.make': keepers,
  'questionnaire.read': keepers,
  'questionnaire.accept': keepers,
  'questionnaire.agencies': keepers,
  'questionnaire.book': keepers,
  'questionnaire.open': keepers,
}

let at: TestCore
const nips = new Map<RoleName, string>()
beforeAll(async () => {
  at = openTestCore()
  await at.begin()
  for (const role of roleNames)
    nips.set(role, role === 'admin' ? adminNip : await at.officer(role, [role, null]))
}, 120_000)
afterAll(() => at.close())

const answered = composition.features
  .flatMap(({ handlers }) => handlers)
  .flatMap((handler) => (handler.kind === 'internal' ? [] : [handler.call]))

describe('who may call what', () => {
  it('the table names every call of the contract and of the features, and each is answered', async () => {
    expect([...new Set([...calls.keys(), ...answered.map(({ name }) => name)])].sort()).toEqual(
      Object.keys(table).sort(),
    )
    for (const call of [...calls.values(), ...answered])
      expect(call.roles, call.name).toEqual(table[call.name])
    for (const name of Object.keys(table))
      expect((await at.core.handle(name, null)) as unknown, name).not.toMatchObject({
        error: { type: 'UnknownCall' },
      })
  })

  it('without a session only the public calls are open', async () => {
    await at.logout()
    for (const [name, audience] of Object.entries(table)) {
      const { type } = refusal(await at.core.handle(name, 'bukan masukan'))
      expect(type, name).toBe(audience === 'public' ? 'Malformed' : 'NeedsLogin')
    }
  })

  it.each(roleNames)('%s may call exactly what the table says', async (role) => {
    must(await at.login(nips.get(role)))
    for (const [name, audience] of Object.entries(table)) {
      const named = typeof audience === 'object' && 'whole' in audience ? audience.whole : audience
      const open = typeof named === 'string' || named.includes(role)
      expect(refusal(await at.core.handle(name, 'bukan masukan')).type, name).toBe(
        open ? 'Malformed' : 'NotAllowed',
      )
      expect(mayCall(audience, [{ role, opd: null, from: null, until: null }]), name).toBe(open)
      const narrow = open && !(typeof audience === 'object' && 'whole' in audience)
      expect(mayCall(audience, [{ role, opd: 'a.1.1', from: null, until: null }]), name).toBe(narrow)
    }
  })

  /** Which registers each role may write: the definitions' own list, tried at the core. */
  it.each(roleNames)('%s may write exactly the records that name the role', async (role) => {
    must(await at.login(nips.get(role)))
    for (const definition of composition.definitions) {
      const failure = refusal(
        await at
          .call(recordSave, { type: definition.type, id: null, values: {}, seen: null })
          .then((answer) => (answer.ok ? { ok: false, error: { type: 'Saved', message: '' } } : answer)),
      )
      const generic = definition.register || definition.type === 'workspace'
      const expected = definition.internal
        ? 'UnknownType'
        : !generic
          ? 'NotEditableHere'
          : definition.writers.includes(role)
            ? definition.type === 'workspace'
              ? 'OneWorkspace'
              : 'Saved'
            : 'Forbidden'
      expect(failure.type, definition.type).toBe(expected)
    }
  })
})

describe('an officer of one OPD', () => {
  const made = new Map<string, string>()
  beforeAll(async () => {
    must(await at.login())
    const save = async (type: string, values: Record<string, unknown>) =>
      must(await at.call(recordSave, { type, id: null, values, seen: null })).id
    made.set('mine', await save('opd', { code: '1.01', name: 'Dinas Milik', active: true }))
    made.set('other', await save('opd', { code: '1.02', name: 'Dinas Lain', active: true }))
    for (const opd of ['mine', 'other']) {
      const lines = ['Sub Output;Tahap;Metode;Pelaksana;Durasi;Sumber Daya', `Keluaran ${opd};;;;;`]
      const text = [...lines, `Sub;Tahap ${opd};;Vendor;;APBD : 10 Juta`].join('\n')
      const file = { name: `${opd}.csv`, bytes: new TextEncoder().encode(text) }
      const { token, parsed } = must(await at.call(budgetPreview, { files: [file] }))
      const { form, commit } = must(
        await at.call(budgetAccept, {
          token,
          opd: { id: made.get(opd) ?? null, code: '', name: '' },
          year: 2027,
          received: '2026-11-02',
          mode: 'version',
          outputs: acceptedOutputs(parsed.files as ParsedFile[]) as InputOf<typeof budgetAccept>['outputs'],
        }),
      )
      made.set(`form ${opd}`, form)
      made.set(`commit ${opd}`, commit)
    }
    const attachments = must(await at.call(recordList, { type: 'attachment' })).rows
    for (const { id, values } of attachments)
      made.set(`file ${values['opd'] === made.get('mine') ? 'mine' : 'other'}`, id)
    const nip = await at.officer('Perencana satu OPD', ['perencana', made.get('mine') as string])
    must(await at.login(nip))
  }, 60_000)
  const id = (name: string): string => made.get(name) as string

  it('sees the forms, rows, sums, files and hits of that OPD and no other', async () => {
    expect(must(await at.call(budgetForms, { year: 2027 })).forms.map(({ opd }) => opd)).toEqual([id('mine')])
    expect(
      must(await at.call(recordList, { type: 'budgetRow' })).rows.map(({ values }) => values['stage']),
    ).toEqual(['Tahap mine'])
    expect(must(await at.call(consolidationSummary, { year: 2027 })).all.total).toBe(10_000_000)
    expect(
      must(await at.call(searchAll, { text: 'tahap' }))
        .found.map(({ excerpt }) => excerpt)
        .join(),
    ).not.toContain('Tahap other')
    expect(must(await at.call(searchAll, { text: 'tahap' })).found).toHaveLength(1)
    expect(must(await at.call(attachmentList, { owner: id('form mine') })).attachments).toHaveLength(1)
    must(await at.call(attachmentOpen, { id: id('file mine') }))
  })

  it('gets the same answer for what belongs to another OPD as for what does not exist', async () => {
    expect(refusal(await at.call(budgetForm, { form: id('form other') })).type).toBe('NotFound')
    expect(refusal(await at.call(recordGet, { type: 'budgetForm', id: id('form other') })).type).toBe(
      'NotFound',
    )
    expect(refusal(await at.call(recordHistory, { type: 'budgetForm', id: id('form other') })).type).toBe(
      'NotFound',
    )
    expect(refusal(await at.call(attachmentOpen, { id: id('file other') })).type).toBe('NotFound')
    expect(
      refusal(
        await at.call(attachmentAdd, {
          owner: id('form other'),
          files: [{ name: 'x.pdf', bytes: new Uint8Array([1]) }],
        }),
      ).type,
    ).toBe('NotFound')
    expect(must(await at.call(attachmentList, { owner: id('form other') })).attachments).toEqual([])
    expect(
      refusal(
        await at.call(budgetSetStatus, { form: id('form other'), status: 'diperiksa', note: '', seen: {} }),
      ).type,
    ).toBe('NotFound')
  })

  it('writes there and nowhere else, and undoes nothing of others', async () => {
    must(
      await at.call(attachmentAdd, {
        owner: id('form mine'),
        files: [{ name: 'surat.pdf', bytes: new Uint8Array([1, 2]) }],
      }),
    )
    expect(refusal(await at.call(commitUndo, { commit: id('commit other') })).type).toBe('Forbidden')
    for (const type of ['opd', 'priceStandard', 'implementerAlias', 'officer', 'role', 'workspace'])
      expect(refusal(await at.call(recordSave, { type, id: null, values: {}, seen: null })).type, type).toBe(
        'Forbidden',
      )
  })

  it('reads the own entries of the log', async () => {
    const { entries, total } = must(await at.call(logList, {}))
    expect(new Set(entries.map(({ officer }) => officer))).toEqual(new Set(['Perencana satu OPD']))
    expect(total).toBe(entries.length)
  })
})
