import type { Document, Programme } from '@cahier/core'
import { placeIn } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import type { CreditedFigure } from '../../evidence/figures-of-passage.ts'
import { contradictedBy, isInSources, isSameFigure } from '../../evidence/source-figures.ts'
import { type Subject, subjectsIn, textsCompared } from '../../evidence/subjects.ts'

/** Reports two texts of a programme that give different numbers for the same subject and year. */
export const twoValues: Rule = {
  id: 'evidence/two-values',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    differs: {
      fr: '« {figure} » ici, « {other} » dans {path}, ligne {line}, pour ce qui semble la même chose : accordez les deux textes, ou dites ce qui les distingue (année, périmètre)',
      en: '“{figure}” here, “{other}” in {path}, line {line}, for what looks like the same thing: make both texts agree, or say what sets them apart (year, scope)',
    },
  },
  document({ programme, document, report }) {
    for (const subject of subjectsIn(programme, document)) {
      const other = otherValue(subject, document, programme)
      if (other === null) continue
      const { span } = other.subject.figure
      const place = placeIn(other.document, span.start, span.end)
      const { path } = other.document
      const data = { figure: subject.figure.text, other: other.subject.figure.text, path }
      report('differs', subject.figure.span, data, { related: [{ path, place }] })
    }
  },
}

// `textsCompared` gives only texts whose path sorts before this one’s, so a difference is reported
// once, not in both texts.
function otherValue(subject: Subject, document: Document, programme: Programme) {
  for (const other of textsCompared(programme, document, subject)) {
    const theirs = subjectsIn(programme, other)
    if (theirs.some((one) => isSameFigure(one.figure, subject.figure) && isAlike(one, subject)))
      continue
    const first = theirs.find(
      (one) => isAlike(one, subject) && !isExplained(one.figure, subject.figure, programme),
    )
    if (first !== undefined) return { document: other, subject: first }
  }
  return null
}

// True when a figure contradicts its own source (`evidence/claim` reports that), or when each
// figure agrees with its own source.
function isExplained(a: CreditedFigure, b: CreditedFigure, programme: Programme) {
  return (
    [a, b].some((figure) => contradictedBy(figure, programme).length > 0) ||
    [a, b].every((figure) => isInSources(figure, programme))
  )
}

function isAlike(a: Subject, b: Subject) {
  if (a.figure.kind !== b.figure.kind || !a.keys.some((key) => b.keys.includes(key))) return false
  if (a.years.length > 0 && b.years.length > 0 && !a.years.some((year) => b.years.includes(year)))
    return false
  const common = [...a.words].filter((word) => b.words.has(word)).length
  return (
    common >= 2 &&
    common >= 0.6 * Math.min(a.words.size, b.words.size) &&
    common >= 0.4 * Math.max(a.words.size, b.words.size)
  )
}
