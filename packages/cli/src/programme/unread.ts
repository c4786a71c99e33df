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

/** Messages of `structure/folder` about a name: the file itself is read. */
const READ: ReadonlySet<string> = new Set(['name', 'nameTaken', 'folderName', 'caseClash'])

/** Kinds of file that one error makes unusable: half a list of members would mislead. */
const READ_WHOLE: ReadonlySet<string> = new Set([
  'manifest',
  'collective',
  'positions',
  'decisions',
  'transmission',
])

/** Kinds of file whose front matter gives the printed title. */
const NAMED: ReadonlySet<string> = new Set(['proposal', 'axis', 'question', 'sources'])

/** The sorted paths of files that cannot be read in full. The output would lack their content. */
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

/** Warns about decision rounds whose proposal is not in the folder, perhaps renamed. */
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
