import './prepare.ts'
import { definitions } from '../../shared/records/index.ts'
import { bridgeOf } from './bridge.ts'
import { compose } from './compose.ts'
import { startWindow } from './start.tsx'

const root = document.getElementById('root')
if (root === null) throw new TypeError('the page has no root')
startWindow(compose(definitions), bridgeOf(window), root)
