import { FILE_START } from '@cahier/core'
import type { Rule } from '../../rule.ts'

/** A legal fact is looked at again within the year (model.md, `as-of`). */
export const legalFact: Rule = {
  id: 'evidence/legal-fact',
  severity: 'info',
  fixed: false,
  messages: {
    old: {
      fr: ({ what, date }) => `ce fait juridique n’a pas été revu depuis plus d’un an (${date}) : « ${what} » ; vérifiez où il en est, puis changez la date`,
      en: ({ what, date }) => `this legal fact was last checked over a year ago (${date}): “${what}”; see where it stands, then change the date`,
    },
    future: {
      fr: ({ date }) => `ce fait juridique porte une date à venir (${date}) : écrivez le jour où il a été vérifié`,
      en: ({ date }) => `this legal fact is dated in the future (${date}): write the day it was checked`,
    },
  },
  document({ programme, document, day, report }) {
    if (document.kind !== 'proposal' || day === '') return
    const facts = programme.proposals.find((proposal) => proposal.document === document)?.asOf ?? []
    for (const [index, { date, what }] of facts.entries()) {
      const place = document.places[`/as-of/${index}/date`]?.value ?? FILE_START
      if (date > day) report('future', place, { date })
      else if (date !== '' && date < yearBefore(day)) report('old', place, { date, what })
    }
  },
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}
