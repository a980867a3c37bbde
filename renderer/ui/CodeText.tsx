import { Fragment } from 'react'
import { codeGroups } from '../../shared/format/code.ts'

/** A code whole; where it is longer than its place it goes on after a dot. */
export const CodeText = ({ value }: { value: string }) => (
  <>
    {codeGroups(value).map((group, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: groups of a code have no other identity
      <Fragment key={at}>
        {at > 0 ? <wbr /> : null}
        {group}
      </Fragment>
    ))}
  </>
)
