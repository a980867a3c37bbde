import { definitions } from '../../shared/records/index.ts'
import { compose } from './compose.ts'

export const composition = compose(definitions)
