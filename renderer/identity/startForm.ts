import type { regulationNames } from '../../shared/contract/session.ts'
import { identityTexts } from '../../shared/texts/identity.ts'
import { checkNip } from './nip.ts'
import { checkNewPassword, type NewPassword, noPassword } from './password.ts'

const texts = identityTexts.start
export type Regulation = (typeof regulationNames)[number]

/** What the first start asks, in three short steps. */
export type StartForm = {
  readonly regulation: Regulation
  readonly city: string
  readonly agency: string
  readonly name: string
  readonly nip: string
  readonly position: string
  readonly secret: NewPassword
  /** Filled with a made-up city, to learn on. */
  readonly isSample: boolean
}

const usualCity = (regulation: Regulation, isSample: boolean): string => {
  const city = texts.place.cityOf[regulation]
  return isSample ? texts.sampleCity(city) : city
}

export const startForm = (regulation: Regulation, isSample = false): StartForm => ({
  regulation,
  isSample,
  city: usualCity(regulation, isSample),
  agency: texts.place.agencyOf[regulation],
  name: '',
  nip: '',
  position: '',
  secret: noPassword,
})

/** Another regulation brings its city and agency along, unless the officer wrote their own. */
export const withRegulation = (form: StartForm, regulation: Regulation): StartForm => {
  const { agencyOf } = texts.place
  const cityOf = (of: Regulation) => usualCity(of, form.isSample)
  return {
    ...form,
    regulation,
    city: form.city === cityOf(form.regulation) ? cityOf(regulation) : form.city,
    agency: form.agency === agencyOf[form.regulation] ? agencyOf[regulation] : form.agency,
  }
}

/** Words that an outsider would try first in a password. */
export const passwordContext = (
  form: Pick<StartForm, 'name' | 'nip' | 'city' | 'agency'>,
): readonly string[] => [form.name, form.nip, form.city, form.agency, 'selaras'].filter((word) => word !== '')

export type StartErrors = Readonly<
  Partial<Record<'city' | 'name' | 'nip' | 'password' | 'repeat', string | null>>
>
export type StartStep = 'place' | 'you' | 'secret'

/** What is missing or wrong in one step, by field. */
export const checkStep = (form: StartForm, step: StartStep): StartErrors => {
  switch (step) {
    case 'place':
      return { city: form.city.trim() === '' ? texts.place.cityMissing : null }
    case 'you':
      return { name: form.name.trim() === '' ? texts.you.nameMissing : null, nip: checkNip(form.nip) }
    case 'secret':
      return checkNewPassword(form.secret, passwordContext(form))
  }
}

export const hasErrors = (errors: StartErrors): boolean =>
  Object.values(errors).some((error) => Boolean(error))
