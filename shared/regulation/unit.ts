/** Of a printed regulation, in the order of its making. */
export type PrintedKind =
  | 'kepala'
  | 'bab'
  | 'bagian'
  | 'paragraf'
  | 'pasal'
  | 'ayat'
  | 'huruf'
  | 'angka'
  | 'penjelasan'
/** A `butir` is what a framework asks, a `kelompok` what it stands under. */
export type UnitKind = PrintedKind | 'kelompok' | 'butir'

/** A part of a regulation down to ayat, huruf and angka, as printed: misprints and all. */
export type Unit = {
  /** Regulation, pasal, ayat, huruf: “PBM-6(2)b”, “PBM-1.4”, “PBM-Penj6(4)”. A bab and a bagian have keys of their place. */
  readonly key: string
  readonly kind: UnitKind
  /** As printed: “BAB I”, “Pasal 6”, “(2)”, “b.”. */
  readonly label: string
  /** Of a bab or a bagian. */
  readonly title: readonly string[]
  /** Its own lines, without its label; a line with tabs is a row of a table. */
  readonly text: readonly string[]
  /** Remarks of Selaras, never of the regulation. */
  readonly notes: readonly string[]
  /** Of a framework: what it says beside the text itself. */
  readonly more?: readonly { readonly label: string; readonly text: readonly string[] }[]
  readonly units: readonly Unit[]
  /** Where it begins, from 1. */
  readonly line: number
}

/** What somebody who brings a text has to mend (`wrong`), or may have wanted so (`odd`). */
export type TextFinding = {
  readonly line: number
  readonly weight: 'wrong' | 'odd'
  readonly message: string
  /** What can be done about it. */
  readonly advice: string
}

/** Every unit below these, each before what is within it. */
export const allUnits = (units: readonly Unit[]): Unit[] =>
  units.flatMap((unit) => [unit, ...allUnits(unit.units)])

/** The words of a unit alone, without emphasis marks. */
export const plainText = ({ text }: Unit): string => text.map(withoutMarks).join('\n')

/** Emphasis stands in the lines as `*…*` or `<i>…</i>`. */
export const withoutMarks = (line: string): string => line.replace(/\*+|<\/?i>/g, '')
