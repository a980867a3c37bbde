import { Button, Radio, Textarea } from '@mantine/core'
import { type FormEvent, useId, useState } from 'react'
import { conflictDecide, type DisputedUnitShape, type ProposalShape } from '../../shared/contract/conflict.ts'
import { conflictWindowTexts } from '../../shared/texts/conflict-window.ts'
import { useCommitNotice } from '../app/commit.ts'
import { useOnce } from '../app/once.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, formatMoment } from '../ui/index.ts'
import styles from './conflict.module.css'

const texts = conflictWindowTexts.dispute

type Values = ProposalShape['values']

const ValueLines = ({ values }: { values: Values }) => (
  <dl className={styles.values}>
    {values.map(({ field, label, words }) => (
      <div key={field} className={styles.value}>
        {values.length > 1 ? <dt>{label}</dt> : null}
        <dd>{words === '' ? <span className={styles.none}>{texts.empty}</span> : words}</dd>
      </div>
    ))}
  </dl>
)

const Proposal = ({ proposal, agreed = false }: { proposal: ProposalShape; agreed?: boolean }) => {
  const { commit, officer, capacity, computer, time, reason, values, isShown } = proposal
  return (
    <Radio.Card value={commit} className={styles.card ?? ''}>
      <Radio.Indicator size="xs" />
      <div className={styles.cardWords}>
        {agreed ? <span className={styles.tag}>{texts.agreed}</span> : null}
        {isShown ? <span className={styles.tag}>{texts.isShown}</span> : null}
        <ValueLines values={values} />
        <span className={styles.by}>{texts.by(officer, capacity)}</span>
        <span className={styles.by}>{texts.from(computer, formatMoment(Date.parse(time)))}</span>
        <span className={styles.by}>{reason}</span>
      </div>
    </Radio.Card>
  )
}

/** What is shown meanwhile where that is none of the values to choose from. */
const Shown = ({ unit }: { unit: DisputedUnitShape }) => {
  const candidates = [...unit.proposals, ...(unit.agreed === null ? [] : [unit.agreed])]
  return candidates.some(({ isShown }) => isShown) ? null : (
    <div className={styles.shown}>
      <span className={styles.by}>{texts.shown}</span>
      <ValueLines values={unit.shown} />
    </div>
  )
}

type Props = {
  id: string
  unit: DisputedUnitShape
  may: boolean
  seen: Readonly<Record<string, number>>
}

const useDecision = ({ id, unit, seen }: Props) => {
  const { run, failure } = useWork(conflictDecide)
  const { once, busy } = useOnce()
  const tell = useCommitNotice()
  const decide = (choice: string, reason: string): Promise<unknown> =>
    once(async () => {
      const result = await run({ id, unit: unit.unit, choice, reason, seen: { ...seen } })
      tell(result, texts.done(unit.labels.join(', ')), { failureSaid: true, undoable: false })
    })
  return { decide, busy, failure }
}

const heldBack = (choice: string, reason: string): string | null => {
  if (choice === '') return texts.chooseFirst
  return reason.trim() === '' ? texts.reasonFirst : null
}

const Foot = ({ held, busy }: { held: string | null; busy: boolean }) => {
  const id = useId()
  return (
    <div className={styles.foot}>
      {held === null ? null : (
        <span id={id} className={styles.by}>
          {held}
        </span>
      )}
      <Button
        type="submit"
        loading={busy}
        disabled={held !== null}
        {...(held === null ? {} : { 'aria-describedby': id })}
      >
        {texts.decide}
      </Button>
    </div>
  )
}

/** One field, or the fields that belong together: the values side by side, and the choice with its reason. */
export const UnitDecision = (props: Props) => {
  const { unit, may } = props
  const { decide, busy, failure } = useDecision(props)
  const [choice, setChoice] = useState('')
  const [reason, setReason] = useState('')
  const title = unit.labels.join(', ')
  const held = heldBack(choice, reason)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (held === null) void decide(choice, reason)
  }
  return (
    <form className={styles.unit} aria-label={title} onSubmit={submit}>
      <h3 className={styles.unitTitle}>{title}</h3>
      <p className={styles.note}>{unit.isDecided ? texts.decidedAbout : texts.openAbout}</p>
      <Shown unit={unit} />
      <Radio.Group value={choice} onChange={setChoice} aria-label={texts.choose(title)} readOnly={!may}>
        <div className={styles.cards}>
          {unit.proposals.map((proposal) => (
            <Proposal key={proposal.commit} proposal={proposal} />
          ))}
          {unit.agreed === null ? null : <Proposal proposal={unit.agreed} agreed />}
        </div>
      </Radio.Group>
      {may ? (
        <>
          <Textarea
            label={texts.reason}
            description={texts.reasonHint}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {failure ? <ErrorText message={failure.message} /> : null}
          <Foot held={held} busy={busy} />
        </>
      ) : (
        <p className={styles.note}>{texts.mayNot}</p>
      )}
    </form>
  )
}
