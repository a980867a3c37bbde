import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { opdRegister, opdSotk, opdSotkPreview } from '../../../shared/contract/opd.ts'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import { uiTexts } from '../../../shared/texts/ui.ts'
import { useAnswer } from '../../app/client.tsx'
import { useCommitNotice } from '../../app/commit.ts'
import { useUnsaved } from '../../app/leave.tsx'
import { usePlace } from '../../app/place.ts'
import { useWork } from '../../app/work.ts'
import { ErrorText, formatWhole, PageHeader, ThinBar, useSaveKey } from '../../ui/index.ts'
import { type Change, changeOf, type Draft, type Moves, newDraft, type Opd, usualMoves } from './draft.ts'
import { type FieldFault, SotkForm } from './SotkForm.tsx'
import { SotkPreview } from './SotkPreview.tsx'
import styles from './sotk.module.css'

const texts = opdSotkTexts
const list = '/daftar/opd'
const nothing: Change = { kind: 'bubar', on: '2000-01-01', basis: '', from: [], to: [] }

/** The preview of what was asked for; null until the officer asks, and again once the form changes. */
const usePreview = () => {
  const [asked, setAsked] = useState<Change | null>(null)
  const answer = useAnswer(opdSotkPreview, asked ?? nothing, { enabled: asked !== null })
  const isAsked = asked !== null
  return {
    asked,
    ask: setAsked,
    preview: isAsked ? (answer.data ?? null) : null,
    failure: isAsked ? answer.failure : null,
  }
}

const faultOf = (failure: ReturnType<typeof usePreview>['failure'], noDay: boolean): FieldFault => {
  if (noDay) return { field: 'on', message: uiTexts.form.dateUnreadable }
  const field = failure === null ? null : (failure as { field?: unknown }).field
  return failure !== null && typeof field === 'string' ? { field, message: failure.message } : null
}

const Work = ({ opds, first }: { opds: readonly Opd[]; first: string | null }) => {
  const { go } = usePlace()
  const [draft, setDraft] = useState<Draft>(() => newDraft(first, opds))
  const [begun, setBegun] = useState(false)
  const [noDay, setNoDay] = useState(false)
  const [chosen, setChosen] = useState<Moves | null>(null)
  const { asked, ask, preview, failure } = usePreview()
  const { run, busy } = useWork(opdSotk)
  const tell = useCommitNotice()
  useUnsaved(begun)
  const change = (next: Draft) => {
    setDraft(next)
    setBegun(true)
    setNoDay(false)
    ask(null)
  }
  const show = () => {
    const wanted = changeOf(draft)
    setNoDay(wanted === null)
    setChosen(null)
    ask(wanted)
  }
  const moves = asked === null || preview === null ? {} : (chosen ?? usualMoves(asked, preview))
  const save = async () => {
    if (asked === null || preview === null || busy) return
    const taken = Object.entries(moves).flatMap(([type, to]) => (to === null ? [] : [{ type, to }]))
    const result = await run({ change: asked, moves: taken, seen: preview.seen })
    const { saved, savedNone } = texts.preview
    if (!tell(result, ({ moved }) => (moved > 0 ? saved(formatWhole(moved)) : savedNone))) return
    setBegun(false)
    // After the guard has heard that nothing is unsaved any more.
    setTimeout(() => go(list))
  }
  useSaveKey(() => (preview === null ? show() : void save()))
  if (asked !== null && preview !== null)
    return (
      <SotkPreview
        change={asked}
        preview={preview}
        moves={moves}
        onMoves={setChosen}
        busy={busy}
        onBack={() => ask(null)}
        onSave={() => void save()}
      />
    )
  const fault = faultOf(failure, noDay)
  return (
    <>
      <SotkForm draft={draft} opds={opds} fault={fault} onChange={change} onShow={show} />
      {failure !== null && fault === null ? (
        <div className={styles.message}>
          <ErrorText message={failure.message} />
        </div>
      ) : null}
    </>
  )
}

/** “Perubahan SOTK”: what changes, what that would do, and all of it written as one change. */
export const SotkPage = () => {
  const { go, params } = usePlace()
  const { data } = useAnswer(opdRegister, {}, { records: ['opd', 'opdList', 'officer'], keep: true })
  return (
    <div className={styles.page}>
      <PageHeader
        title={texts.title}
        about={texts.about}
        actions={
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={16} stroke={1.75} />}
            onClick={() => go(list)}
          >
            {texts.back}
          </Button>
        }
      />
      {data === undefined ? <ThinBar /> : <Work opds={data.opds} first={params.get('opd')} />}
    </div>
  )
}
