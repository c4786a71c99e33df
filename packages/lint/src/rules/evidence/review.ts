import { isFields, stemOf } from '@cahier/core'
import {
  documentOf,
  fieldPlace,
  fieldsAt,
  isLiveProposal,
  textsAt,
} from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports a proposal with a past review date, and an adopted one without a date. */
export const review: Rule = {
  id: 'evidence/review',
  severity: 'info',
  messages: {
    past: {
      fr: 'cette proposition devait être revue le {date} : relisez-la ensemble, puis donnez un autre jour',
      en: 'this proposal was to be looked at again on {date}: read it together, then give another day',
    },
    missing: {
      fr: 'cette proposition est adoptée et ne dit pas quand elle sera revue : ajoutez une ligne review: avec un jour, par exemple dans un an',
      en: 'this proposal is adopted and does not say when it will be reviewed: add a line review: with a day, a year from now for instance',
    },
  },
  document({ programme, document, day, report }) {
    if (day === '' || !isLiveProposal(document)) return
    const [date] = textsAt(document, '/review')
    if (date !== undefined) {
      if (date.value < day) report('past', date.place.value, { date: date.value })
      return
    }
    const decisions = documentOf(programme, 'decisions', stemOf(document.path))
    if (decisions === null) return
    const last = textsAt(decisions, '/rounds/*/outcome/result').at(-1)
    const round = fieldsAt(decisions, '/rounds/*').at(-1)
    const isReopened = isFields(round?.value) && !('outcome' in round.value)
    if (last?.value.startsWith('adopted') && !isReopened)
      report('missing', fieldPlace(document, '/title'))
  },
}
