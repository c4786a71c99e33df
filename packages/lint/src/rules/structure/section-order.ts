import { type Place, placeOf } from '@cahier/core'
import { headingWords, sectionsOf } from '../../document/sections-of.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports sections in another order than that of the manifest. */
export const sectionOrder: Rule = {
  id: 'structure/section-order',
  severity: 'warning',
  fixed: false,
  messages: {
    before: {
      fr: 'la section « {title} » vient avant « {next} » : remontez-la, avec son texte',
      en: 'the section “{title}” comes before “{next}”: move it up, with its text',
    },
    after: {
      fr: 'la section « {title} » vient après « {last} » : descendez-la, avec son texte',
      en: 'the section “{title}” comes after “{last}”: move it down, with its text',
    },
  },
  document({ programme, document, report }) {
    const { sections } = programme.manifest
    const written = sectionsOf(document, programme.manifest).known.map(({ section, term }) => ({
      section,
      title: term.title,
      rank: sections.indexOf(term),
    }))
    const kept = longestRise(written.map(({ rank }) => rank))
    for (const [at, { section, title, rank }] of written.entries()) {
      if (kept.has(at)) continue
      const ordered = written.filter((_, index) => kept.has(index)).sort((a, b) => a.rank - b.rank)
      const next = ordered.find((one) => one.rank > rank)
      const last = ordered.findLast((one) => one.rank < rank)
      const isTooLow = next !== undefined && written.indexOf(next) < at
      const around: Place | null = isTooLow
        ? placeOf(next.section.heading)
        : last === undefined
          ? null
          : placeOf(last.section.heading)
      const related = around === null ? {} : { related: [{ path: document.path, place: around }] }
      if (isTooLow) report('before', headingWords(section), { title, next: next.title }, related)
      else report('after', headingWords(section), { title, last: last?.title ?? '' }, related)
    }
  },
}

// The longest series already in order: moving one section gives one finding.
function longestRise(ranks: readonly number[]): ReadonlySet<number> {
  const lengths: number[] = []
  const before: number[] = []
  for (const [at, rank] of ranks.entries()) {
    const best = ranks.slice(0, at).reduce((found, other, index) => {
      if (other >= rank) return found
      return found < 0 || (lengths[index] as number) > (lengths[found] as number) ? index : found
    }, -1)
    lengths.push(best < 0 ? 1 : (lengths[best] as number) + 1)
    before.push(best)
  }
  const kept = new Set<number>()
  for (let at = lengths.indexOf(Math.max(...lengths, 0)); at >= 0; at = before[at] as number)
    kept.add(at)
  return kept
}
