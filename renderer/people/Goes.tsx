import { Checkbox, NativeSelect } from '@mantine/core'
import { Link } from 'wouter'
import { roleLabels } from '../../shared/records/core.ts'
import { type RoleFate, roleFates } from '../../shared/rules/people/handover.ts'
import { handoverTexts as texts } from '../../shared/texts/handover.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { registerPath } from '../records/index.ts'
import { DateField, formatDay, formatWhole } from '../ui/index.ts'
import styles from './handover.module.css'
import { type Chosen, fateOf, type Preview, type Role } from './handover.ts'

type Props = { preview: Preview; chosen: Chosen; onChosen: (chosen: Chosen) => void }

const words = identityTexts.officers

const aboutOf = ({ opd, actingFor, from, until, lentBy }: Role): string =>
  [
    lentBy === '' ? '' : words.lentFrom(lentBy),
    actingFor === '' ? '' : words.acting(actingFor),
    opd === '' ? words.allOpds : words.onlyFor(opd),
    from === null ? '' : words.since(formatDay(from)),
    until === null ? '' : words.to(formatDay(until)),
  ]
    .filter((one) => one !== '')
    .join(' · ')

/** A role of somebody else is not lent on. */
const fatesFor = ({ lentBy }: Role): readonly RoleFate[] =>
  roleFates.filter((fate) => fate !== 'pinjam' || lentBy === '')

const RoleRow = ({ role, chosen, onChosen }: Omit<Props, 'preview'> & { role: Role }) => {
  const { fate, until } = fateOf(role, chosen)
  const name = roleLabels[role.role]
  const put = (next: { fate: RoleFate; until: string | null }) =>
    onChosen({ ...chosen, fates: { ...chosen.fates, [role.id]: next } })
  return (
    <li className={styles.role}>
      <span className={styles.roleWords}>
        <span className={styles.roleName}>{name}</span>
        <span className={styles.note}>{aboutOf(role)}</span>
      </span>
      <NativeSelect
        aria-label={texts.fate(name)}
        value={fate}
        data={fatesFor(role).map((one) => ({ value: one, label: texts.fates[one] }))}
        onChange={(event) => put({ fate: event.currentTarget.value as RoleFate, until })}
      />
      {fate === 'pinjam' ? (
        <div className={styles.until}>
          <DateField
            label={texts.loanUntil(name)}
            value={until}
            onChange={(next) => put({ fate, until: next })}
          />
        </div>
      ) : null}
    </li>
  )
}

const Roles = ({ preview, ...rest }: Props) => (
  <section>
    <h2 className={styles.heading}>{texts.roles}</h2>
    {preview.mayRoles ? null : <p className={styles.about}>{texts.rolesByAdmin}</p>}
    {preview.roles.length === 0 ? <p className={styles.about}>{texts.rolesNone}</p> : null}
    {preview.mayRoles && preview.roles.length > 0 ? (
      <>
        <ul className={styles.roles}>
          {preview.roles.map((role) => (
            <RoleRow key={role.id} role={role} {...rest} />
          ))}
        </ul>
        <p className={styles.about}>{texts.rolesAbout}</p>
      </>
    ) : null}
  </section>
)

const kept = (chosen: Chosen, name: string, goes: boolean): Chosen => {
  const next = new Set(chosen.kept)
  if (goes) next.delete(name)
  else next.add(name)
  return { ...chosen, kept: next }
}

const Views = ({ preview, chosen, onChosen }: Props) => (
  <section>
    <h2 className={styles.heading}>{texts.views}</h2>
    {preview.views.length === 0 ? <p className={styles.about}>{texts.viewsNone}</p> : null}
    <div className={styles.checks}>
      {preview.views.map(({ id, name, register }) => (
        <Checkbox
          key={id}
          size="sm"
          label={texts.viewOf(name, register)}
          checked={!chosen.kept.has(id)}
          onChange={(event) => onChosen(kept(chosen, id, event.currentTarget.checked))}
        />
      ))}
    </div>
  </section>
)

const Duties = ({ preview, chosen, onChosen }: Props) => (
  <section>
    <h2 className={styles.heading}>{texts.duties}</h2>
    {preview.duties.length === 0 ? <p className={styles.about}>{texts.dutiesNone}</p> : null}
    {preview.duties.length > 0 && !preview.mayDuties ? (
      <p className={styles.about}>{texts.noPerson}</p>
    ) : null}
    <div className={styles.checks}>
      {preview.duties.map(({ name, type, label, count, left }) => (
        <div key={name} className={styles.duty}>
          <Checkbox
            size="sm"
            label={texts.duty(label, formatWhole(count))}
            description={left === 0 ? undefined : texts.dutyLeft(formatWhole(left))}
            disabled={!preview.mayDuties || count === 0}
            checked={preview.mayDuties && count > 0 && !chosen.kept.has(name)}
            onChange={(event) => onChosen(kept(chosen, name, event.currentTarget.checked))}
          />
          <Link className={styles.link ?? ''} href={registerPath(type)} aria-label={texts.dutyOpen(label)}>
            {texts.openRegister}
          </Link>
        </div>
      ))}
    </div>
  </section>
)

/** What goes to the other one, each part as the officer chooses. */
export const Goes = (props: Props) => (
  <>
    <Roles {...props} />
    <Views {...props} />
    <Duties {...props} />
  </>
)
