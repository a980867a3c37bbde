import { fileURLToPath } from 'node:url'
import { type CoreLink, startCore } from '../../../electron/shell/core-link.ts'
import { forkNode } from '../../../electron/shell/fork.ts'
import { encodeRequest } from '../../../shared/contract/wire.ts'
import { seededRow } from '../../fixtures/city.ts'
import { type BigCity, person } from '../big-city.ts'
import { quantile, type Row } from '../harness.ts'

const root = fileURLToPath(new URL('../../../electron', import.meta.url))
const importsPerRound = 2
/** A page is asked for this often, whether the one before it was answered or not. */
const pace = 10

let calls = 0
const ask = (link: CoreLink, name: string, input: unknown): Promise<string> => {
  calls += 1
  return link.call(encodeRequest({ name, input, call: String(calls) }))
}

const mustBeOk = (answer: string): string => {
  if (!answer.startsWith('{"ok":true')) throw new Error(answer.slice(0, 500))
  return answer
}

const formsCount = 60
const rowsPerForm = 200

const formFile = (form: number): { name: string; bytes: Uint8Array } => {
  const header = 'Output/Sub Output;Tahap Pelaksanaan;Metode;Pelaksana;Durasi;Sumber daya\r\n'
  const lines = Array.from({ length: rowsPerForm }, (_unused, n) => {
    const { subOutput, stage, method, implementer, duration } = seededRow(form, n)
    return `${subOutput} ${n % 90};${stage} ${n};${method};${implementer};${duration};APBD : ${(n % 90) + 1} Juta`
  })
  const text = `${header}Pengembangan sistem ${form};;;;;\r\n${lines.join('\r\n')}`
  return { name: `form-${form}.csv`, bytes: new TextEncoder().encode(text) }
}

type Import = (first: number) => Promise<void>

/** Preview of all forms and acceptance of each, as a window asks for them; their texts are made and read before the clock starts. */
const importer = async (link: CoreLink): Promise<Import> => {
  const files = { files: Array.from({ length: formsCount }, (_unused, form) => formFile(form)) }
  const first = JSON.parse(mustBeOk(await ask(link, 'budget.preview', files))) as {
    value: { parsed: { files: { outputs: unknown[] }[] } }
  }
  const outputs = first.value.parsed.files.map((file) => JSON.stringify(file.outputs))
  return async (opd) => {
    const previewed = mustBeOk(await ask(link, 'budget.preview', files))
    const token = /"token":"([^"]+)"/.exec(previewed.slice(0, 200))?.[1]
    for (const [at, rows] of outputs.entries()) {
      const name = `${opd}.${at}`
      const head = JSON.stringify({
        token,
        opd: { id: null, code: `9.${name}`, name: `Dinas Uji ${name}` },
        year: 2026,
        received: '2026-11-21',
        mode: 'version',
        files: [at],
      }).slice(0, -1)
      mustBeOk(await link.call(`["budget.accept","a${name}"]\n${head},"outputs":${rows}}`))
    }
  }
}

/** Times from when a page was due to its answer, in ms, while `work` runs. */
const pagesWhile = async (link: CoreLink, work: () => Promise<void>): Promise<number[]> => {
  const times: Promise<number>[] = []
  const page = async (due: number): Promise<number> => {
    mustBeOk(await ask(link, 'record.list', { type: 'budgetRow' }))
    return performance.now() - due
  }
  let due = performance.now()
  const clock = setInterval(() => {
    for (; due <= performance.now(); due += pace) times.push(page(due))
  }, 1)
  await work()
  clearInterval(clock)
  return Promise.all(times)
}

const quietSeconds = 3

export const during = (city: BigCity): Row => {
  let link: CoreLink | null = null
  let run: Import | null = null
  let opds = 0
  const start = async (): Promise<{ link: CoreLink; run: Import }> => {
    if (link !== null && run !== null) return { link, run }
    link = startCore({
      fork: forkNode,
      module: fileURLToPath(new URL('../../../electron/core.ts', import.meta.url)),
      root,
      env: { SELARAS_WORKSPACE: city.workspace },
      onEvent: () => undefined,
    })
    mustBeOk(await ask(link, 'session.login', { nip: person.nip, password: person.password }))
    run = await importer(link)
    return { link, run }
  }
  const imports = async (): Promise<number> => {
    const at = await start()
    const times = await pagesWhile(at.link, async () => {
      for (let n = 0; n < importsPerRound; n += 1) {
        opds += 1
        await at.run(opds)
      }
    })
    return quantile(times, 0.99)
  }
  const quiet = async (): Promise<number> => {
    const at = await start()
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, quietSeconds * 1000))
    return quantile(await pagesWhile(at.link, pause), 0.99)
  }
  return {
    name: `p99 of a page of 50, asked for every ${pace} ms of the core's own process, while ${formsCount} forms (12,000 rows) are imported ${importsPerRound} times`,
    unit: 'ms',
    rounds: 3,
    ours: { label: 'ours', run: imports, close: () => void link?.stop() },
    beside: [{ label: 'the same, nothing imported', run: quiet }],
    goal: { text: '≤ 5 ms', holds: (ours) => ours <= 5 },
  }
}
