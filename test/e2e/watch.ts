import type { CDPSession } from 'playwright-core'

export type Faults = string[]

type Details = {
  readonly text: string
  readonly url?: string
  readonly exception?: { readonly description?: string }
}

/**
 * Everything that must not happen in a window: CSP reports, console errors, uncaught errors. The domains repeat what
 * they saw before this client came, so the first load is watched too.
 */
export const watchFaults = async (session: CDPSession): Promise<Faults> => {
  const faults: Faults = []
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error' || entry.source === 'security')
      faults.push(`${entry.source}: ${entry.text} ${entry.url ?? ''}`)
  })
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'assert') return
    faults.push(`console: ${args.map((arg) => String(arg.value ?? arg.description)).join(' ')}`)
  })
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { exception, text, url } = exceptionDetails as Details
    faults.push(`uncaught: ${exception?.description ?? text} ${url ?? ''}`)
  })
  session.on('Audits.issueAdded', ({ issue }) => {
    const report = issue.details.contentSecurityPolicyIssueDetails
    if (report)
      faults.push(
        `CSP: ${report.violatedDirective} ${report.blockedURL ?? report.contentSecurityPolicyViolationType}`,
      )
  })
  for (const domain of ['Log', 'Runtime', 'Audits'] as const) await session.send(`${domain}.enable`)
  return faults
}
