import { sectionTermOf } from '@cahier/core'
import type { Passage } from '@cahier/prose'
import type { Rule, TextContext } from '../../rule.ts'
import { phraseFinder } from '../../style/find-phrases.ts'
import { type OpenQuestion, VAGUE_WORDS } from '../../style/vague-words.ts'

/**
 * Words that promise without saying, where a proposal commits: its requests, its summary and its
 * normative sections. Each comes with the question to ask.
 */
export const vagueWord: Rule = {
  id: 'style/vague-word',
  severity: 'warning',
  inDraft: 'info',
  fixed: false,
  languages: ['fr'],
  messages: {
    howMany: {
      fr: ({ written }) => `« ${written} » : combien ? Un nombre se vérifie, ce mot non`,
      en: ({ written }) => `“${written}”: how many? A number can be checked, this word cannot`,
    },
    when: {
      fr: ({ written }) => `« ${written} » : quand ? Une date ou un délai se vérifie, ce mot non`,
      en: ({ written }) =>
        `“${written}”: when? A date or a deadline can be checked, this word cannot`,
    },
    who: {
      fr: ({ written }) => `« ${written} » : qui ? Nommez qui doit le faire`,
      en: ({ written }) => `“${written}”: who? Name who has to do it`,
    },
    what: {
      fr: ({ written }) => `« ${written} » : quoi d’autre ? Dites si la liste est complète`,
      en: ({ written }) => `“${written}”: what else? Say whether the list is complete`,
    },
    how: {
      fr: ({ written }) =>
        `« ${written} » : comment ? Dites par quel acte : une loi, un budget, une interdiction`,
      en: ({ written }) => `“${written}”: how? Say by which act: a law, a budget, a ban`,
    },
    which: {
      fr: ({ written }) => `« ${written} » : selon quel critère, et qui en juge ?`,
      en: ({ written }) => `“${written}”: by which criterion, and who judges?`,
    },
    except: {
      fr: ({ written }) => `« ${written} » : dans quels cas ? Nommez l’exception, ou ôtez-la`,
      en: ({ written }) => `“${written}”: in which cases? Name the exception, or remove it`,
    },
  },
  text(context) {
    if (context.document.kind !== 'proposal') return
    for (const passage of context.passages.filter((one) => isCommitment(one, context))) {
      for (const { written, from, to, value: question } of find(passage.text))
        context.remark(passage, from, to, question, { written })
    }
  },
}

function isCommitment(
  { node, pointer, start }: Passage,
  { document, settings }: TextContext,
): boolean {
  if (node === null) return pointer !== '/title'
  const section = document.body?.sections.findLast(
    ({ heading }) => (heading.position?.start.offset ?? 0) <= start,
  )
  return (
    section !== undefined &&
    section.heading !== node &&
    sectionTermOf(section, settings)?.normative === true
  )
}

const QUESTIONS = Object.entries(VAGUE_WORDS) as [OpenQuestion, readonly string[]][]
const find = phraseFinder(
  QUESTIONS.flatMap(([question, words]) =>
    words.map((word): [string, OpenQuestion] => [word, question]),
  ),
)
