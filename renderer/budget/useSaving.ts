import { useCallback, useState } from 'react'
import { unsavedCount, type useImport, type Written } from './useImport.ts'
import { useSavedNotice } from './useSavedNotice.ts'

/** Writes forms one after the other and tells of all of them at once; what failed stops, what is there already is passed over. */
export const useSaving = ({ loaded, save, setCurrent }: ReturnType<typeof useImport>) => {
  const tell = useSavedNotice()
  const [saving, setSaving] = useState(false)
  /** Grows when the open file is to take the focus. */
  const [focus, setFocus] = useState(0)
  const [leaving, setLeaving] = useState(false)
  const open = unsavedCount(loaded?.files ?? [])
  const saveKeys = async (keys: readonly string[], same: 'take' | 'refuse') => {
    setSaving(true)
    const written: Written[] = []
    for (const each of keys) {
      setCurrent(each)
      const result = await save(each, same)
      if (result === null) continue
      if ('type' in result && result.type === 'SameAsPresent') continue
      if ('commit' in result && 'key' in result) written.push(result as Written)
      else break
    }
    setSaving(false)
    if (written.length === 0) return
    tell(written, same === 'refuse' ? open - written.length : 0)
    if (written.length === keys.length) setCurrent(null)
    setFocus((now) => now + 1)
    setLeaving(written.length === open)
  }
  return {
    saving,
    saveKeys,
    focus,
    focusNow: useCallback(() => setFocus((now) => now + 1), []),
    /** Every file is saved: nothing is left to do here. */
    done: leaving && open === 0,
  }
}
