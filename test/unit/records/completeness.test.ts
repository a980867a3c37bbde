import { describe, expect, test } from 'vitest'
import { application } from '../../../shared/records/application.ts'
import { dataRequest } from '../../../shared/records/data.ts'
import { definitions } from '../../../shared/records/index.ts'
import { infrastructure } from '../../../shared/records/infrastructure.ts'
import { website } from '../../../shared/records/website.ts'
import { completenessOf } from '../../../shared/rules/records/completeness.ts'

const missingOf = (...[definition, values, prefix]: Parameters<typeof completenessOf>) =>
  completenessOf(definition, values, prefix).missing.map(({ key }) => key)

describe('the completeness of a record', () => {
  test('counts required fields and those that the own regulation asks for, and names the empty ones', () => {
    const values = { address: 'dinkes.go.id', kind: 'situs', opd: 'a.1.1', placement: 'sewa', country: 'ID' }
    expect(missingOf(website, values, 'PBM')).toEqual([
      'owner',
      'manager',
      'provider',
      'legalForm',
      'proof',
      'leaseUntil',
      'administrator',
    ])
    expect(completenessOf(website, values, 'PBM').asked).toHaveLength(12)
    expect(missingOf(website, values, 'SKW')).toEqual([])
    expect(completenessOf(website, values, 'SKW').asked.map(({ key }) => key)).toEqual([
      'address',
      'opd',
      'kind',
    ])
  })

  test('takes “no” and zero for answers', () => {
    expect(missingOf(application, { transacts: false, assetValue: 0 }, 'PBM')).not.toContain('transacts')
    expect(missingOf(application, { assetValue: 0 }, 'PBM')).not.toContain('assetValue')
    expect(missingOf(application, { duty: '' }, 'PBM')).toContain('duty')
  })

  test('asks nothing that does not concern the record as it is', () => {
    expect(missingOf(website, { placement: 'diskominfo' }, 'PBM')).not.toContain('country')
    expect(missingOf(website, { kind: 'medsos' }, 'PBM')).not.toContain('country')
    expect(missingOf(website, {}, 'PBM')).toContain('country')
    const given = missingOf(application, { origin: 'pusat' }, 'PBM')
    for (const key of ['docNeeds', 'licence', 'copyright', 'coordinatedOn', 'tested'])
      expect(given).not.toContain(key)
    const made = missingOf(application, { origin: 'daerah', kind: 'khusus' }, 'PBM')
    for (const key of ['docNeeds', 'licence', 'copyright', 'coordinatedOn', 'tested'])
      expect(made).toContain(key)
    expect(made).not.toContain('docReason')
    expect(missingOf(application, { origin: 'daerah', docSource: 'tidak_tersedia' }, 'PBM')).toContain(
      'docReason',
    )
    expect(missingOf(application, { origin: 'daerah', licence: 'terbuka' }, 'PBM')).not.toContain('copyright')
  })

  test('asks for opinions on a refusal that rests on no law', () => {
    expect(missingOf(dataRequest, { answer: 'diberikan' }, 'PBM')).not.toContain('opinionOwner')
    expect(missingOf(dataRequest, { answer: 'ditolak', lawful: true }, 'PBM')).not.toContain('opinionOwner')
    expect(missingOf(dataRequest, { answer: 'ditolak', lawful: false }, 'PBM')).toContain('opinionOwner')
    expect(missingOf(infrastructure, { keeper: 'mitra' }, 'PBM')).not.toContain('coordinatedIn')
    expect(missingOf(infrastructure, { keeper: 'opd' }, 'PBM')).toContain('coordinatedIn')
  })

  test('is asked of fields that exist alone', () => {
    for (const definition of definitions)
      for (const key of definition.unconcerned({} as never)) expect(definition.fields).toHaveProperty([key])
  })
})
