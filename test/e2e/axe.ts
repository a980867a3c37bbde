import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** `colours`: the rules whose finding depends on the colours; all others find the same in light and in dark. */
export type AxeRules = 'all' | 'colours'
const colourRules = ['color-contrast', 'link-in-text-block']

/** Evaluates in the page, and waits for a promise that comes of it. */
export type Evaluate = (expression: string) => Promise<unknown>

/** What moves has arrived: a colour half way to its own has another contrast. */
const settled = `Promise.allSettled(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  .map((one) => one.finished))`

/** What axe finds in the page as it stands, one text for each rule with its first five places. */
export const violationsIn = async (evaluate: Evaluate, rules: AxeRules): Promise<string[]> => {
  if ((await evaluate('window.axe === undefined')) === true) {
    const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await evaluate(`(() => { ${source} })(), 0`)
  }
  const only = rules === 'all' ? '' : `, runOnly: ${JSON.stringify(colourRules)}`
  const found = await evaluate(`${settled}
    .then(() => axe.run(document, { resultTypes: ['violations']${only} }))
    .then(({ violations }) => violations.map((rule) => rule.id + ' (' + rule.impact + '): ' + rule.help + '\\n' +
      rule.nodes.slice(0, 5).map((node) => '    ' + node.target.join(' ') + ' — ' + node.failureSummary).join('\\n')))`)
  if (!Array.isArray(found)) throw new Error('axe did not run')
  return found as string[]
}
