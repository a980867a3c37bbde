import { useCallback, useRef, useState } from 'react'
import { questionnaireRead } from '../../shared/contract/questionnaire.ts'
import { questionnaireWindowTexts } from '../../shared/texts/questionnaire-window.ts'
import { useWork } from '../app/work.ts'
import { type PickedFile, showNotice } from '../ui/index.ts'
import type { ReadFile } from './taking.ts'

const texts = questionnaireWindowTexts.read

/** A file at hand; `round` grows when it is read again, so that its comparison begins anew. */
export type AtHand = ReadFile & {
  readonly key: string
  readonly round: number
  readonly isSaved: boolean
}
type Bytes = Pick<PickedFile, 'name' | 'bytes'>

const isSame = (one: Bytes, other: Bytes): boolean =>
  one.name === other.name &&
  one.bytes.length === other.bytes.length &&
  one.bytes.every((byte, at) => byte === other.bytes[at])

/** Files that came back, in the order in which they were brought; two OPDs may call theirs by one name. */
export const useAnswers = (expected: string | null) => {
  const { run, ...work } = useWork(questionnaireRead)
  const [files, setFiles] = useState<readonly AtHand[]>([])
  const known = useRef<Bytes[]>([])
  const rounds = useRef(0)
  const bring = useCallback(
    async (picked: readonly Bytes[]) => {
      const own = picked.map(({ name, bytes }) => ({ name, bytes }))
      const result = await run({ files: own, expected })
      if (!result.ok) {
        if (result.error.type === 'Cancelled') showNotice({ message: texts.cancelled, tone: 'attention' })
        return
      }
      rounds.current += 1
      const read = new Map<string, AtHand>()
      for (const [at, one] of result.value.files.entries()) {
        const brought = own[at]
        if (brought === undefined) continue
        const before = known.current.findIndex((other) => isSame(other, brought))
        const place = before >= 0 ? before : known.current.push(brought) - 1
        read.set(String(place), { ...one, key: String(place), round: rounds.current, isSaved: false })
      }
      setFiles((before) => [
        ...before.map((one) => read.get(one.key) ?? one),
        ...[...read.values()].filter(({ key }) => !before.some((one) => one.key === key)),
      ])
    },
    [run, expected],
  )
  const again = (key: string) => {
    const found = known.current[Number(key)]
    if (found !== undefined) void bring([found])
  }
  const saved = (key: string) =>
    setFiles((before) => before.map((one) => (one.key === key ? { ...one, isSaved: true } : one)))
  return { ...work, files, bring, again, saved }
}
