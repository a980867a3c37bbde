import { ActionIcon, Button } from '@mantine/core'
import { IconArrowRight, IconX } from '@tabler/icons-react'
import { Link } from 'wouter'
import { conflictOpen, type DisputeRow } from '../../shared/contract/conflict.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { addressOf, useComposition } from '../app/catalogue.ts'
import { useAnswer } from '../app/client.tsx'
import { useDetail } from '../app/detail.ts'
import { EmptyState, ErrorText, formatMoment, ThinBar } from '../ui/index.ts'
import styles from './conflict.module.css'
import { UnitDecision } from './UnitDecision.tsx'

const texts = conflictWindowTexts.dispute

const Head = ({ dispute, onClose }: { dispute: DisputeRow; onClose: () => void }) => {
  const { pages } = useComposition()
  const address = addressOf(pages, dispute.type, dispute.id)
  return (
    <header className={styles.detailHead}>
      <div className={styles.detailWords}>
        <span className={styles.kind}>{[dispute.kind, dispute.opd].filter(Boolean).join(' · ')}</span>
        <h2 className={styles.detailTitle}>{dispute.title || texts.untitled}</h2>
        <p className={styles.note}>{texts.since(formatMoment(Date.parse(dispute.since)))}</p>
        {address === null ? null : (
          <Link href={address} className={styles.openRecord}>
            {texts.openRecord}
            <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />
          </Link>
        )}
      </div>
      <ActionIcon aria-label={conflictWindowTexts.close} onClick={onClose}>
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
    </header>
  )
}

/** One record, field by field: each value with who proposed it, what was agreed before, and the decision. */
export const DisputeDetail = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { data, failure, isPending } = useAnswer(conflictOpen, { id }, { keep: true })
  const dispute = data?.dispute ?? null
  useDetail(dispute?.title ?? null)
  if (failure)
    return (
      <div className={styles.message}>
        <ErrorText message={failure.message} />
      </div>
    )
  if (isPending || data === undefined) return <ThinBar label={conflictWindowTexts.loading} />
  if (dispute === null)
    return (
      <EmptyState
        small
        title={texts.gone}
        action={
          <Button variant="default" onClick={onClose}>
            {conflictWindowTexts.close}
          </Button>
        }
      >
        {texts.goneText}
      </EmptyState>
    )
  return (
    <div className={styles.detail}>
      <Head dispute={dispute} onClose={onClose} />
      {dispute.units.map((unit) => (
        <UnitDecision key={unit.unit} id={id} unit={unit} may={data.may} seen={data.seen} />
      ))}
    </div>
  )
}
