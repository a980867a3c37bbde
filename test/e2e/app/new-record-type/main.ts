import '../../../../renderer/app/prepare.ts'
import { bridgeOf } from '../../../../renderer/app/bridge.ts'
import { compose } from '../../../../renderer/app/compose.ts'
import { startWindow } from '../../../../renderer/app/start.tsx'
import { definitions } from '../../../../shared/records/index.ts'
import { kiosk } from '../../new-record-type/kiosk.ts'

const root = document.getElementById('root')
if (root !== null) startWindow(async () => compose([...definitions, kiosk]), bridgeOf(window), root)
