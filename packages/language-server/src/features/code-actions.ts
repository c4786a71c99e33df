import {
  applyEdits,
  type Document,
  type Edit,
  editAt,
  type Finding,
  type Language,
  type Programme,
  readProposal,
  shownControls,
  slugOf,
  sourceEdit,
  sourceTemplate,
  withText,
} from '@cahier/core'
import { admitWord, type FindingFilter, isFixable, planFixes, planLooseFixes } from '@cahier/lint'
import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'
import { textChanges } from './text-changes.ts'

/** An edit that fixes one finding. */
export interface QuickFix {
  /** Names the text that is written or removed; `''` when this is not one short text. */
  readonly title: string
  readonly finding: Finding
  readonly edits: readonly Edit[]
  /** Whether the fix is certain (no suggestion) and may be automatic (see `isSafe`). */
  readonly isSure: boolean
}

/** The fixes and suggestions for findings that overlap a span. */
export function quickFixes(
  context: DocumentContext,
  findings: readonly Finding[],
  { start, end }: Span,
): readonly QuickFix[] {
  const { programme, document, language } = context
  return findings.flatMap((finding) => {
    const { place, edits = [] } = finding
    if (place.start.offset > end || start > place.end.offset) return []
    const isSure = edits.length > 0 && isFixable(finding) && isSafe(programme, document, edits)
    const title = titleOf(edits, document, language)
    const fix = edits.length > 0 ? [{ title, finding, edits, isSure }] : []
    const suggestions = [
      ...guesses(finding, document, language),
      ...admissions(finding, programme, language),
      ...newSources(finding, context),
    ]
    return [...fix, ...suggestions.map((one) => ({ ...one, finding, isSure: false }))]
  })
}

type Suggestion = Pick<QuickFix, 'title' | 'edits'>

function guesses(finding: Finding, document: Document, language: Language): readonly Suggestion[] {
  const { suggestions, written } = finding.data
  const { path, place } = finding
  if (
    typeof suggestions !== 'object' ||
    document.text.slice(place.start.offset, place.end.offset) !== written
  )
    return []
  return suggestions.map((text) => {
    const edits = [editAt(path, place, text)]
    return { title: titleOf(edits, document, language), edits }
  })
}

/** What to fix in a file: everything that `cahier lint --fix` fixes, or typography. */
export type FixScope = 'everything' | 'typography'

export function isInScope(part: FixScope, { rule }: Finding): boolean {
  return part === 'everything' || rule.startsWith('typography/')
}

/**
 * The edits that make the fixes of `part` in a document. When a fix changes a heading, other edits
 * update the links to it, even in other documents.
 */
export function fixAll(
  { programme, document, day, settings }: DocumentContext,
  part: FixScope,
): readonly Edit[] {
  if (document.kind === 'settings') return []
  const wanted: FindingFilter = (findings) => findings.filter((finding) => isInScope(part, finding))
  const { texts } = settings
    ? planLooseFixes([document], { wanted, settings })
    : planFixes(programme, { includes: (path) => path === document.path, day }, wanted)
  const before = new Map([...programme.documents, document].map(({ path, text }) => [path, text]))
  return [...texts].flatMap(([path, text]) => textChanges(path, before.get(path) ?? '', text))
}

function admissions(
  finding: Finding,
  programme: Programme,
  language: Language,
): readonly Suggestion[] {
  const { rule, data } = finding
  const list = rule === 'style/acronym' ? 'acronyms' : 'words'
  const word = rule === 'style/acronym' ? data.acronym : rule === 'style/spelling' && data.written
  const manifest = programme.documents.find(({ kind }) => kind === 'manifest')
  if (typeof word !== 'string' || /\s/.test(word) || manifest === undefined) return []
  const edit = admitWord(manifest, list, word)
  return edit === null ? [] : [{ title: WORDS[language][list](word), edits: [edit] }]
}

function newSources(
  finding: Finding,
  { programme, day, language }: DocumentContext,
): readonly Suggestion[] {
  const { rule, message, data } = finding
  const { key } = data
  const list = programme.documents.find(({ kind }) => kind === 'sources')
  const isUnknown = rule === 'reference/source' && message === 'unknown'
  if (!isUnknown || typeof key !== 'string' || slugOf(key) !== key || !list?.sound) return []
  const edit = sourceEdit(list, sourceTemplate(key, WORDS[language].title, day, language))
  return edit === null ? [] : [{ title: WORDS[language].describe(key), edits: [edit] }]
}

export const FIX_TITLES = {
  everything: { fr: 'Corriger tout ce qui peut l’être', en: 'Fix everything that can be fixed' },
  typography: { fr: 'Corriger la typographie du fichier', en: 'Fix the typography of this file' },
}

/** Precedes the finding's message when a fix has no title of its own. */
export const FIX_PREFIX = { fr: 'Corriger\u00A0:', en: 'Fix:' }

const WORDS = {
  fr: {
    write: (text: string) => `Écrire «\u00A0${text}\u00A0»`,
    remove: (text: string) => `Enlever «\u00A0${text}\u00A0»`,
    title: 'Titre à écrire',
    describe: (text: string) => `Décrire «\u00A0${text}\u00A0» dans sources.yaml`,
    words: (text: string) => `Ajouter «\u00A0${text}\u00A0» aux mots du programme`,
    acronyms: (text: string) => `Ajouter «\u00A0${text}\u00A0» aux sigles connus`,
  },
  en: {
    write: (text: string) => `Write “${text}”`,
    remove: (text: string) => `Remove “${text}”`,
    title: 'Title to be written',
    describe: (text: string) => `Describe “${text}” in sources.yaml`,
    words: (text: string) => `Add “${text}” to the programme’s words`,
    acronyms: (text: string) => `Add “${text}” to the known acronyms`,
  },
} as const

// Blanks are shown with the words around them.
function titleOf(edits: readonly Edit[], { path, text }: Document, language: Language) {
  const [only, ...others] = edits
  if (only === undefined || others.length > 0 || only.path !== path) return ''
  const words = WORDS[language]
  const before = text.slice(only.start, only.end)
  const isBlank = before.trim() === '' && only.text.trim() === ''
  const around = (from: number, to: number, pattern: RegExp) =>
    (isBlank && pattern.exec(text.slice(Math.max(0, from), to))?.[0]) || ''
  const left = around(only.start - 20, only.start, /\S*[^\S\n]*$/)
  const right = around(only.end, only.end + 20, /^[^\S\n]*\S*/)
  const [said, say] =
    only.text === '' && !isBlank ? [before, words.remove] : [left + only.text + right, words.write]
  return said.trim() === '' || said.length > 60 || said.includes('\n')
    ? ''
    : say(shownControls(said.trim()))
}

// Whether a fix may be automatic. After a round (a vote) opens, the fix must keep or restore the
// text that members consent to. A fix that also edits other files is allowed without this check.
function isSafe(programme: Programme, document: Document, edits: readonly Edit[]) {
  const before = programme.proposals.find((proposal) => proposal.document.path === document.path)
  const rounds = programme.decisions.find(({ proposal }) => proposal === before?.id)?.rounds ?? []
  if (
    before === undefined ||
    rounds.length === 0 ||
    edits.some(({ path }) => path !== document.path)
  )
    return true
  const fixed = withText(document, applyEdits(document.text, edits))
  const { normative } = readProposal(fixed, programme.manifest, programme.assets)
  return normative === before.normative || rounds.some(({ text }) => text === normative)
}
