import { Button } from '@mantine/core'
import { IconListDetails, IconRefresh } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { takeOver } from '../app/handover.ts'
import { useUnsaved } from '../app/leave.tsx'
import { usePlace } from '../app/place.ts'
import { ComplianceNav, complianceAddress } from '../compliance/index.ts'
import { registerPath } from '../records/index.ts'
import {
  DropZone,
  EmptyState,
  ErrorText,
  PageDrop,
  PageHeader,
  ProgressNotice,
  pickedOf,
  usePagePaste,
} from '../ui/index.ts'
import { MakeButton } from './actions.tsx'
import { readPath } from './addresses.ts'
import { Comparison } from './Comparison.tsx'
import { FileRail } from './FileRail.tsx'
import styles from './questionnaire.module.css'
import { type AtHand, useAnswers } from './useAnswers.ts'

const texts = questionnaireWindowTexts

const Saved = ({ file }: { file: AtHand }) => (
  <EmptyState
    title={texts.doneTitle(file.answer?.opd.name ?? '')}
    action={
      <Link className={styles.link ?? ''} href={complianceAddress.agency(file.answer?.opd.id ?? '')}>
        {texts.openAgency}
      </Link>
    }
  >
    {texts.doneAbout}
  </EmptyState>
)

const Current = ({ file, answers }: { file: AtHand; answers: ReturnType<typeof useAnswers> }) => {
  if (file.answer === null)
    return (
      <div className={styles.message}>
        <ErrorText message={file.refusal} />
      </div>
    )
  return file.isSaved ? (
    <Saved file={file} />
  ) : (
    <Comparison
      key={`${file.key}/${file.round}`}
      answer={file.answer}
      onAgain={() => answers.again(file.key)}
      onSaved={() => answers.saved(file.key)}
    />
  )
}

const Choose = ({ answers }: { answers: ReturnType<typeof useAnswers> }) => (
  <div className={styles.choose}>
    <DropZone
      title={texts.read.dropTitle}
      hint={texts.read.dropHint}
      onFiles={(files) => void answers.bring(files)}
    />
    {answers.failure ? <ErrorText message={answers.failure.message} /> : null}
    <p className={styles.about}>{texts.read.aboutChoose}</p>
  </div>
)

/** The one that the officer chose, else the first that waits, else the first. */
const currentOf = (files: readonly AtHand[], chosen: string | null): AtHand | null =>
  files.find(({ key }) => key === chosen) ??
  files.find(({ answer, isSaved }) => answer !== null && !isSaved) ??
  files[0] ??
  null

/** Files that were brought on another page. */
const useBrought = (bring: ReturnType<typeof useAnswers>['bring']) => {
  const took = useRef(false)
  useEffect(() => {
    if (took.current) return
    took.current = true
    const brought = takeOver(readPath)
    if (brought !== null) void bring(brought.files)
  }, [bring])
}

/** “Baca isian OPD”: files of one OPD or several, each beside what is recorded of its OPD. */
export const ReadPage = () => {
  const { params } = usePlace()
  const answers = useAnswers(params.get('opd'))
  const { files, bring, busy, progress, cancel, cancelling } = answers
  const [chosen, setChosen] = useState<string | null>(null)
  const current = currentOf(files, chosen)
  useUnsaved(files.some(({ answer, isSaved }) => answer !== null && !isSaved))
  useBrought(bring)
  usePagePaste(async ({ files: pasted }) => {
    if (pasted.length > 0) await bring(await pickedOf(pasted))
  }, !busy)
  return (
    <div className={styles.page}>
      <PageDrop
        hint={texts.read.dropHint}
        onFiles={(dropped) => void pickedOf(dropped).then((picked) => bring(picked))}
      />
      <PageHeader
        title={texts.read.title}
        about={
          current === null || current.answer === null
            ? null
            : [current.answer.opd.name, current.file, ...(current.isSaved ? [] : [texts.read.about])].join(
                ' · ',
              )
        }
        actions={
          <>
            {current === null ? <MakeButton /> : null}
            {current === null || current.answer === null ? null : (
              <Button
                variant="default"
                leftSection={<IconRefresh size={16} stroke={1.6} />}
                onClick={() => answers.again(current.key)}
              >
                {texts.read.again}
              </Button>
            )}
            <Button
              component={Link}
              href={registerPath('questionnaire')}
              variant="default"
              leftSection={<IconListDetails size={16} stroke={1.6} />}
            >
              {texts.read.sentList}
            </Button>
          </>
        }
      >
        <ComplianceNav here="answers" />
      </PageHeader>
      {busy ? (
        <div className={styles.message}>
          <ProgressNotice
            label={progress?.step ?? texts.read.reading}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
            onCancel={cancel}
            cancelling={cancelling}
          />
        </div>
      ) : null}
      {current === null ? (
        busy ? null : (
          <Choose answers={answers} />
        )
      ) : (
        <div className={styles.body} data-many={files.length > 1 || undefined}>
          {files.length > 1 ? <FileRail files={files} current={current.key} onChoose={setChosen} /> : null}
          <div className={styles.main}>
            <Current file={current} answers={answers} />
          </div>
        </div>
      )}
    </div>
  )
}
