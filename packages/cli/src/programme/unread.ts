import {
  asSentence,
  type Document,
  isConflicting,
  type Language,
  type Programme,
  RENAMED_PROPOSAL,
  renamedProposal,
  YAML_RULE,
} from '@cahier/core'
import type { Invocation } from '../command.ts'

/** Messages of `structure/folder` about files that are read all the same. */
const READ: ReadonlySet<string> = new Set(['name', 'nameTaken', 'folderName', 'caseClash'])

/** Kinds that count in full or not at all, such as a list of members. */
const READ_WHOLE: ReadonlySet<string> = new Set([
  'manifest',
  'collective',
  'positions',
  'decisions',
  'transmission',
])

/** Kinds printed under a title from their front matter, which a fault would lose. */
const NAMED: ReadonlySet<string> = new Set(['proposal', 'axis', 'question', 'sources'])

/** The files that cannot be read in full, sorted: the output would lack them. */
export function unreadPaths({ folderFindings, documents }: Programme): readonly string[] {
  const unread = folderFindings.filter(
    ({ severity, message }) => severity === 'error' && !READ.has(message),
  )
  const broken = documents.filter(
    (document) =>
      (READ_WHOLE.has(document.kind) && !document.sound) ||
      (NAMED.has(document.kind) && isHeadFaulty(document)) ||
      isConflicting(document),
  )
  return [...new Set([...unread, ...broken].map(({ path }) => path))].sort()
}

export function warnUnread(
  programme: Programme,
  { language, sayError }: Pick<Invocation, 'language' | 'sayError'>,
): void {
  const paths = unreadPaths(programme)
  if (paths.length > 0) sayError(`${unreadInWords(paths, language)}\n`)
}

export function unreadInWords(paths: readonly string[], language: Language): string {
  return WORDS[language](paths)
}

function isHeadFaulty({ head, sound, findings }: Document): boolean {
  return !sound && (head === null || findings.some(({ rule }) => rule === YAML_RULE))
}

const WORDS = {
  fr: (paths: readonly string[]) => {
    const [say, read] = paths.length > 1 ? ['disent', 'ne se lisent'] : ['dit', 'ne se lit']
    const names = joined('fr', '« ', paths, ' »')
    return `Attention : il manque ici ce que ${say} ${names}, qui ${read} pas en entier. Lancez « cahier lint ».`
  },
  en: (paths: readonly string[]) => {
    const [say, they] = paths.length > 1 ? ['say', 'they'] : ['says', 'it']
    const names = joined('en', '“', paths, '”')
    return `Beware: what ${names} ${say} is missing here, because ${they} cannot be read whole. Run “cahier lint”.`
  },
} as const

function joined(language: Language, open: string, paths: readonly string[], close: string): string {
  const quoted = paths.map((path) => `${open}${path}${close}`)
  return new Intl.ListFormat(language === 'fr' ? 'fr' : 'en-GB').format(quoted)
}

/** Warns about rounds of no proposal in the folder, such as those of a renamed one. */
export function warnLostRounds(
  programme: Programme,
  { language, sayError }: Pick<Invocation, 'language' | 'sayError'>,
): void {
  const unread = unreadPaths(programme)
  for (const { proposal: id, document } of programme.decisions) {
    if (
      programme.ids.proposals.has(id) ||
      unread.some((path) => path === document.path || path.endsWith(`/${id}.md`))
    )
      continue
    const now = renamedProposal(programme, id)?.document.path
    const sentence =
      now === undefined
        ? LOST_WORDS[language](document.path)
        : asSentence(RENAMED_PROPOSAL[language]({ id, now }))
    sayError(`${sentence}\n`)
  }
}

const LOST_WORDS = {
  fr: (path: string) =>
    `Attention : les tours de « ${path} » ne sont ceux d’aucune proposition de ce dossier. Lancez « cahier lint ».`,
  en: (path: string) =>
    `Beware: the rounds of “${path}” belong to no proposal of this folder. Run “cahier lint”.`,
} as const
