import { fieldsAt, textsAt } from '../../fields-at.ts'
import type { Rule } from '../../rule.ts'

/** A legal fact is looked at again within the year (model.md, `as-of`). */
export const legalFact: Rule = {
  id: 'evidence/legal-fact',
  severity: 'info',
  fixed: false,
  messages: {
    old: {
      fr: ({ what, date }) =>
        `ce fait juridique n’a pas été revu depuis plus d’un an (${date}) : « ${what} » ; vérifiez où il en est, puis changez la date`,
      en: ({ what, date }) =>
        `this legal fact was last checked over a year ago (${date}): “${what}”; see where it stands, then change the date`,
    },
    future: {
      fr: ({ date }) => `ce fait juridique porte une date à venir (${date}) : écrivez le jour où il a été vérifié`,
      en: ({ date }) => `this legal fact is dated in the future (${date}): write the day it was checked`,
    },
  },
  document({ document, day, report }) {
    if (document.kind !== 'proposal' || day === '') return
    for (const { key } of fieldsAt(document, '/as-of/*')) {
      const [date] = textsAt(document, `/as-of/${key}/date`)
      const what = textsAt(document, `/as-of/${key}/what`)[0]?.value ?? ''
      if (date === undefined) continue
      if (date.value > day) report('future', date.place.value, { date: date.value })
      else if (date.value < yearBefore(day)) report('old', date.place.value, { date: date.value, what })
    }
  },
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}
