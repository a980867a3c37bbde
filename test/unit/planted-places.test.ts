import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { plantedBugs } from '../planted/bugs.ts'

describe('the planted bugs', () => {
  it('each still have one place in the program as it stands', () => {
    const root = path.join(import.meta.dirname, '..', '..')
    const lost = plantedBugs.filter(
      ({ file, find }) => readFileSync(path.join(root, file), 'utf8').split(find).length !== 2,
    )
    expect(lost.map(({ why }) => why)).toEqual([])
  })
})
