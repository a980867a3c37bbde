import { afterEach, describe, expect, test } from 'vitest'
import { definitions } from '../../../shared/records/index.ts'
import { inTerms, speakAs, spoken } from '../../../shared/texts/terms.ts'

describe('the terms of a city', () => {
  afterEach(() => speakAs('prabumulih'))
  const texts = spoken({
    deep: { all: 'Semua OPD', list: ['OPD', 'Diskominfo'] },
    of: (name: string) => `Ubah “${name}” milik OPD`,
    parts: (name: string) => ({ title: 'Diskominfo', body: [name, 'rencana induk'] }),
  } as const)

  test('are those of Prabumulih until somebody says otherwise', () => {
    expect(texts.deep.all).toBe('Semua OPD')
    expect(texts.of('Dinas')).toBe('Ubah “Dinas” milik OPD')
  })

  test('follow the regulation of the city, however deep a text lies', () => {
    const { deep } = texts
    speakAs('singkawang')
    expect(deep.all).toBe('Semua PD')
    expect([...deep.list]).toEqual(['PD', 'PD Pengelola TIK'])
    expect(inTerms('Rencana induk TIK, rencana induk, dan Rencana Induk')).toBe(
      'Masterplan TIK, Masterplan TIK, dan Masterplan TIK',
    )
    expect(inTerms('BOPD dan opd')).toBe('BOPD dan opd')
  })

  test('leave alone what somebody wrote', () => {
    speakAs('singkawang')
    expect(texts.of('Forum OPD Diskominfo')).toBe('Ubah “Forum OPD Diskominfo” milik PD')
    expect(texts.parts('Rapat OPD')).toEqual({
      title: 'PD Pengelola TIK',
      body: ['Rapat OPD', 'Masterplan TIK'],
    })
  })

  test('are those of labels, notes, choices and names of registers too, and come back', () => {
    const wordsOf = () =>
      definitions.flatMap(({ label, plural, fields }) => [
        label,
        plural,
        ...Object.values(fields as (typeof definitions)[number]['fields']).flatMap(({ facts }) => [
          facts.label,
          facts.note,
          ...Object.values(facts.choices),
        ]),
      ])
    const printed = /\bOPD\b|\bDiskominfo\b|\brencana induk\b/i
    const before = wordsOf()
    expect(before.some((words) => printed.test(words))).toBe(true)
    speakAs('singkawang')
    expect(wordsOf().filter((words) => printed.test(words))).toEqual([])
    speakAs('prabumulih')
    expect(wordsOf()).toEqual(before)
  })
})
