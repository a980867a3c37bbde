import type { z } from 'zod'
import type { InstrumentFacts, regulationTake } from '../../shared/contract/regulation.ts'
import { fail, ok, type Result } from '../../shared/contract/result.ts'
import { seriesNames, versioned } from '../../shared/regulation/version.ts'
import { regulationImportTexts } from '../../shared/texts/regulation-import.ts'
import type { CommandContext } from '../feature.ts'
import { storedPaper } from '../records/index.ts'
import type { Staged } from './read-file.ts'

const texts = regulationImportTexts.taken
const orNull = (text: string): string | null => text.trim() || null

/** The name of a series that is there already, else the one that the text gives itself. */
const seriesOf = ({ reader }: CommandContext, names: readonly string[]): string | null =>
  names.find((series) => reader.where('instrument', { series }).length > 0) ?? names.at(-1) ?? null

/** Values of the record; the text as bytes, so that no list reads it. */
const valuesOf = (context: CommandContext, facts: InstrumentFacts, { file, digest, read }: Staged) => {
  const { publication, content } = read
  const short = facts.short.trim() || facts.title.trim() || file.name
  return {
    short,
    title: orNull(facts.title),
    kind: content.kind,
    version: orNull(facts.version),
    number: orNull(facts.number),
    year: facts.year,
    enacted: orNull(facts.enacted),
    promulgated: orNull(facts.promulgated),
    publisher: orNull(publication.publisher),
    released: orNull(publication.released),
    copyright: orNull(publication.copyright),
    about: orNull(publication.about),
    series: seriesOf(context, seriesNames(publication.series, short, read.facts.short)),
    file: file.name,
    digest,
    content: new TextEncoder().encode(JSON.stringify(content)),
  }
}

/** One version of a regulation or framework and the file that it came from, as one commit. Errors: `PreviewGone`, `Forbidden`, and those of a commit. */
export const takeInstrument = (
  context: CommandContext,
  { token, facts }: z.output<typeof regulationTake.input>,
): Result<z.input<typeof regulationTake.output>> => {
  const staged = context.staged<Staged>(token)
  if (staged === null) return fail('PreviewGone', texts.previewGone)
  const values = valuesOf(context, facts, staged)
  const reason = texts.reason(versioned(values.short, values.version ?? ''), staged.file.name)
  const done = context.store.commit(context.actor, reason, (tx) => {
    const id = tx.create('instrument', values)
    tx.create('attachment', storedPaper(context, id, null, staged.file))
    return id
  })
  if (!done.ok) return done
  context.unstage(token)
  return ok({ commit: done.value.commit, seq: done.value.seq, id: done.value.value })
}
