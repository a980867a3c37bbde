import { changeSlots, labelOf, type SlotFile, withoutOfficers } from './slots.ts'

/** Drops the slots of officers who ended: their passwords open this computer's data no more. */
export class EndedSlots {
  /** By salt and NIP: each costs Argon2. */
  private readonly labels = new Map<string, string>()

  async drop(workspace: string, slots: SlotFile, ended: readonly string[]): Promise<void> {
    const labels = new Set(await Promise.all(ended.map((nip) => this.labelOf(slots, nip))))
    if (slots.officers.some(({ label }) => labels.has(label))) changeSlots(workspace, withoutOfficers(labels))
  }

  private async labelOf(slots: SlotFile, nip: string): Promise<string> {
    const place = `${slots.labelSalt} ${nip}`
    const label = this.labels.get(place) ?? (await labelOf(slots, nip))
    this.labels.set(place, label)
    return label
  }
}
