import * as contract from '../../shared/contract/questionnaire.ts'
import { type Feature, onCommand, onInternal, onQuery, onTask } from '../feature.ts'
import { acceptQuestionnaire } from './accept.ts'
import { agenciesOf, bookFor, questionnaireAgencies, questionnaireBook } from './book.ts'
import { makeQuestionnaires } from './make.ts'
import { openQuestionnaire, questionnaireOpen } from './open.ts'
import { readQuestionnaires } from './read.ts'
import { sentName, writeSent } from './sent.ts'

export const questionnaireFeature: Feature = {
  name: 'questionnaire',
  handlers: [
    onQuery(questionnaireAgencies, agenciesOf),
    onQuery(questionnaireBook, bookFor),
    onTask(contract.questionnaireMake, makeQuestionnaires),
    onInternal(sentName, writeSent),
    onQuery(questionnaireOpen, openQuestionnaire),
    onTask(contract.questionnaireRead, readQuestionnaires),
    onCommand(contract.questionnaireAccept, acceptQuestionnaire),
  ],
}
