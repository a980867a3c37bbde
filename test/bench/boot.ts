// Loads the store as the core does at its start, opens the database and reads a page; bundled before it is timed.

import { composition } from '../../electron/composition.ts'
import { openDatabase } from '../../electron/store/open.ts'
import { Reader } from '../../electron/store/reader.ts'
import { catalogueOf, definitions } from '../../shared/records/index.ts'

const [workspace = '', key = ''] = process.argv.slice(2)
const db = openDatabase(`${workspace}/selaras.db`, Buffer.from(key, 'hex'), { readonly: true })
const reader = new Reader(db, catalogueOf(definitions))
const rows = reader.rows('select * from budgetRow where _deleted = 0 order by _row desc limit 50')
if (rows.length !== 50 || composition.features.length === 0) throw new Error('no page')
db.close()
