import { Button, Group, Modal, PasswordInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { uiTexts } from '../../shared/texts/ui.ts'
import styles from './ConfirmPassword.module.css'

const texts = uiTexts.password
type Props = {
  opened: boolean
  /** “Cabut komputer laptop 3?” */
  title: string
  /** What will happen and cannot be undone, in one or two sentences. */
  consequence: string
  /** Which password, where it is not the one of today. */
  why?: string
  /** Word on the button: “Cabut”. */
  confirmLabel: string
  /** null when it was done (the caller closes); else the sentence to show. */
  onConfirm: (password: string) => Promise<string | null>
  onClose: () => void
}

const useConfirm = (onConfirm: Props['onConfirm']) => {
  const [password, setPassword] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (password === '') return setError(texts.missing)
    setBusy(true)
    setError(await onConfirm(password).catch(() => texts.failed))
    setPassword('')
    setBusy(false)
  }
  return { password, setPassword, error, busy, submit }
}

const Body = ({ consequence, why, confirmLabel, onConfirm, onClose }: Omit<Props, 'opened' | 'title'>) => {
  const { password, setPassword, error, busy, submit } = useConfirm(onConfirm)
  return (
    <form onSubmit={submit}>
      <p className={styles.consequence}>{consequence}</p>
      <PasswordInput
        data-autofocus
        label={texts.label}
        description={why ?? texts.why}
        autoComplete="current-password"
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        error={error}
        visibilityToggleButtonProps={{ 'aria-label': texts.show }}
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {uiTexts.actions.cancel}
        </Button>
        <Button type="submit" color="red" loading={busy}>
          {confirmLabel}
        </Button>
      </Group>
    </form>
  )
}

/** Dangerous things ask for the password again and name the consequence. */
export const ConfirmPassword = ({ opened, title, onClose, ...rest }: Props) => (
  <Modal
    opened={opened}
    onClose={onClose}
    title={title}
    size={440}
    closeButtonProps={{ 'aria-label': uiTexts.actions.close }}
  >
    <Body {...rest} onClose={onClose} />
  </Modal>
)
