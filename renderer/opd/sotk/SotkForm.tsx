import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type FormEvent, useRef } from 'react'
import { opdSotkTexts } from '../../../shared/texts/opd-sotk.ts'
import { DateField } from '../../ui/index.ts'
import { blankTarget, type Draft, type Kind, type Opd, type Target, withFrom, withKind } from './draft.ts'
import { ManyOpds, OneOpd } from './OpdChoice.tsx'
import styles from './sotk.module.css'
import { NameFields, TargetFields } from './TargetFields.tsx'

const texts = opdSotkTexts.fields
const kinds = (Object.keys(opdSotkTexts.kinds) as Kind[]).map((value) => ({
  value,
  label: opdSotkTexts.kinds[value],
}))
const fewestParts = 2

export type FieldFault = { readonly field: string; readonly message: string } | null
type Props = { draft: Draft; opds: readonly Opd[]; fault: FieldFault; onChange: (draft: Draft) => void }

const said = (fault: FieldFault, field: string): string | undefined =>
  fault?.field === field ? fault.message : undefined

const Parts = ({ draft, opds, fault, onChange }: Props) => {
  const added = useRef(draft.to.length)
  const put = (to: readonly Target[]) => onChange({ ...draft, to })
  const add = () => {
    added.current += 1
    put([...draft.to, blankTarget(`tambahan-${added.current}`)])
  }
  return (
    <>
      {draft.to.map((target, at) => (
        <fieldset key={target.key} className={styles.part}>
          <legend className={styles.legend}>{texts.part(at + 1)}</legend>
          <TargetFields
            target={target}
            label={texts.part(at + 1)}
            opds={opds}
            error={at === 0 ? said(fault, 'to') : undefined}
            onChange={(next) => put(draft.to.map((one) => (one.key === next.key ? next : one)))}
          />
          {draft.to.length > fewestParts ? (
            <ActionIcon
              className={styles.remove ?? ''}
              aria-label={texts.removePart(at + 1)}
              title={texts.removePart(at + 1)}
              onClick={() => put(draft.to.filter(({ key }) => key !== target.key))}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button variant="default" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={add}>
          {texts.addPart}
        </Button>
      </div>
    </>
  )
}

const Into = ({ draft, opds, fault, onChange }: Props) => {
  const [target] = draft.to
  const put = (next: Target) => onChange({ ...draft, to: [next] })
  if (draft.kind === 'pecah') return <Parts draft={draft} opds={opds} fault={fault} onChange={onChange} />
  if (target === undefined) return null
  return draft.kind === 'nama' ? (
    <NameFields target={target} nameLabel={texts.newName} error={said(fault, 'to')} onChange={put} />
  ) : (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{texts.into}</legend>
      <TargetFields target={target} label={texts.into} opds={opds} error={said(fault, 'to')} onChange={put} />
    </fieldset>
  )
}

/** What changes, from when, by which law: everything that the preview rests on. */
export const SotkForm = ({ draft, opds, fault, onChange, onShow }: Props & { onShow: () => void }) => {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onShow()
  }
  const active = opds.filter((opd) => opd.active)
  const from = (ids: readonly string[]) => onChange(withFrom(draft, ids, opds))
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <div className={styles.scroll}>
        <div className={styles.fields}>
          <div>
            <SegmentedControl
              aria-label={opdSotkTexts.kind}
              fullWidth
              transitionDuration={0}
              data={kinds}
              value={draft.kind}
              onChange={(kind) => onChange(withKind(draft, kind as Kind, opds))}
            />
            <p className={styles.about}>{opdSotkTexts.kindAbout[draft.kind]}</p>
          </div>
          <div className={styles.basis}>
            <DateField
              label={texts.on}
              withAsterisk
              error={said(fault, 'on')}
              value={draft.on}
              onChange={(on) => onChange({ ...draft, on })}
            />
            <TextInput
              label={texts.basis}
              placeholder={texts.basisHint}
              maxLength={500}
              value={draft.basis}
              onChange={(event) => onChange({ ...draft, basis: event.currentTarget.value })}
            />
          </div>
          {draft.kind === 'gabung' ? (
            <ManyOpds
              label={texts.fromMany}
              opds={active}
              error={said(fault, 'from')}
              value={draft.from}
              onChange={from}
            />
          ) : (
            <OneOpd
              label={texts.fromOne}
              opds={active}
              error={said(fault, 'from')}
              value={draft.from[0] ?? null}
              onChange={(id) => from(id === null ? [] : [id])}
            />
          )}
          <Into draft={draft} opds={active} fault={fault} onChange={onChange} />
        </div>
      </div>
      <footer className={styles.bar}>
        <span className={styles.sum} />
        <Button type="submit">{opdSotkTexts.preview.show}</Button>
      </footer>
    </form>
  )
}
