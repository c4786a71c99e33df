import { asSentence, type Programme, RENAMED_PROPOSAL, renamedProposal } from '@cahier/core'
import type { Invocation } from './command.ts'
import { unreadFiles } from './unread-files.ts'

/**
 * Says of rounds that no proposal of the folder has any more, such as those of one that was
 * renamed, that they are not in what is shown.
 */
export function sayLostRounds(
  programme: Programme,
  { language, sayError }: Pick<Invocation, 'language' | 'sayError'>,
): void {
  const unread = unreadFiles(programme)
  for (const { proposal: id, document } of programme.decisions) {
    if (
      programme.ids.proposals.has(id) ||
      unread.some((path) => path === document.path || path.endsWith(`/${id}.md`))
    )
      continue
    const now = renamedProposal(programme, id)?.document.path
    const sentence =
      now === undefined
        ? WORDS[language](document.path)
        : asSentence(RENAMED_PROPOSAL[language]({ id, now }))
    sayError(`${sentence}\n`)
  }
}

const WORDS = {
  fr: (path: string) =>
    `Attention : les tours de « ${path} » ne sont ceux d’aucune proposition de ce dossier. Lancez « cahier lint ».`,
  en: (path: string) =>
    `Beware: the rounds of “${path}” belong to no proposal of this folder. Run “cahier lint”.`,
} as const
