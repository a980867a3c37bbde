import { expect, it } from 'vitest'
import { openInMemory } from '../../../electron/store/open.ts'
import { clearTextInDeletedFiles } from '../../fixtures/canary.ts'

const canary = 'KENARI-a6c0f4-memori'

/** Temporary files while a sort that does not fit the cache runs over what is in memory. */
const filesOfSort = (tempStore: 'FILE' | null): string[] => {
  const db = openInMemory()
  if (tempStore !== null) db.pragma(`temp_store=${tempStore}`)
  db.pragma('cache_size=100')
  try {
    db.exec('create table t (n integer, body text)')
    const put = db.prepare('insert into t values (?, ?)')
    for (let n = 0; n < 20_000; n += 1) put.run((n * 7919) % 20_000, `${canary} ${'x'.repeat(200)}`)
    const rows = db.prepare('select * from t order by n').iterate()
    rows.next()
    const found = clearTextInDeletedFiles(canary)
    rows.return?.()
    return found
  } finally {
    db.close()
  }
}

it.runIf(process.platform === 'linux')(
  'what is opened of sealed records reaches no file, not even a sort of it that is deleted while it is open',
  () => {
    expect(filesOfSort(null)).toEqual([])
    expect(filesOfSort('FILE'), 'the check itself finds a planted temp_store=FILE').not.toEqual([])
  },
)
