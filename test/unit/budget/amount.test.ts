import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rupiah, rupiahInLetter, thousands } from '../../../shared/format/money.ts'
import { terbilangRupiah } from '../../../shared/format/terbilang.ts'
import { type AmountContext, readAmount } from '../../../shared/rules/budget/amount.ts'

const funding = (text: string, context?: AmountContext) =>
  readAmount(text, context).funding.map(({ source, amount }) => [source, amount])
const types = (text: string, context?: AmountContext) =>
  readAmount(text, context).doubts.map(({ type }) => type)

describe('an amount as officers write it is read as whole rupiah, without any doubt', () => {
  it.each([
    ['APBD : 10 Juta', 'APBD', 10_000_000],
    ['APBD: 10 juta', 'APBD', 10_000_000],
    ['APBD 10 juta', 'APBD', 10_000_000],
    ['APBD=10 juta', 'APBD', 10_000_000],
    ['APBD - 10 juta', 'APBD', 10_000_000],
    ['Rp 10.000.000,-', '', 10_000_000],
    ['Rp10.000.000,00', '', 10_000_000],
    ['Rp. 10.000.000.-', '', 10_000_000],
    ['Rp 10 000 000', '', 10_000_000],
    ['IDR 10,000,000.00', '', 10_000_000],
    ['10,000,000', '', 10_000_000],
    ['10 jt', '', 10_000_000],
    ['10jt', '', 10_000_000],
    ['Rp.10jt,-', '', 10_000_000],
    ['1,5 Miliar', '', 1_500_000_000],
    ['1,5 Milyar', '', 1_500_000_000],
    ['2.500 ribu', '', 2_500_000],
    ['2,5 ribu', '', 2_500],
    ['1.500 juta', '', 1_500_000_000],
    ['1.5 juta', '', 1_500_000],
    ['10000000', '', 10_000_000],
    ['10.000.000', '', 10_000_000],
    ['10.000.000 rupiah', '', 10_000_000],
    ['sepuluh juta rupiah', '', 10_000_000],
    ['10 juta (sepuluh juta rupiah)', '', 10_000_000],
    ['10 juta (APBD)', 'APBD', 10_000_000],
    ['Rp 10.000.000 dari DAK', 'DAK', 10_000_000],
    ['APBD TA 2027 : Rp 10.000.000', 'APBD', 10_000_000],
    ['APBD Kota 10 juta', 'APBD', 10_000_000],
    ['APBD Prov. 10 juta', 'APBD Provinsi', 10_000_000],
    ['APBN 10 juta', 'APBN', 10_000_000],
    ['BLUD : 10 juta', 'BLUD', 10_000_000],
    ['hibah 10 juta', 'Hibah', 10_000_000],
    ['CSR 10 juta', 'CSR', 10_000_000],
    ['Dana desa Rp10.000.000', 'Dana Desa', 10_000_000],
    ['DAK Fisik : 10 juta', 'DAK Fisik', 10_000_000],
    ['APBD\n10.000.000', 'APBD', 10_000_000],
    ['5 unit x Rp 10.000.000 = Rp 50.000.000 (APBD)', 'APBD', 50_000_000],
  ])('%j', (text, source, amount) => {
    expect(funding(text)).toEqual([[source, amount]])
    expect(types(text)).toEqual([])
  })
})

describe('several sources in one cell are told apart', () => {
  const two = [
    ['APBD', 10_000_000],
    ['DAK', 5_000_000],
  ]
  it.each([
    'APBD : 10 Juta; DAK : 5 Juta',
    'APBD : 10 Juta\nDAK : 5 Juta',
    'APBD : 10 Juta, DAK : 5 Juta',
    'APBD 10 juta dan DAK 5 juta',
    'APBD 10 juta + DAK 5 juta',
    'APBD 10 juta / DAK 5 juta',
    '- APBD: 10 juta\n- DAK: 5 juta',
    'APBD 10 juta + DAK 5 juta = 15 juta',
    'APBD: 10jt\nDAK: 5jt\nTotal: 15jt',
    'Rp15.000.000 (APBD Rp10.000.000, DAK Rp5.000.000)',
    '10 juta (APBD) dan 5 juta (DAK)',
    'APBD : Rp 10.000.000,- DAK : Rp 5.000.000,-',
  ])('%j', (text) => {
    expect(funding(text)).toEqual(two)
    expect(types(text)).toEqual([])
  })

  it('a stated sum that differs from its parts is a doubt with both numbers, and the parts count', () => {
    const read = readAmount('APBD 10 juta + DAK 5 juta = 16 juta')
    expect(read.doubts).toMatchObject([{ type: 'SumMismatch', amounts: [15_000_000, 16_000_000] }])
    expect(read.funding).toHaveLength(2)
  })
})

