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
import { type Invocation, inBothLanguages } from '../command.ts'
import { inQuotes } from '../text/report-parts.ts'
import { openProgramme } from './open.ts'

/** Messages of `structure/folder` about the name of a file that is read all the same. */
const READ: ReadonlySet<string> = new Set(['name', 'nameTaken', 'folderName', 'caseClash'])

/** Kinds of file that one error makes unusable: half a list of members would mislead. */
const READ_WHOLE: ReadonlySet<string> = new Set([
  'manifest',
  'collective',
  'positions',
  'decisions',
  'transmission',
])

/**
 * Kinds of file that hold printed titles in their front matter. `sources.yaml` holds them in YAML,
 * without front matter.
 */
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

/** Opens the programme, and warns about files that cannot be read in full. */
export function openAndWarn(invocation: Invocation): Programme {
  const programme = openProgramme(invocation)
  warnUnread(programme, invocation)
  return programme
}

export function warnUnread(programme: Programme, { language, sayError }: Invocation): void {
  const paths = unreadPaths(programme)
  if (paths.length > 0) sayError(`${unreadInWords(paths, language)}\n`)
}

function isHeadFaulty({ head, sound, findings }: Document) {
  return !sound && (head === null || findings.some(({ rule }) => rule === YAML_RULE))
}

export function unreadInWords(paths: readonly string[], language: Language): string {
  const list = new Intl.ListFormat(language === 'fr' ? 'fr' : 'en-GB')
  return WORDS[language].beware(list.format(paths.map(inQuotes[language])), paths.length === 1)
}

const WORDS = inBothLanguages(
  {
    beware: (names: string, isOne: boolean) =>
      `Attention : il manque ici ce que ${isOne ? 'dit' : 'disent'} ${names}, qui ne ${isOne ? 'se lit' : 'se lisent'} pas en entier. Lancez « cahier lint ».`,
    lost: (path: string) =>
      `Attention : les tours de « ${path} » ne sont ceux d’aucune proposition de ce dossier. Lancez « cahier lint ».`,
  },
  {
    beware: (names, isOne) =>
      `Beware: what ${names} ${isOne ? 'says' : 'say'} is missing here, because ${isOne ? 'it' : 'they'} cannot be read whole. Run “cahier lint”.`,
    lost: (path) =>
      `Beware: the rounds of “${path}” belong to no proposal of this folder. Run “cahier lint”.`,
  },
)

/** Warns about decision rounds whose proposal is not in the folder, perhaps renamed. */
export function warnLostRounds(programme: Programme, { language, sayError }: Invocation): void {
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
        ? WORDS[language].lost(document.path)
        : asSentence(RENAMED_PROPOSAL[language]({ id, now }))
    sayError(`${sentence}\n`)
  }
}
