import { regulationTexts } from '../texts/regulation.ts'

const texts = regulationTexts.places

/** Obligations that a page of its own serves, beside fields and checks: its title. */
export const servedBy: Readonly<Record<string, string>> = {
  'PBM-6(4)': texts.consolidation,
  'PBM-7(6)': texts.consolidation,
  'SKW-16(4)': texts.consolidation,
}

/** Obligations of which nothing is recorded and nothing judged, each with the reason. */
export const citedOnly: Readonly<Record<string, string>> = {
  'PBM-Judul': texts.text,
  'PBM-Menimbang': texts.text,
  'PBM-Mengingat': texts.text,
  'PBM-1.11': texts.term,
  'PBM-1.13': texts.term,
  'PBM-2': texts.aim,
  'PBM-4a-c': texts.aim,
  'PBM-5(2)a-e': texts.aim,
  'PBM-14(1)': texts.aim,
  'PBM-16(1)': texts.aim,
  'PBM-Penj15-16': texts.clear,
  'PBM-19(1)': texts.sanction,
  'PBM-19(2)b': texts.sanction,
  'PBM-19(2)c': texts.sanction,
  'PBM-19(3)a-g': texts.sanction,
  'PBM-19(4)': texts.sanction,
  'PBM-Penj18-21': texts.clear,
  'PBM-21': texts.force,
  'PBM-PenjUmum': texts.text,
  'SKW-Judul': texts.text,
  'SKW-Menimbang': texts.text,
  'SKW-Mengingat': texts.text,
  'SKW-2': texts.aim,
  'SKW-3': texts.aim,
  'SKW-4a-d': texts.aim,
  'SKW-6(1)a-f': texts.again,
  'SKW-17': texts.force,
}
