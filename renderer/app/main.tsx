import './prepare.ts'
import { bridgeOf } from './bridge.ts'
import { startWindow } from './start.tsx'

const root = document.getElementById('root')
if (root === null) throw new TypeError('the page has no root')
startWindow(async () => (await import('./composition.ts')).composition, bridgeOf(window), root)
