import type { Passage } from '@cahier/prose'
import type { Rule } from '../../rule.ts'
import { type AcronymUse, acronymUses } from '../../style/acronym-uses.ts'

/** Acronyms not spelt out where a text first uses them: each proposal may be read alone (FAO, *Guide de rédaction*, §8; Bureau de la traduction, *Le guide du rédacteur*). */
export const acronym: Rule = {
  id: 'style/acronym',
  severity: 'info',
  fixed: false,
  languages: ['fr'],
  messages: {
    missing: {
      fr: ({ acronym }) =>
        `« ${acronym} » n’est développé nulle part dans ce texte : écrivez à sa première mention « forme longue (${acronym}) »`,
      en: ({ acronym }) => `“${acronym}” is spelt out nowhere in this text: write “long form (${acronym})” where it first stands`,
    },
    late: {
      fr: ({ acronym }) => `« ${acronym} » n’est développé que plus loin : faites-le ici, à sa première mention`,
      en: ({ acronym }) => `“${acronym}” is only spelt out further on: do it here, where it first stands`,
    },
  },
  text({ settings, passages, remark }) {
    const admitted = new Set(settings.acronyms)
    const uses = new Map<string, { passage: Passage; use: AcronymUse }[]>()
    // A title has no room for a long form: its reader finds it in the text.
    for (const passage of passages.filter(({ kind, pointer }) => kind !== 'heading' && pointer !== '/title'))
      for (const use of acronymUses(passage.text, admitted)) {
        const found = uses.get(use.acronym) ?? []
        found.push({ passage, use })
        uses.set(use.acronym, found)
      }
    for (const [acronym, found] of uses) {
      const first = found.find(({ passage }) => passage.kind !== 'field') ?? found[0]
      // A sentence later in the same paragraph is soon enough.
      if (first === undefined || found.some(({ passage, use }) => use.isSpeltOut && passage === first.passage)) continue
      remark(first.passage, first.use.from, first.use.to, found.some(({ use }) => use.isSpeltOut) ? 'late' : 'missing', { acronym })
    }
  },
}
