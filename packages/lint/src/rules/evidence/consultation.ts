import { type Document, fieldsOf, stemOf } from '@cahier/core'
import { compareSections } from '../../document/compare-sections.ts'
import { documentOf, fieldPlace, fieldsAt, isHeadless } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports a proposal in an open round (a vote) that states no objection or open question. */
export const consultation: Rule = {
  id: 'evidence/consultation',
  severity: 'warning',
  messages: {
    silent: {
      fr: 'ce texte est en consultation et ne dit ni ce qu’on lui oppose, ni ce qu’il laisse ouvert : ajoutez {titles}, hors du texte soumis, pendant que le tour est ouvert',
      en: ({ titles = '' }) =>
        `this text is in consultation and says neither what is said against it nor what it leaves open: add ${titles.replaceAll('« ', '“').replaceAll(' »', '”').replaceAll(' ou ', ' or ')}, which is not part of the text put to the round`,
    },
  },
  document({ programme, document, day, report }) {
    if (document.kind !== 'proposal' || day === '' || isHeadless(document)) return
    const wanted = programme.manifest.sections.filter(
      ({ id, title, normative }) => !normative && DISSENT.test(`${id} ${title}`),
    )
    const decisions = documentOf(programme, 'decisions', stemOf(document.path))
    if (wanted.length === 0 || decisions === null || !isOpen(decisions, day)) return
    const { known } = compareSections(document, programme.manifest)
    if (known.some(({ term, section }) => wanted.includes(term) && section.nodes.length > 0)) return
    report('silent', fieldPlace(document, '/title'), {
      titles: wanted.map(({ title }) => `« ## ${title} »`).join(' ou '),
    })
  },
}

const DISSENT =
  /object|question|désaccord|critique|réserve|limites|débat|dissent|disagree|concern|open/iu

function isOpen(decisions: Document, day: string) {
  return fieldsAt(decisions, '/rounds/*').some(({ value }) => {
    const { opened, closes, outcome } = fieldsOf(value)
    return !outcome && String(opened) <= day && day <= String(closes)
  })
}
