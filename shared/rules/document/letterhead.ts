import { documentTexts } from '../../texts/document.ts'

/** What the profile of a city says about the office that writes; nothing is known for certain. */
export type OfficeProfile = {
  readonly city?: string | null | undefined
  readonly agency?: string | null | undefined
  readonly address?: string | null | undefined
  readonly contact?: string | null | undefined
}
/** Lines of the kop, from above. */
export type Letterhead = {
  readonly government: string
  readonly agency: string
  readonly address: string
  readonly contact: string
}

/** “Prabumulih” and “Kota Prabumulih” are both “Kota Prabumulih”; '' where nobody recorded it. */
export const cityNameOf = ({ city }: Pick<OfficeProfile, 'city'>): string => {
  const name = city?.trim() ?? ''
  return name === '' || /^(?:kota|kabupaten)\s/i.test(name) ? name : `Kota ${name}`
}

/** The kop as every document of the office carries it. */
export const letterheadOf = (profile: OfficeProfile): Letterhead => ({
  government: documentTexts.government(cityNameOf(profile)),
  agency: profile.agency || documentTexts.agency,
  address: profile.address ?? '',
  contact: profile.contact ?? '',
})
