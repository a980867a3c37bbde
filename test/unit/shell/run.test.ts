import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { shellTexts } from '../../../shared/texts/shell.ts'

const entry = path.join(import.meta.dirname, '..', '..', '..', 'build', 'run.mjs')
const placeholder = ['$', '{process.versions.node}'].join('')

describe('the entry of the npm scripts', () => {
  test('tells an old Node in the words of the catalogue what is needed', () => {
    expect(readFileSync(entry, 'utf8')).toContain(shellTexts.oldNode(placeholder))
  })

  test('refuses an old Node before anything else runs', () => {
    const pretend =
      "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})"
    const { status, stderr } = spawnSync(process.execPath, ['--import', pretend, entry, 'cli'], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([2, `${shellTexts.oldNode('20.20.2')}\n`])
  })

  test.each(['tidak-ada', '../package', ''])('runs nothing for the name “%s”', (name) => {
    expect(spawnSync(process.execPath, [entry, name]).status).toBe(2)
  })
})
