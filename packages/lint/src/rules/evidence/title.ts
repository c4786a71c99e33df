import { isLiveProposal, isPrinted } from '../../document/documents.ts'
import { short } from '../../document/escaped-characters.ts'
import type { Rule } from '../../engine/rule.ts'
import { beginsWithInfinitive } from '../../evidence/begins-with-infinitive.ts'

/**
 * Reports French titles in capitals or with a full stop, and titles of proposals that begin without
 * an infinitive.
 */
export const title: Rule = {
  id: 'evidence/title',
  severity: 'warning',
  fixes: true,
  inDraft: 'info',
  languages: ['fr'],
  messages: {
    point: {
      fr: 'un titre n’a pas de point final : enlevez-le',
      en: 'a title has no full stop at its end: remove it',
    },
    capitals: {
      fr: '« {title} » est tout en capitales, qui se lisent mal et cachent les sigles : écrivez-le en minuscules',
      en: '“{title}” is all in capitals, which are hard to read and hide acronyms: write it in small letters',
    },
    noun: {
      fr: '« {title} » : un titre de proposition commence par un verbe à l’infinitif, qui dit ce qu’il y a à faire (« Garantir… », « Ne plus exiger… »)',
      en: '“{title}”: the title of a proposal begins with a verb in the infinitive, which says what is to be done (« Garantir… », « Ne plus exiger… »)',
    },
  },
  passage(passage, { document, remark }) {
    const { text, written, kind, pointer } = passage
    const isTitle = pointer === '/title'
    const end = text.length
    if (isPrinted(document) && (kind === 'heading' || isTitle)) {
      if (ENDS_WITH_POINT.test(text)) remark(passage, { start: end - 1, end }, 'point', {}, '')
      if (IN_CAPITALS.test(text))
        remark(passage, { start: 0, end }, 'capitals', { title: short(written) })
    }
    if (isTitle && isLiveProposal(document) && beginsWithInfinitive(text) === false)
      remark(passage, { start: 0, end }, 'noun', { title: written })
  },
}

/** A full stop, but not after a short word, which may be an abbreviation. */
const ENDS_WITH_POINT = /^[^.?!…]*\p{Ll}{4,}\.$/u
/** Two words of four letters or more: shorter words may be acronyms. */
const IN_CAPITALS = /^(?=.*\p{Lu}{4,}[^\p{L}](?:.*[^\p{L}])?\p{Lu}{4,})[^\p{Ll}]+$/u
