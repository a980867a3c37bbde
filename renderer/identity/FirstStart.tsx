import { Button } from '@mantine/core'
import { IconDatabaseImport, IconFilePlus, IconSchool } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { demoFill } from '../../shared/contract/demo.ts'
import { workspaceCreate } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { useWork } from '../app/work.ts'
import { ErrorText, ProgressNotice, showNotice } from '../ui/index.ts'
import { Choice } from './Choice.tsx'
import { Entrance } from './Entrance.tsx'
import styles from './identity.module.css'
import { RecoveryCode } from './RecoveryCode.tsx'
import { Restore } from './Restore.tsx'
import { PlaceStep, SecretStep, type StepProps, YouStep } from './StartSteps.tsx'
import {
  checkStep,
  hasErrors,
  type StartErrors,
  type StartForm,
  type StartStep,
  startForm,
} from './startForm.ts'

const texts = identityTexts.start
const steps = ['place', 'you', 'secret'] as const
const bodies: Record<StartStep, (props: StepProps) => React.ReactNode> = {
  place: PlaceStep,
  you: YouStep,
  secret: SecretStep,
}

type Props = { folder: string; onDone: () => void }
type Scene = 'welcome' | 'restore' | StartStep

const Welcome = ({
  folder,
  onScene,
  onBegin,
}: {
  folder: string
  onScene: (scene: Scene) => void
  onBegin: (isSample: boolean) => void
}) => (
  <Entrance
    wide
    title={texts.title}
    about={texts.about}
    foot={<span className={styles.folder}>{texts.folder(folder)}</span>}
  >
    <div className={styles.choices}>
      <Choice
        icon={IconFilePlus}
        title={texts.fresh}
        about={texts.freshAbout}
        onClick={() => onBegin(false)}
      />
      <Choice
        icon={IconDatabaseImport}
        title={texts.restore}
        about={texts.restoreAbout}
        onClick={() => onScene('restore')}
      />
      <Choice
        icon={IconSchool}
        title={texts.sample}
        about={texts.sampleAbout}
        onClick={() => onBegin(true)}
      />
    </div>
  </Entrance>
)

const useStart = () => {
  const [form, setForm] = useState<StartForm>(startForm('prabumulih'))
  const [errors, setErrors] = useState<StartErrors>({})
  const work = useWork(workspaceCreate)
  const filling = useWork(demoFill)
  const [code, setCode] = useState<string | null>(null)
  const change = (next: StartForm) => {
    setForm(next)
    setErrors({})
  }
  const create = async () => {
    const { secret, isSample, ...rest } = form
    const result = await work.run({
      ...rest,
      city: form.city.trim(),
      name: form.name.trim(),
      password: secret.password,
    })
    if (result.ok) {
      // The workspace is there, whatever becomes of what fills it: its code is shown in any case.
      const filled = isSample ? await filling.run({}) : null
      if (filled?.ok === false)
        showNotice({ message: filled.error.message, tone: 'attention', outside: true })
      setCode(result.value.recoveryCode)
    } else if (result.error.type === 'WeakPassword') setErrors({ password: result.error.message })
  }
  const busy = work.busy || filling.busy
  return { form, change, errors, setErrors, work, busy, create, code }
}

const Buttons = ({ last, busy, onBack }: { last: boolean; busy: boolean; onBack: () => void }) => (
  <div className={styles.buttons} data-apart>
    <Button variant="default" onClick={onBack} disabled={busy}>
      {texts.back}
    </Button>
    <Button type="submit" loading={busy}>
      {last ? texts.create : texts.next}
    </Button>
  </div>
)

const Step = ({
  step,
  start,
  onScene,
}: {
  step: StartStep
  start: ReturnType<typeof useStart>
  onScene: (scene: Scene) => void
}) => {
  const at = steps.indexOf(step)
  const last = at === steps.length - 1
  const { form, errors, work, busy } = start
  const Body = bodies[step]
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const found = checkStep(form, step)
    start.setErrors(found)
    if (hasErrors(found)) return
    if (last) void start.create()
    else onScene(steps[at + 1] ?? 'place')
  }
  const failure = work.failure !== null && work.failure.type !== 'WeakPassword' ? work.failure : null
  return (
    <Entrance
      wide
      title={texts[step].title}
      about={texts[step].about}
      step={texts.step(at + 1, steps.length + 1)}
    >
      <form key={step} className={styles.form} noValidate onSubmit={onSubmit} aria-label={texts[step].title}>
        <Body form={form} errors={errors} onForm={start.change} />
        {failure ? <ErrorText message={failure.message} /> : null}
        {busy ? <ProgressNotice label={texts.creating} done={0} total={null} /> : null}
        <Buttons last={last} busy={busy} onBack={() => onScene(steps[at - 1] ?? 'welcome')} />
      </form>
    </Entrance>
  )
}

/** From nothing to a workspace: regulation and city, who you are, a password, and the code that opens it all. */
export const FirstStart = ({ folder, onDone }: Props) => {
  const [scene, setScene] = useState<Scene>('welcome')
  const start = useStart()
  if (start.code !== null)
    return (
      <Entrance
        wide
        title={texts.recovery.title}
        about={texts.recovery.about}
        step={texts.step(steps.length + 1, steps.length + 1)}
      >
        <RecoveryCode
          code={start.code}
          printedFor={texts.recovery.printedFor(start.form.city, start.form.name)}
          doneLabel={texts.recovery.enter}
          onDone={onDone}
        />
      </Entrance>
    )
  const begin = (isSample: boolean) => {
    if (isSample !== start.form.isSample) start.change(startForm(start.form.regulation, isSample))
    setScene('place')
  }
  if (scene === 'welcome') return <Welcome folder={folder} onScene={setScene} onBegin={begin} />
  if (scene === 'restore') return <Restore onBack={() => setScene('welcome')} onDone={onDone} />
  return <Step key={scene} step={scene} start={start} onScene={setScene} />
}
