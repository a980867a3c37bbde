import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { mostRows } from '../../shared/contract/sheet.ts'
import type { AnyDefinition } from '../../shared/records/define.ts'
import { fieldsForMany } from '../../shared/rules/records/many.ts'
import { recordsManyTexts as texts } from '../../shared/texts/records-many.ts'
import { useClient } from '../app/client.tsx'
import { formatWhole, type ListQuery, showNotice } from '../ui/index.ts'
import { allRows } from './listing.ts'
import { ManyDialog } from './ManyDialog.tsx'

const none: ReadonlySet<string> = new Set()

/** Rows of a register that are picked out, and what can be done with them; nothing for whoever may not write. */
export const useSelection = (definition: AnyDefinition, query: ListQuery, mayWrite: boolean) => {
  const client = useClient()
  const [selected, setSelected] = useState(none)
  const [asked, setAsked] = useState<readonly string[] | null>(null)
  const [gathering, setGathering] = useState(false)
  const isOffered = mayWrite && fieldsForMany(definition).length > 0

  const all = async () => {
    setGathering(true)
    const rows = await allRows(client, definition, query)
    setGathering(false)
    if (rows === null) showNotice({ message: texts.allFailed, tone: 'failed' })
    else setSelected(new Set(rows.map(({ id }) => id)))
  }
  const change = useCallback(() => {
    if (selected.size > mostRows)
      showNotice({ message: texts.tooMany(formatWhole(mostRows)), tone: 'attention' })
    else if (selected.size > 0) setAsked([...selected])
  }, [selected])
  const props = useMemo(() => (isOffered ? { selected, onSelect: setSelected } : {}), [isOffered, selected])
  const selectionActions = () => (
    <>
      <Button leftSection={<IconPencil size={16} stroke={1.6} />} title="E" onClick={change}>
        {texts.open}
      </Button>
      <Button variant="default" loading={gathering} onClick={() => void all()}>
        {texts.all}
      </Button>
    </>
  )
  const dialog =
    asked === null ? null : (
      <ManyDialog
        definition={definition}
        ids={asked}
        onClose={() => setAsked(null)}
        onSaved={() => {
          setAsked(null)
          setSelected(none)
        }}
      />
    )
  return {
    list: isOffered ? { ...props, selectionActions } : {},
    dialog,
    change,
    isSelecting: selected.size > 0,
  }
}
