import { isLiveProposal } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'
import { figuresIn } from '../../evidence/figures-in.ts'

/** Reports a summary that is too long or has a number without unit. */
export const summary: Rule = {
  id: 'evidence/summary',
  severity: 'warning',
  inDraft: 'info',
  messages: {
    long: {
      fr: 'ce résumé a {signs} signes : ramenez-le à {most}, il est imprimé seul dans la tribune ; le reste a sa place dans le texte',
      en: 'this summary has {signs} characters: bring it down to {most}, it is printed alone in the short version; the rest belongs in the text',
    },
    bare: {
      fr: '« {written} » : de quoi ? Le résumé est lu seul, écrivez ce que compte ce nombre',
      en: '“{written}”: of what? The summary is read alone, write what this number counts',
    },
  },
  passage(passage, { document, settings, remark }) {
    if (passage.pointer !== '/summary' || !isLiveProposal(document)) return
    const { text } = passage
    const signs = [...text].length
    if (signs > MOST) remark(passage, { start: 0, end: text.length }, 'long', { signs, most: MOST })
    for (const { kind, text: figure, start, end } of figuresIn(text, settings.language)) {
      const isNumber = kind === 'plain' || (kind === 'many' && /\d$/.test(figure))
      const [before, after] = [text.slice(0, start), text.slice(end)]
      if (isNumber && !RANGE.test(after) && !OUT_OF.test(before) && BARE.test(after))
        remark(passage, { start, end }, 'bare')
    }
  },
}

const MOST = 240

/** In « de 10 à 20 % », the second number has the unit. */
const RANGE = /^\s*(?:à|et|ou|sur|contre|–|-|to|and|or|out of)\s*\d/iu
/** In « 24 h sur 24 », « une personne sur 3 », the first number has the unit. */
const OUT_OF =
  /(?:\d|(?<!\p{L})(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|one|two|three|four|five|six|seven|eight|nine))(?:\s\p{L}+){0,2}\s(?:sur|out of|in)\s$/iu
const BARE = /^\s*(?:$|[.,;:!?…)»”]|(?:et|ou|à|dans|pour|par|en|chez|and|or|in|for|by)(?!\p{L}))/iu
