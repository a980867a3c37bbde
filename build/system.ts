import { spawnSync } from 'node:child_process'
import { accessSync, constants, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What the tests ask of the system: a program or a library, and the Debian packages that bring it. */
type Need = { readonly name: string; readonly packages: readonly string[]; readonly isThere: () => boolean }

const canRun = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const program = (name: string, ...packages: string[]): Need => ({
  name,
  packages,
  isThere: () => (process.env.PATH ?? '').split(delimiter).some((folder) => canRun(join(folder, name))),
})

const libraryFolders = [
  '/lib',
  '/usr/lib',
  '/lib64',
  '/usr/lib64',
  `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
]
const names = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
const library = (name: string, ...packages: string[]): Need => ({
  name,
  packages,
  isThere: () => libraryFolders.some((folder) => names(folder).includes(name)),
})

/** The libraries are for npm's Chromium, which is taken where no browser is installed. */
const needs: readonly Need[] = [
  library('libnss3.so', 'libnss3'),
  library('libnspr4.so', 'libnspr4'),
  library('libexpat.so.1', 'libexpat1'),
  program('openssl', 'openssl'),
  program('pdfsig', 'poppler-utils'),
  program('qpdf', 'qpdf'),
  program('soffice', 'libreoffice-calc-nogui', 'libreoffice-writer-nogui'),
  program('Xvfb', 'xvfb'),
]

const missing = (): readonly Need[] => needs.filter((need) => !need.isThere())

const apt = (...args: string[]): boolean =>
  spawnSync('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

const mayInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && program('apt-get').isThere()

const install = (wanted: readonly Need[]): void => {
  const packages = wanted.flatMap((need) => need.packages)
  console.log(`Memasang ${packages.join(', ')} …`)
  if (!apt('update') || !apt('install', '-y', '--no-install-recommends', ...packages)) {
    console.error('apt-get tidak berhasil; kelompok uji yang memerlukannya dilewati.')
  }
}

/** Brings what is missing where that is allowed, and says what the tests will skip. Quick when nothing is missing. */
export const prepareSystem = (): void => {
  const wanted = missing()
  if (wanted.length > 0 && mayInstall()) install(wanted)
  if (process.platform !== 'linux') return
  for (const need of missing())
    console.warn(`dilewati: ${need.name} (${need.packages.join(', ')}) tidak terpasang`)
}

prepareSystem()
