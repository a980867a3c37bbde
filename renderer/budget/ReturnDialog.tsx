import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { IconCopy, IconPrinter, IconUser } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { legalBasisOf, regulationOf } from '../../shared/regulation/index.ts'
import { appTexts } from '../../shared/texts/app.ts'
import { budgetReturnTexts } from '../../shared/texts/budget-return.ts'
import { uiTexts } from '../../shared/texts/ui.ts'
import { useKept } from '../app/kept.ts'
import { SignerFields, useSigner } from '../document/index.ts'
import { showNotice } from '../ui/index.ts'
import { LetterSheet, PrintedLetter } from './LetterPaper.tsx'
import styles from './letter.module.css'
import { copyLetter, letterHtml } from './letterHtml.ts'
import {
  type Letter,
  letterOf,
  letterText,
  type Remark,
  type Returned,
  usualAddressee,
} from './returnLetter.ts'
import { usePrintKey } from './usePrintKey.ts'

const texts = budgetReturnTexts.dialog
const readText = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const copy = async (letter: Letter) => {
  const done = await copyLetter(letterText(letter), letterHtml(letter))
  showNotice(
    done ? { message: budgetReturnTexts.copied } : { message: appTexts.sheet.refused, tone: 'failed' },
  )
}

const Acts = ({ letter, onClose }: { letter: Letter; onClose: () => void }) => {
  const [printing, setPrinting] = useState(false)
  const printed = useCallback(() => setPrinting(false), [])
  usePrintKey(() => setPrinting(true))
  return (
    <div className={styles.foot}>
      <Button variant="default" onClick={onClose}>
        {texts.close}
      </Button>
      <Button
        variant="default"
        leftSection={<IconCopy size={16} stroke={1.6} />}
        onClick={() => void copy(letter)}
      >
        {texts.copy}
      </Button>
      <Button
        title="Ctrl+P"
        leftSection={<IconPrinter size={16} stroke={1.6} />}
        onClick={() => setPrinting(true)}
      >
        {texts.print}
      </Button>
      {printing ? <PrintedLetter letter={letter} onPrinted={printed} /> : null}
    </div>
  )
}

type Props = { opd: string; form: Returned; remarks: readonly Remark[]; onClose: () => void }

const Body = ({ opd, form, remarks, onClose }: Props) => {
  const { signer, setSigner, positions, fillOwn, profile } = useSigner(true)
  const [kept, setTo] = useKept(`surat-pengembalian/${opd}`, '', readText)
  const [number, setNumber] = useState('')
  const to = kept || usualAddressee(form)
  const letter = useMemo(() => {
    if (signer === null) return null
    const { city, agency, address, contact, regulation } = profile
    const office = {
      profile: {
        city: textOf(city),
        agency: textOf(agency),
        address: textOf(address),
        contact: textOf(contact),
      },
      basis: legalBasisOf(regulationOf(textOf(regulation))),
    }
    return letterOf(form, remarks, office, { to, number, signer })
  }, [form, remarks, profile, signer, to, number])
  if (signer === null || letter === null) return null
  return (
    <>
      <div className={styles.sides}>
        <div className={styles.fields}>
          <Textarea
            data-autofocus
            label={texts.to}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={300}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <TextInput
            label={texts.number}
            description={texts.numberHint}
            maxLength={120}
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <SignerFields signer={signer} positions={positions} onChange={setSigner} />
          <div>
            <Button
              variant="default"
              leftSection={<IconUser size={16} stroke={1.6} />}
              onClick={() => void fillOwn()}
            >
              {texts.fillOwn}
            </Button>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls can be scrolled by keys */}
        <section className={styles.desk} aria-label={texts.preview} tabIndex={0}>
          <div className={styles.sheet}>
            <LetterSheet letter={letter} />
          </div>
        </section>
      </div>
      <Acts letter={letter} onClose={onClose} />
    </>
  )
}

/** The letter that goes to the OPD with its form: to whom, who signs, and the sheet as it will be printed. */
export const ReturnDialog = (props: Props) => (
  <Modal
    opened
    onClose={props.onClose}
    title={texts.title(props.form.opd)}
    size={1120}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <Body {...props} />
  </Modal>
)
