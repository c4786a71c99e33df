import {
  type Asset,
  type Catalogue,
  type Document,
  dayMonthFirst,
  type Edit,
  type Finding,
  memoize,
  type Programme,
} from '@cahier/core'
import { countWhile } from '@cahier/prose'
import { wholeTextFindings } from '../amendments/whole-text-findings.ts'
import { byPlace } from '../document/places.ts'
import { editScopeOf } from '../fix/is-fixable.ts'
import { rules } from '../rules/index.ts'
import { withoutKnown } from './baseline.ts'
import { LEVEL_RULE, levelFindings } from './level-findings.ts'
import { levelsOf } from './levels.ts'
import { lintText, reporter } from './lint-text.ts'
import { PassageFindingCache } from './passage-finding-cache.ts'
import { checkNodes, isSelected, type Rule } from './rule.ts'
import { type Settings, settingsOf } from './settings.ts'
import { hasSwitches, SWITCH_RULE, withSwitches } from './switches.ts'

/** Options of `lint`. */
export interface LintScope {
  /** Selects the files to check, by path; all when left out. */
  readonly includes?: (path: string) => boolean
  /** Selected rules or families, separated by commas; all when left out or `''`. */
  readonly rule?: string
  /** The date of the run, `YYYY-MM-DD`; by default the date of publication. */
  readonly day?: string
  /** Whether to include findings listed in `lint-baseline.yaml`. */
  readonly known?: boolean
  /** A cached replacement for the exported `textFindings`. */
  readonly textFindings?: TextFindings
}

export type TextFindings = (document: Document, settings: Settings) => readonly Finding[]

/** All findings of a programme or of the selected files, sorted by path and place. */
export function lint(programme: Programme, scope: LintScope = {}): readonly Finding[] {
  const includes = scope.includes ?? (() => true)
  const day = scope.day ?? programme.manifest.publication.date
  // All rules must run before a comment that switches one off can be called useless.
  const isAsked = isSelected(scope.rule ?? '')
  const isComplete = isAsked(SWITCH_RULE)
  const active = rules.filter(({ id }) => isComplete || isAsked(id))
  const documents = programme.documents.filter(({ path }) => includes(path))
  const settings = settingsOf(programme.manifest)
  const ofText =
    active.length === rules.length
      ? (scope.textFindings ?? textFindings)
      : (one: Document) => lintText(one, settings, active)
  const read = withBothDays(
    [
      ...programme.folderFindings.filter(({ path }) => includes(path)),
      ...documents.flatMap(({ findings }) => findings),
    ],
    settings.language,
  )
  const ofDocuments = documents.flatMap((document) =>
    unconflicted(
      withoutRewritten(
        [...ofText(document, settings), ...checkDocument(programme, document, day, active)],
        document.findings,
      ),
      document,
    ),
  )
  const ofAssets = programme.assets
    .filter(({ path }) => includes(path))
    .flatMap((asset) => checkAsset(programme, asset, day, active))
  const found = withoutForeignLetters([...ofDocuments, ...ofAssets])
  const said = [
    ...withoutEchoes(
      read.filter(({ rule }) => active.some(({ id }) => id === rule)),
      found,
    ),
    ...found,
  ]
  const levelled = unswitched(said, documents, isComplete).flatMap(levelsOf(programme))
  const known = scope.known === true ? levelled : withoutKnown(levelled, programme.baseline)
  return known.filter(({ rule }) => isAsked(rule)).sort(byPlace)
}

function unswitched(
  found: readonly Finding[],
  documents: readonly Document[],
  isComplete: boolean,
): readonly Finding[] {
  const texts = documents.filter(hasSwitches)
  if (texts.length === 0) return found
  const switched = new Map(texts.map(({ path }) => [path, [] as Finding[]]))
  for (const finding of found) switched.get(finding.path)?.push(finding)
  return [
    ...found.filter(({ path }) => !switched.has(path)),
    ...texts.flatMap((document) =>
      withSwitches(document, switched.get(document.path) ?? [], rules, isComplete),
    ),
  ]
}

/**
 * Findings of all rules on the text alone of a document. Cached while text and settings are the
 * same.
 */
export const textFindings = memoize((document: Document, settings: Settings): readonly Finding[] =>
  lintText(document, settings, rules, passages),
)

const passages = new PassageFindingCache()

/** Findings of one document, without those of the rules on the text alone. */
function checkDocument(
  programme: Programme,
  document: Document,
  day: string,
  active: readonly Rule[],
): readonly Finding[] {
  const found: Finding[] = []
  const spoken = active.filter(({ loose }) => loose !== 'only')
  const contexts = spoken.map((rule) => ({
    rule,
    context: { programme, document, day, report: reporter(rule, document, found) },
  }))
  for (const { rule, context } of contexts) rule.document?.(context)
  if (active.some(({ id }) => id === LEVEL_RULE))
    for (const one of levelFindings(programme, document, rules)) found.push(one)
  for (const one of wholeTextFindings(programme, document, active)) found.push(one)
  const looking = contexts.filter(({ rule }) => rule.nodes !== undefined)
  if (looking.length > 0 && document.body !== null) checkNodes(document.body.tree, looking)
  return found
}

