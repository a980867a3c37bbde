/** One place of the store as somebody might have written it wrongly, and the tests that must notice. */
export type PlantedBug = {
  readonly why: string
  readonly file: string
  readonly find: string
  readonly plant: string
  readonly tests: readonly string[]
}
