import { gridTexts } from '../../../shared/texts/ui.ts'
import { formatWhole } from '../format.ts'
import { blockIn, copyOut, pasteBlock } from './clipboard.ts'
import { cellsIn, type Desk } from './desk.ts'
import { fillDown, fillRange, fillRight, fillTarget } from './fill.ts'
import { clearRange } from './model.ts'
import { rangeOf, selectRange } from './selection.ts'
import type { Spot } from './types.ts'

const said = gridTexts.said

/** What is done with the selected block: clipboard, clearing, filling. */
export const makeBlockActs = ({ now, range, size, select, say, refuse, refusesTyping, act }: Desk) => {
  const fillWith = (fill: typeof fillDown) => act('fill', fill(now().sheet.rows(), now().columns, range()))
  const copy = (data: DataTransfer, cut: boolean) => {
    const { tsv, html } = copyOut(now().sheet.rows(), now().columns, range())
    data.setData('text/plain', tsv)
    data.setData('text/html', html)
    const cells = formatWhole(cellsIn(range()))
    if (cut) act('cut', clearRange(now().sheet.rows(), now().columns, range()))
    say(cut ? said.cut(cells) : said.copied(cells))
  }
  const bring = (html: string, text: string) => {
    if (!now().props.holdPaste?.(html, text)) put(html, text)
  }
  const paste = (data: DataTransfer) => bring(data.getData('text/html'), data.getData('text/plain'))
  const put = (html: string, text: string) => {
    const block = blockIn(html, text)
    if (!block || (now().props.readOnly && refusesTyping())) return
    const target = { rows: now().sheet.rows(), columns: now().columns, newRow: now().props.newRow ?? null }
    const pasted = pasteBlock(
      target,
      size().rows === 0 ? { top: 0, bottom: 0, left: 0, right: 0 } : range(),
      block,
    )
    act('paste', pasted.patches, pasted.doubts)
    say(said.pasted(formatWhole(cellsIn(pasted.range))))
    if (pasted.range.bottom >= pasted.range.top) select(selectRange(pasted.range))
  }

  /** From the menu; a system that does not let the window read the clipboard still lets it by key. */
  const pasteHere = async () => {
    try {
      const [item] = await navigator.clipboard.read()
      const read = async (kind: string) =>
        item?.types.includes(kind) ? (await item.getType(kind)).text() : ''
      bring(await read('text/html'), await read('text/plain'))
    } catch {
      refuse(gridTexts.pasteByKey)
    }
  }

  const pullFill = (spot: Spot) =>
    now().setView((view) => ({ ...view, fill: fillTarget(rangeOf(view.selection), spot) }))
  const dropFill = () => {
    const { fill } = now().view
    if (!fill) return
    act('fill', fillRange(now().sheet.rows(), now().columns, range(), fill))
    select(selectRange(fill))
  }
  return {
    copy,
    paste,
    put,
    pasteHere,
    pullFill,
    dropFill,
    clear: () => act('clear', clearRange(now().sheet.rows(), now().columns, range())),
    fillDown: () => fillWith(fillDown),
    fillRight: () => fillWith(fillRight),
  }
}