function checkAsset(
  programme: Programme,
  asset: Asset,
  day: string,
  active: readonly Rule[],
): Finding[] {
  const found: Finding[] = []
  for (const rule of active)
    rule.asset?.(asset, { programme, day, report: reporter(rule, asset, found) })
  return found
}

/** Schema messages about the form of a name. */
const FORM_MESSAGES = new Set(['slugNear', 'form', 'curlyQuotes'])

// Removes schema findings on the form of an id where a reference rule, which knows all ids, reports
// it too.
function withoutEchoes(read: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const known = new Set(
    found
      .filter(
        ({ rule, severity }) =>
          severity === 'error' && (rule.startsWith('reference/') || rule === 'safety/homoglyph'),
      )
      .map((finding) => placeKey(finding)),
  )
  // An invisible or foreign letter makes a key unknown: only the finding on the letter is kept.
  const unseen = found.filter(
    ({ rule }) => rule === 'safety/invisible' || rule === 'safety/homoglyph',
  )
  const isOtherKey = ({ path, message, place }: Finding) =>
    message === 'unknownKeyNear' &&
    unseen.some(
      (one) =>
        one.path === path &&
        place.start.offset <= one.place.start.offset &&
        one.place.end.offset <= place.end.offset,
    )
  return read.filter(
    (finding) =>
      !(FORM_MESSAGES.has(finding.message) && known.has(placeKey(finding))) && !isOtherKey(finding),
  )
}

// Removes "unknown reference" where a name has a letter of another alphabet: only the finding on
// the letter is kept.
function withoutForeignLetters(found: readonly Finding[]): readonly Finding[] {
  const disguised = new Set(
    found.filter(({ rule }) => rule === 'safety/homoglyph').map((finding) => placeKey(finding)),
  )
  return disguised.size === 0
    ? found
    : found.filter((one) => !(one.rule.startsWith('reference/') && disguised.has(placeKey(one))))
}

function placeKey({ path, place }: Finding): string {
  return `${path}:${place.start.offset}:${place.end.offset}`
}

/**
 * In English, `03/04/2027` may be a day of March or April: the finding names both, without edit.
 * Other languages put the day first.
 */
function withBothDays(findings: readonly Finding[], language: string): readonly Finding[] {
  return /^en\b/i.test(language) ? findings.map(asked) : findings
}

function asked(finding: Finding): Finding {
  const { rule, message, data } = finding
  const other =
    rule === 'structure/schema' && NEAR.has(message) ? dayMonthFirst(String(data.value)) : ''
  if (other === '') return finding
  const { edits, ...rest } = finding
  return { ...rest, message: 'dayEither', data: { ...data, other } }
}

const NEAR = new Set(['dayNear', 'whenNear'])

/** Removes findings inside a merge conflict, except the conflict itself. */
function unconflicted(found: readonly Finding[], { text, findings }: Document): readonly Finding[] {
  const conflict = [...findings, ...found].find(({ rule }) => rule === 'structure/conflict')
  if (conflict === undefined) return found
  const start = conflict.place.start.offset
  const end = Math.max(
    conflict.place.end.offset,
    ...[...text.matchAll(/^>{7}(?:[ \t].*)?$/gm)].map(({ index }) => index),
  )
  return found.filter(
    (one) => one === conflict || one.place.end.offset <= start || one.place.start.offset >= end,
  )
}

/** The messages of every rule, including those of core. */
export const lintMessages: Catalogue = Object.fromEntries(
  rules.map(({ id, messages }) => [id, messages]),
)

/**
 * Removes prose findings where another finding replaces the whole: an unknown section title is
 * reported once.
 */
function withoutRewritten(found: readonly Finding[], read: readonly Finding[]): readonly Finding[] {
  const rewrites = [...found, ...read]
    .filter(({ rule, severity }) => severity === 'error' && editScopeOf(rule) === 'tree')
    .flatMap(({ path, edits = [] }) =>
      edits.filter((edit) => edit.path === path && edit.end - edit.start > 1),
    )
    .sort((a, b) => a.start - b.start)
  if (rewrites.length === 0) return found
  let furthest = 0
  const reach = rewrites.map(({ end }) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  const isRewritten = ({ start, end }: Pick<Edit, 'start' | 'end'>) =>
    (reach[lastUpTo(rewrites, start)] ?? -1) >= end
  // Without edits, the place of the finding is compared.
  const about = ({ edits = [], place: { start, end } }: Finding) =>
    edits.length > 0 ? edits : [{ start: start.offset, end: end.offset }]
  return found.filter(
    (finding) => editScopeOf(finding.rule) === 'tree' || !about(finding).some(isRewritten),
  )
}

/**
 * Index of the last of the sorted edits that begins at or before an offset; -1 when there is none.
 */
function lastUpTo(edits: readonly Edit[], offset: number): number {
  return countWhile(edits, ({ start }) => start <= offset) - 1
}