describe('what has two readings, a fraction or a sign is a doubt and no amount', () => {
  it.each([
    ['1.5 M', 'AmountAmbiguous'],
    ['2,500', 'AmountAmbiguous'],
    ['1,500 juta', 'AmountAmbiguous'],
    ['Rp 10.000.0000', 'AmountMalformed'],
    ['Rp 10.000.000,50', 'AmountFraction'],
    ['-10.000.000', 'AmountNegative'],
    ['Rp -10.000', 'AmountNegative'],
    ['(10.000.000)', 'AmountNegative'],
    ['5 T', 'AmountAbsurd'],
    ['Rp 1.234.567.890.123.456', 'AmountAbsurd'],
    ['APBD : 10', 'AmountTooSmall'],
    ['10-15 juta', 'AmountRange'],
    ['10 juta s.d. 15 juta', 'AmountRange'],
    ['5 unit x Rp 10.000.000', 'AmountMultiplied'],
    ['@ Rp 500.000', 'AmountMultiplied'],
    ['Rp 500.000 / bulan', 'AmountPerUnit'],
    ['USD 1,000', 'ForeignCurrency'],
    ['APBD', 'SourceWithoutAmount'],
    ['sesuai DPA', 'NotAmount'],
    ['Server milik Kominfo', 'NotAmount'],
    ['menyesuaikan', 'NotAmount'],
    ['50%', 'NotAmount'],
    ['kabel 200 m', 'NotAmount'],
  ])('%j is %s', (text, type) => {
    expect(types(text)).toEqual([type])
    expect(funding(text)).toEqual([])
    expect(readAmount(text).other).toBe(text)
  })

  it.each([
    ['1,5 M', 1_500_000_000, 'UnitLetter'],
    ['± 10 juta', 10_000_000, 'AmountApproximate'],
    ['10 juta-an', 10_000_000, 'AmountApproximate'],
  ])('%j is counted and marked', (text, amount, type) => {
    expect(funding(text)).toEqual([['', amount]])
    expect(types(text)).toEqual([type])
  })

  it('two sources that share one amount are counted once, without a source', () => {
    expect(funding('APBD, DAK : 10 juta')).toEqual([['', 10_000_000]])
    expect(types('APBD, DAK : 10 juta')).toEqual(['SourcesShareAmount'])
  })
})

describe('a cell without money', () => {
  it.each(['', '-', '–', 'Rp -', 'Rp 0,-', '0'])('%j is no cost and no doubt', (text) => {
    expect(readAmount(text)).toEqual({ funding: [], other: '', doubts: [] })
  })
  it.each(['2 orang programmer', '37 orang pendamping kelurahan', '2 orang tenaga teknis, 1 unit server'])(
    '%j is a resource that is counted: text, no doubt',
    (text) => {
      expect(readAmount(text)).toEqual({ funding: [], other: text, doubts: [] })
    },
  )
  it('text beside money stays as text', () => {
    expect(readAmount('APBD : 10 Juta, 2 orang tenaga ahli')).toEqual({
      funding: [{ source: 'APBD', amount: 10_000_000 }],
      other: '2 orang tenaga ahli',
      doubts: [],
    })
  })
})

