import path from 'node:path'

/** True in `dist/electron`, where the bundles of all entries, threads and jobs lie flat beside each other. */
const bundled = import.meta.filename.endsWith('.js')
const source = path.join(import.meta.dirname, '..')

/**
 * The file of a thread or a job, to be started: `startedFile('store/query.worker')` is electron/store/query.worker.ts
 * from source and dist/electron/store-query.worker.js when bundled. Only `*.worker.ts` and `*.job.ts` are bundled.
 */
export const startedFile = (name: `${string}.${'worker' | 'job'}`): string =>
  bundled
    ? path.join(import.meta.dirname, `${name.replaceAll('/', '-')}.js`)
    : path.join(source, `${name}.ts`)

/** A file of `resources/`, which lies beside `electron/` in the sources and beside `dist/` in a build. */
export const resourceFile = (...names: string[]): string =>
  path.join(
    bundled ? path.join(import.meta.dirname, '..', '..') : path.join(source, '..'),
    'resources',
    ...names,
  )
