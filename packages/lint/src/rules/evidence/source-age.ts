import { type Reference, wordSet } from '@cahier/core'
import { textsAt } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import { referenceOf } from '../../evidence/source-figures.ts'

/** Reports a source with figures older than the manifest allows, or with a future `seen` date. */
export const sourceAge: Rule = {
  id: 'evidence/source-age',
  severity: 'info',
  messages: {
    old: {
      fr: 'les chiffres de « {id} » datent de {year}, il y a plus de {most|an|ans} : cherchez-en de plus récents, et indiquez la nouvelle source par superseded-by',
      en: 'the figures of “{id}” date from {year}, more than {most|year|years} ago: look for later ones, and name the new source in superseded-by',
    },
    future: {
      fr: 'cette source aurait été vue un jour à venir ({date}) : écrivez le jour où elle a été lue',
      en: 'this source would have been seen on a day to come ({date}): write the day it was read',
    },
  },
  document({ programme, document, day, report }) {
    if (document.kind !== 'sources' || day === '') return
    for (const { value, place } of textsAt(document, '/*/seen'))
      if (value > day) report('future', place.value, { date: value })
    const most = programme.manifest.lintOptions.maxAge.source
    for (const { value: id, place } of textsAt(document, '/*/id')) {
      const source = referenceOf(programme, id)
      const year = source?.supersededBy === '' ? lastYear(source) : null
      if (year !== null && year < Number(day.slice(0, 4)) - most)
        report('old', place.value, { id, year, most })
    }
  },
}

// The latest year of the figures of a source, or `null`. Laws, judgements and books do not age.
function lastYear({ claims, csl }: Reference): number | null {
  const valued = claims.filter(({ value, unit }) => value !== null && unit !== '')
  if (valued.length === 0 || TIMELESS.has(String(csl.type))) return null
  const years = valued.flatMap(({ year }) => year ?? [])
  return years.length === 0 ? null : Math.max(...years)
}

const TIMELESS = wordSet(
  'legislation legal_case bill regulation treaty hearing book chapter motion_picture',
)
