import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AnyCall } from '../../../shared/contract/call.ts'
import { calls } from '../../../shared/contract/index.ts'
import { logList, recordList, recordSave } from '../../../shared/contract/records.ts'
import type { Result } from '../../../shared/contract/result.ts'
import { decodeWire, encodeRequest, encodeWire, readRequest } from '../../../shared/contract/wire.ts'
import { definitions } from '../../../shared/records/index.ts'
import { openTestCore, type TestCore } from '../../fixtures/core.ts'
import { inputsOf } from '../../fixtures/inputs.ts'
import { must, testNow, times } from '../../fixtures/store.ts'

let at: TestCore
let ids: string[]
beforeAll(async () => {
  at = openTestCore({ now: () => testNow })
  await at.begin()
  const save = async (type: string, values: Record<string, unknown>) =>
    must(await at.call(recordSave, { type, id: null, values, seen: null })).id
  const opd = await save('opd', { code: '1', name: 'Dinas Satu' })
  const alias = await save('implementerAlias', { written: 'VENDOR', implementer: 'Vendor' })
  const officers = must(await at.call(recordList, { type: 'officer' })).rows.map(({ id }) => id)
  const { entries } = must(await at.call(logList, {}))
  ids = [
    opd,
    alias,
    ...officers,
    ...entries.map(({ commit }) => commit),
    entries[0]?.device ?? '',
    ...definitions.map(({ type }) => type),
  ]
}, 60_000)
afterAll(() => at.close())

/** Work with passwords, processes and whole files: a few well-formed inputs are enough, their own tests have more. */
const dear = new Set([
  'workspace.create',
  'session.login',
  'session.recover',
  'session.changePassword',
  'session.newRecoveryCode',
  'officer.add',
  'officer.resetPassword',
  'backup.create',
  'backup.restore',
  'audit.verify',
  'audit.rebuild',
  'audit.export',
  'check.run',
  'opd.read',
  'record.read',
  'questionnaire.make',
  'questionnaire.read',
  'regulation.read',
  'demo.fill',
  'budget.preview',
  'consolidation.export',
  'document.openCertificate',
  'document.verify',
])
const runsOf = (call: AnyCall): number => (dear.has(call.name) ? times(2, 20) : times(40, 1000))

const isTyped = (answer: Result<unknown>): boolean =>
  answer.ok ||
  (typeof answer.error.type === 'string' && answer.error.type !== 'Defect' && answer.error.message.length > 0)

describe('every call', { timeout: 600_000 }, () => {
  it.each([...calls.values()].filter(({ name }) => name !== 'session.logout' && name !== 'backup.restore'))(
    '$name answers any well-formed input with success or a typed refusal',
    async (call) => {
      await fc.assert(
        fc.asyncProperty(inputsOf(call.input, ids), async (input) => {
          if (at.core.session.current(false) === null) must(await at.login())
          const answer = await at.core.handle(call.name, input, 'uji')
          expect([answer, isTyped(answer)]).toEqual([answer, true])
        }),
        { numRuns: runsOf(call) },
      )
      expect(at.defects).toEqual([])
    },
  )

  it('answers any other input as malformed', async () => {
    const junk = fc.anything({
      maxDepth: 2,
      withNullPrototype: true,
      withBigInt: true,
      withDate: true,
      withMap: true,
      withTypedArray: true,
    })
    for (const { name } of calls.values()) {
      await fc.assert(
        fc.asyncProperty(junk, async (input) => {
          if (calls.get(name)?.input.safeParse(input).success) return
          if (at.core.session.current(false) === null) must(await at.login())
          expect(await at.core.handle(name, input)).toMatchObject({ ok: false, error: { type: 'Malformed' } })
        }),
        { numRuns: times(30, 1000) },
      )
    }
    expect(at.defects).toEqual([])
  })

  it('answers any text from the window, whatever it is', async () => {
    const message = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc
        .record({
          name: fc.oneof(fc.constantFrom(...calls.keys(), '__proto__', 'constructor'), fc.string()),
          call: fc.string(),
          input: fc.jsonValue(),
        })
        .map(encodeRequest),
      fc
        .tuple(fc.constantFrom(...calls.keys()), fc.string({ unit: 'binary' }))
        .map(([name, input]) => `["${name}","1"]\n${input}`),
      fc.constant('["record.list","1"]\n{"$bytes":"***"}'),
    )
    await fc.assert(
      fc.asyncProperty(
        message.filter((text) => !/logout|restore|backup|audit|recover|login/.test(text)),
        async (text) => {
          expect(isTyped(decodeWire(await at.core.answer(text)) as Result<unknown>)).toBe(true)
        },
      ),
      { numRuns: times(200, 2000) },
    )
    expect(at.defects).toEqual([])
  })
})

it('every message survives the wire, bytes and all', () => {
  const plain = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      plain,
      fc.uint8Array(),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('any'), { maxKeys: 3, noNullPrototype: true }),
    ),
  })).any
  fc.assert(
    fc.property(value, (one) => {
      expect(decodeWire(encodeWire(one))).toEqual(one)
    }),
  )
})

it('the head of a request is read without its input, whatever stands in either', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 100 }),
      fc.string({ maxLength: 100 }),
      fc.jsonValue(),
      (name, call, input) => {
        const text = encodeRequest({ name, call, input })
        expect(readRequest(text)).toEqual({ name, call, input: encodeWire(input) })
      },
    ),
  )
  for (const text of ['', '[]', '{"name":"a"}', '["a"]\n{}', '["a",1]\n{}', `${'['.repeat(5000)}\n`])
    expect(readRequest(text)).toBeNull()
})
