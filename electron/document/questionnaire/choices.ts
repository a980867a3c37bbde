import { questionnaireTexts } from '../../../shared/texts/questionnaire.ts'
import { columnRange } from '../xlsx/cell.ts'
import type { Row, Sheet } from '../xlsx/sheet.ts'

const name = questionnaireTexts.sheet.choices

/** Lists that cells offer, each once; they stand in a hidden sheet, because a cell's own list is short and cut by commas. */
export class ChoiceLists {
  private readonly lists: (readonly string[])[] = []
  private readonly places = new Map<string, number>()

  /** The range of a list; '' for an empty one. */
  rangeOf(choices: readonly string[]): string {
    if (choices.length === 0) return ''
    const key = JSON.stringify(choices)
    const at = this.places.get(key) ?? this.lists.push(choices) - 1
    this.places.set(key, at)
    return columnRange(name, at, 1, choices.length)
  }

  sheet(): Sheet {
    const { lists } = this
    const longest = lists.reduce((most, { length }) => Math.max(most, length), 0)
    return {
      name,
      isPlain: true,
      isHidden: true,
      columns: lists.map(() => ({ title: '', width: 30, style: 'plain' as const })),
      rows: Array.from({ length: longest }, (_unused, at): Row => lists.map((list) => list[at] ?? null)),
    }
  }
}
