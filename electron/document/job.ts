import { serveJob } from '../jobs/serve-job.ts'
import { workOnDocument } from './work.ts'

serveJob(workOnDocument)
