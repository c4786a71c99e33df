import { placeOf } from '@cahier/core'
import { compareSections, headingTextPlace } from '../../document/compare-sections.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports sections in another order than that of the manifest. */
export const sectionOrder: Rule = {
  id: 'structure/section-order',
  severity: 'warning',
  messages: {
    before: {
      fr: 'la section « {title} » vient avant « {other} » : remontez-la, avec son texte',
      en: 'the section “{title}” comes before “{other}”: move it up, with its text',
    },
    after: {
      fr: 'la section « {title} » vient après « {other} » : descendez-la, avec son texte',
      en: 'the section “{title}” comes after “{other}”: move it down, with its text',
    },
  },
  document({ programme, document, report }) {
    const { manifest } = programme
    const written = compareSections(document, manifest).known.map(({ section, term }) => ({
      section,
      title: term.title,
      rank: manifest.sections.indexOf(term),
    }))
    const kept = longestRise(written.map(({ rank }) => rank))
    const ordered = written.filter((_, at) => kept.has(at))
    for (const [at, { section, title, rank }] of written.entries()) {
      if (kept.has(at)) continue
      const next = ordered.find((one) => one.rank > rank)
      const last = ordered.findLast((one) => one.rank < rank)
      const isTooLow = next !== undefined && written.indexOf(next) < at
      const other = isTooLow ? next : last
      const related = other === undefined ? [] : [{ place: placeOf(other.section.heading) }]
      const data = { title, other: other?.title ?? '' }
      report(isTooLow ? 'before' : 'after', headingTextPlace(section), data, { related })
    }
  },
}

// The longest series of sections already in order. Only the other sections are reported.
function longestRise(ranks: readonly number[]): ReadonlySet<number> {
  const series: (readonly number[])[] = []
  for (const [at, rank] of ranks.entries()) {
    const before = series.filter((one) => (ranks[one.at(-1) as number] as number) < rank)
    series.push([...longest(before), at])
  }
  return new Set(longest(series))
}

function longest(series: readonly (readonly number[])[]): readonly number[] {
  return series.reduce((best, one) => (one.length > best.length ? one : best), [])
}