describe('what the heading says holds for cells that name no unit themselves', () => {
  const millions: AmountContext = { scale: 1_000_000, source: 'APBD', number: null }
  it('a plain number is taken in the unit of the heading', () => {
    expect(funding('10', millions)).toEqual([['APBD', 10_000_000]])
    expect(funding('2,5', millions)).toEqual([['APBD', 2_500_000]])
    expect(funding('10', { ...millions, number: 10 })).toEqual([['APBD', 10_000_000]])
  })
  it('a unit in the cell wins over the unit of the heading', () =>
    expect(funding('500 ribu', millions)).toEqual([['APBD', 500_000]]))
  it('full rupiah below a heading in millions is absurd, and a doubt', () =>
    expect(types('10.000.000', millions)).toEqual(['AmountAbsurd']))
})

describe('number cells of a spreadsheet', () => {
  const cell = (number: number): AmountContext => ({ scale: null, source: '', number })
  it('count by their value, not by how many digits are shown', () =>
    expect(funding('10.000.000', cell(10_000_000.000000002))).toEqual([['', 10_000_000]]))
  it('count by their text where the number format writes a unit', () =>
    expect(funding('APBD : 10 Juta', cell(10))).toEqual([['APBD', 10_000_000]]))
  it.each([
    ['-5', -5, 'AmountNegative'],
    ['10.000,5', 10_000.5, 'AmountFraction'],
    ['10', 10, 'AmountTooSmall'],
    ['1e+300', 1e300, 'AmountAbsurd'],
  ])('%s is a doubt', (text, number, type) => expect(types(text, cell(number))).toEqual([type]))
})

const money = fc.integer({ min: 10_000, max: 999_999_999_999 })
const writings: readonly ((amount: number) => string)[] = [
  rupiah,
  rupiahInLetter,
  (amount) => `Rp ${thousands(amount)},-`,
  (amount) => `Rp. ${thousands(amount)}`,
  (amount) => `${thousands(amount)} rupiah`,
  (amount) => `APBD : ${rupiah(amount)}`,
  (amount) => `${rupiah(amount)} (${terbilangRupiah(amount)})`,
  terbilangRupiah,
  (amount) => `IDR ${thousands(amount).replaceAll('.', ',')}.00`,
]

describe('laws', () => {
  it('every amount that is written in any of the usual ways is read back as itself', () => {
    fc.assert(
      fc.property(money, fc.constantFrom(...writings), (amount, write) => {
        const read = readAmount(write(amount))
        expect(read.funding.map((one) => one.amount)).toEqual([amount])
        expect(read.doubts).toEqual([])
        expect(read.other).toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('the amounts of a list of sources add up to the sum of what was written, source by source', () => {
    const sources = ['APBD', 'APBN', 'DAK', 'BLUD', 'Hibah', 'CSR'] as const
    const list = fc.uniqueArray(fc.tuple(fc.constantFrom(...sources), money), {
      minLength: 1,
      maxLength: 6,
      selector: ([source]) => source,
    })
    fc.assert(
      fc.property(list, fc.constantFrom('; ', '\n', ' + ', ' dan ', ', '), (parts, mark) => {
        expect(funding(parts.map(([source, amount]) => `${source} : ${rupiah(amount)}`).join(mark))).toEqual(
          parts,
        )
      }),
      { numRuns: 300 },
    )
  })

  it('no text makes it throw, every amount is a whole number above zero, and letters and digits are in an amount, a source, the rest or a doubt', () => {
    const piece = fc.constantFrom(
      'APBD',
      'DAK',
      ' ',
      ':',
      ';',
      '\n',
      '10',
      '1.5',
      '2,500',
      'juta',
      'Rp',
      '-',
      '(',
      ')',
      'x',
      '=',
      'M',
      'orang',
      'dan',
      '+',
      '%',
      '/',
      'bulan',
      '@',
      'total',
      '.000',
      ',00',
      'sepuluh',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        ),
        (text) => {
          const read = readAmount(text)
          for (const { amount } of read.funding) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true)
          const silent = read.funding.length === 0 && read.doubts.length === 0 && read.other === ''
          if (silent) expect(text.replace(/rp|idr|[^a-z1-9]/gi, '')).toMatch(/^[A-Za-z]*$/)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
