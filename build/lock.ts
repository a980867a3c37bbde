import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Adds to package-lock.json the packages of other platforms that a package names as optional and that the registry in use
 * did not offer when the lock was written: without their entries `npm ci` refuses the lock. They carry no integrity until
 * a registry that has them fills it in.
 */
type Locked = {
  readonly version?: string
  readonly dev?: boolean
  readonly license?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = { readonly packages: Record<string, Locked & Record<string, unknown>> }

const systems: Readonly<Record<string, string>> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
}
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'] as const

const platformOf = (name: string): Record<string, readonly string[]> => {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-')
  const system = words.map((word) => systems[word]).find((found) => found !== undefined)
  const processor = processors.find((one) => words.includes(one))
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : words.includes('gnu') ? 'glibc' : null
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined ? {} : { os: [system] }),
    ...(libc === null || system !== 'linux' ? {} : { libc: [libc] }),
  }
}

const isPlatformPackage = (name: string): boolean => Object.keys(platformOf(name)).length > 0

/** The lock with every platform package of its optional dependencies, sorted as npm sorts. */
export const completeLock = (lock: Lock): Lock => {
  const added: Record<string, Locked & Record<string, unknown>> = {}
  for (const [path, parent] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      if (path === '' || !isPlatformPackage(name)) continue
      const place = `${path.slice(0, path.lastIndexOf('node_modules/'))}node_modules/${name}`
      if (place in lock.packages || `${path}/node_modules/${name}` in lock.packages) continue
      const { dev, license } = parent
      added[place] = {
        version,
        ...platformOf(name),
        ...(dev === undefined ? {} : { dev }),
        ...(license === undefined ? {} : { license }),
        optional: true,
      }
    }
  }
  const packages = Object.fromEntries(
    Object.entries({ ...lock.packages, ...added }).sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...lock, packages }
}

if (import.meta.main) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
  const lock = completeLock(JSON.parse(readFileSync(file, 'utf8')) as Lock)
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
