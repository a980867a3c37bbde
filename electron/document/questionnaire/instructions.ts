import type { AskedBook } from '../../../shared/rules/questionnaire/book.ts'
import { questionnaireTexts } from '../../../shared/texts/questionnaire.ts'
import { styled } from '../xlsx/common.ts'
import type { Row, Sheet } from '../xlsx/sheet.ts'

const words = questionnaireTexts.instructions
const { waits, own, open } = words.colours
const blank: Row = []
const heading = (text: string): Row => [null, styled(text, 'lead')]
const line = ([label, text]: readonly [string, string]): Row => [null, label, text]

/** The first sheet: for whom, how to fill it in, and who answers. */
export const instructionSheet = ({ marker, facts, paper }: AskedBook): Sheet => ({
  name: words.sheet,
  paper,
  isPlain: true,
  columns: [
    { title: '', width: 2, style: 'marker' },
    { title: '', width: 26, style: 'words' },
    { title: '', width: 74, style: 'words' },
  ],
  rows: [
    [marker, styled(words.title, 'title')],
    blank,
    ...facts.map(line),
    blank,
    heading(words.howTitle),
    ...words.how.map(line),
    blank,
    heading(words.coloursTitle),
    [null, styled(waits[0], 'waits'), waits[1]],
    [null, styled(own[0], 'own'), own[1]],
    [null, styled(open[0], 'text'), open[1]],
    blank,
    heading(words.answerTitle),
    [null, null, words.answerAbout],
    ...Object.values(words.answer).map((label): Row => [null, label, styled(null, 'answer')]),
  ],
})
