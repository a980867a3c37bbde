import type { AnyDefinition } from '../../shared/records/define.ts'
import { inTerms } from '../../shared/texts/terms.ts'
import { auditPages } from '../audit/index.ts'
import { budgetPages } from '../budget/index.ts'
import { complianceExtras, compliancePages } from '../compliance/index.ts'
import { conflictPages } from '../conflict/index.ts'
import { consolidationPages } from '../consolidation/index.ts'
import { documentPages } from '../document/index.ts'
import { homePages } from '../home/index.ts'
import { identityPages, registerExtras } from '../identity/index.ts'
import { opdExtras, opdPages } from '../opd/index.ts'
import { organisationExtras, organisationPages } from '../organisation/index.ts'
import { peoplePages } from '../people/index.ts'
import { questionnaireExtras, questionnairePages } from '../questionnaire/index.ts'
import { recordPages } from '../records/index.ts'
import { regulationExtras, regulationPages } from '../regulation/index.ts'
import type { Composition } from './catalogue.ts'
import type { Page } from './page.ts'

/** Pages are named while the password is typed, before the window knows whose city it is: what they are called is said where it is read. */
const inOwnTerms = (page: Page): Page => {
  const { title, nav } = page
  return {
    ...page,
    title: (context) => inTerms(typeof title === 'string' ? title : title(context)),
    ...(nav === undefined
      ? {}
      : {
          nav: {
            ...nav,
            get label() {
              return inTerms(nav.label)
            },
          },
        }),
  }
}

const pagesOf = (definitions: readonly AnyDefinition[]): readonly Page[] => [
  ...homePages,
  ...budgetPages,
  ...consolidationPages,
  ...documentPages,
  ...regulationPages,
  ...recordPages(definitions, {
    ...questionnaireExtras(definitions),
    ...registerExtras,
    ...opdExtras,
    ...organisationExtras,
    ...complianceExtras,
    ...regulationExtras,
  }),
  ...opdPages,
  ...organisationPages,
  ...identityPages,
  ...peoplePages,
  ...compliancePages,
  ...questionnairePages,
  ...auditPages,
  ...conflictPages,
]

/** Every page of the application; registers follow from the definitions. */
export const compose = (definitions: readonly AnyDefinition[]): Composition => ({
  definitions,
  pages: pagesOf(definitions).map(inOwnTerms),
})
