import type { z } from 'zod'
import type { opdSotkPreview } from '../../../shared/contract/opd.ts'
import { ok, type Result } from '../../../shared/contract/result.ts'
import { dayBefore, longDate } from '../../../shared/format/date.ts'
import { endingOf, renamedOf, type SotkChange } from '../../../shared/rules/opd/sotk-change.ts'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import type { QueryContext } from '../../feature.ts'
import { vectorOf } from '../../records/index.ts'
import { livingOf, pastOf, rolesOf } from './living.ts'
import { checkedOpds, heirsOf, nameOf, type Opds } from './register.ts'

const texts = opdSotkTexts.preview

const renameLines = ({ from, to, on }: SotkChange, opds: Opds): string[] => {
  const [opd, target] = [opds.get(from[0] ?? ''), to[0]]
  if (opd === undefined || target === undefined) return []
  const after = renamedOf(opd, target)
  const told = (
    before: string | null,
    now: string | null,
    words: (before: string, after: string) => string,
  ) => ((before ?? '') === (now ?? '') ? [] : [words(before || texts.empty, now || texts.empty)])
  return [
    ...told(opd.name, after.name, (before, now) => texts.renamed(before, now, longDate(on))),
    ...told(opd.code, after.code, texts.coded),
    ...told(opd.short, after.short, texts.shortened),
  ]
}

const opdLines = (change: SotkChange, opds: Opds): string[] => {
  if (change.kind === 'nama') return renameLines(change, opds)
  const heirs = heirsOf(change, opds)
  const ends = endingOf(change).map((id) => texts.ends(nameOf(opds, id), longDate(dayBefore(change.on))))
  const begins = change.to.map(({ id }, at) =>
    id === null ? texts.begins(heirs[at] ?? '', longDate(change.on)) : texts.stays(heirs[at] ?? ''),
  )
  return [...ends, ...begins]
}

/** Nothing is moved where nobody takes over: a dissolved OPD keeps what it had. */
const registersOf = ({ reader }: QueryContext, change: SotkChange) => {
  const takesOver = change.kind === 'gabung' || change.kind === 'pecah'
  return livingOf(reader, change).map(({ definition: { type, plural }, records, over }) => ({
    type,
    label: opdSotkTexts.registers[type] ?? plural,
    moved: takesOver ? records.length : 0,
    left: takesOver ? over : over + records.length,
  }))
}

/** What a change would do. Errors: those of `sotkFault`. */
export const previewSotk = (
  context: QueryContext,
  change: SotkChange,
): Result<z.input<typeof opdSotkPreview.output>> => {
  const { reader, session } = context
  const opds = checkedOpds(reader, change, session.today)
  if (!opds.ok) return opds
  return ok({
    opds: opdLines(change, opds.value),
    heirs: heirsOf(change, opds.value),
    registers: change.kind === 'nama' ? [] : registersOf(context, change),
    past: change.kind === 'nama' ? [] : pastOf(reader, change),
    roles: rolesOf(reader, change),
    seen: vectorOf(reader),
  })
}
