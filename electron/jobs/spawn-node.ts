import { fileURLToPath } from 'node:url'
import { forkNode } from '../shell/fork.ts'
import type { SpawnJob } from './run-job.ts'

/** Jobs as plain Node processes. `root`: the folder that holds the job entries, electron/ or its build. */
export const spawnNode = (root: URL): SpawnJob => {
  const ending = root.href.includes('/dist/') ? '.js' : '.ts'
  return (module, limitMegabytes) =>
    forkNode(fileURLToPath(new URL(`${module}${ending}`, root)), {
      title: `Selaras: ${module}`,
      limitMegabytes,
    })
}
