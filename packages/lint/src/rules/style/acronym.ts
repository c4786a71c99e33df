import { groupedBy, matchesIn, OBJECT, type Passage } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import {
  acronymUses,
  beginsWithLongForm,
  hasInitials,
  isSpeltOut,
  peopleIn,
} from '../../style/acronym-uses.ts'

/** Reports acronyms that a text does not explain at their first use (FAO, writing guide). */
export const acronym: Rule = {
  id: 'style/acronym',
  severity: 'warning',
  amended: 'whole',
  languages: ['fr'],
  messages: {
    missing: {
      fr: '« {acronym} » n’est développé nulle part dans ce texte : écrivez à sa première mention « forme longue ({acronym}) »',
      en: '“{acronym}” is not spelt out anywhere in this text: write “long form ({acronym})” where it first appears',
    },
    late: {
      fr: '« {acronym} » n’est développé que plus loin : développez-le ici, à sa première mention',
      en: '“{acronym}” is only spelt out further on: spell it out here, where it first appears',
    },
  },
  text({ document, settings, passages, remark }) {
    if (document.kind === 'page') return
    const admitted = new Set(settings.acronyms)
    const people = peopleIn(passages.map(({ text }) => text))
    const uses = passages.flatMap((passage) =>
      acronymUses(passage.text, admitted, people)
        // An acronym alone in a cell or an item is a code, which needs no long form.
        .filter(({ acronym }) => passage.text.trim() !== acronym)
        .map((use) => ({ passage, use })),
    )
    for (const [acronym, found] of groupedBy(uses, ({ use }) => use.acronym)) {
      // An acronym in a title needs no long form, but a long form in a title explains the acronym
      // for the text below.
      const plain = found.filter(({ passage, use }) => !use.isNumbered && !isTitle(passage))
      const first = plain.find(({ passage }) => passage.kind !== 'field') ?? plain[0]
      if (first === undefined) continue
      const speltOut = found.filter(({ passage, use }) =>
        isTitle(passage) ? hasInitials(passage.text, acronym) : isSpeltOut(passage.text, use),
      )
      // A long form may be in the same paragraph, before or after. It may also be in an earlier
      // title or numbered name: « référentiel général (RGAA 4.1) ».
      const isInTime = speltOut.some(
        (one) =>
          one.passage === first.passage ||
          ((one.use.isNumbered || isTitle(one.passage)) &&
            found.indexOf(one) < found.indexOf(first)),
      )
      if (isInTime) continue
      const isNoted = found.some(({ passage, use }) => passage.text.charAt(use.end) === OBJECT)
      const isDefined = passages.some(
        ({ text, written }) =>
          (isNoted && beginsWithLongForm(text, acronym)) ||
          matchesIn(written, DEFINITION).some(([, name]) => name === acronym),
      )
      if (isDefined) continue
      const message = speltOut.length > 0 ? 'late' : 'missing'
      remark(first.passage, first.use, message, { acronym })
    }
  },
}

function isTitle({ kind, pointer }: Passage) {
  return kind === 'heading' || pointer === '/title'
}

/** A definition that many Markdown tools show over each use: `*[CNIL]: Commission nationale…`. */
const DEFINITION = /^\*\[([^\]\n]{2,20})\]:[^\S\n]*\S/gm
