import { labelOf, type SlotFile } from './slots.ts'

/** Each costs Argon2. */
const atMost = 500

/** Labels of NIPs, found once. Those that were typed at a login and those that the log knows are kept apart: time tells nobody which NIP is one of ours. */
export class Labels {
  private readonly known = new Map<string, string>()

  async of(slots: SlotFile, nip: string): Promise<string> {
    const place = `${slots.labelSalt} ${nip}`
    const label = this.known.get(place) ?? (await labelOf(slots, nip))
    if (this.known.size >= atMost) this.known.clear()
    this.known.set(place, label)
    return label
  }
}
