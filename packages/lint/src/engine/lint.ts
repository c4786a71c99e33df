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
import { mendsOf } from '../fix/is-fixable.ts'
import { rules } from '../rules/index.ts'
import { withoutKnown } from './baseline.ts'
import { LEVEL_RULE, levelFindings } from './level-findings.ts'
import { levelsOf } from './levels.ts'
import { lintText, reporter } from './lint-text.ts'
import { PassageMemory } from './passage-memory.ts'
import { asksFor, checkNodes, type Rule } from './rule.ts'
import { type Settings, settingsOf } from './settings.ts'
import { hasSwitches, SWITCH_RULE, withSwitches } from './switches.ts'

/** Which part of a programme to look at. */
export interface LintScope {
  /** Only files for which this holds. */
  readonly includes?: (path: string) => boolean
  /** Only these rules or families, with commas between them; all when left out or `''`. */
  readonly rule?: string
  /** The day that counts, `YYYY-MM-DD`; the publication's when none is given. */
  readonly day?: string
  /** Whether findings already known (`lint-baseline.yaml`) are given too. */
  readonly known?: boolean
  /** What all rules on the text alone say of a document, from one who remembers it. */
  readonly textFindings?: TextFindings
}

export type TextFindings = (document: Document, settings: Settings) => readonly Finding[]

/** All findings of a programme, or of the files asked for, sorted by path and place. */
export function lint(programme: Programme, scope: LintScope = {}): readonly Finding[] {
  const includes = scope.includes ?? (() => true)
  const day = scope.day ?? programme.manifest.publication.date
  // Whether a comment is of any use is known once all rules have spoken.
  const isAsked = asksFor(scope.rule ?? '')
  const isComplete = isAsked(SWITCH_RULE)
  const active = rules.filter(({ id }) => isComplete || isAsked(id))
  const documents = programme.documents.filter(({ path }) => includes(path))
  const settings = settingsOf(programme.manifest)
  const ofText =
    active.length === rules.length
      ? (scope.textFindings ?? textFindings)
      : (one: Document) => lintText(one, settings, active)
  const read = askingWhichDay(
    [
      ...programme.folderFindings.filter(({ path }) => includes(path)),
      ...documents.flatMap(({ findings }) => findings),
    ],
    settings.language,
  )
  const ofDocuments = documents.flatMap((document) =>
    withoutTorn(
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
  const found = withoutDisguised([...ofDocuments, ...ofAssets])
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
 * What all rules on the text alone say of a document: kept as long as text and settings are the
 * same.
 */
export const textFindings = memoize((document: Document, settings: Settings): readonly Finding[] =>
  lintText(document, settings, rules, passages),
)

const passages = new PassageMemory()

/** What all rules say of a document but those on its text alone. */
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
    context: { programme, document, day, report: reporter(rule, document.path, found) },
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
    rule.asset?.(asset, { programme, day, report: reporter(rule, asset.path, found) })
  return found
}

/** What the schema says of a name. */
const ECHOES = new Set(['slugNear', 'form', 'curlyQuotes'])

// The schema only knows what an id looks like: where a rule knows which ids there are, it says it
// better, and alone.
function withoutEchoes(read: readonly Finding[], found: readonly Finding[]): readonly Finding[] {
  const known = new Set(
    found
      .filter(
        ({ rule, severity }) =>
          severity === 'error' && (rule.startsWith('reference/') || rule === 'safety/homoglyph'),
      )
      .map((finding) => placeKey(finding)),
  )
  // An invisible sign, or a letter of another alphabet, makes another key: the finding on the sign
  // stays.
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
      !(ECHOES.has(finding.message) && known.has(placeKey(finding))) && !isOtherKey(finding),
  )
}

// A name with a letter of another alphabet names nothing: the finding on the letter stays.
function withoutDisguised(found: readonly Finding[]): readonly Finding[] {
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
 * Those who read a head take `03/04/2027` for a day of April, as all languages do but one: in
 * English it may be of March, and that is for a person to say.
 */
function askingWhichDay(findings: readonly Finding[], language: string): readonly Finding[] {
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

/**
 * The findings of one document without those inside a merge conflict: the text between its lines
 * is no text yet.
 */
function withoutTorn(found: readonly Finding[], { text, findings }: Document): readonly Finding[] {
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

/** The sentences of every rule, core's included. */
export const lintMessages: Catalogue = Object.fromEntries(
  rules.map(({ id, messages }) => [id, messages]),
)

/**
 * The findings of one document without the remarks on prose that another finding would write anew
 * whole: a title that is no section's is reported once, whatever the space before its question
 * mark.
 */
function withoutRewritten(found: readonly Finding[], read: readonly Finding[]): readonly Finding[] {
  const rewrites = [...found, ...read]
    .filter(({ rule, severity }) => severity === 'error' && mendsOf(rule) === 'tree')
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
  // A remark that fixes nothing is about the words where it is.
  const about = ({ edits = [], place: { start, end } }: Finding) =>
    edits.length > 0 ? edits : [{ start: start.offset, end: end.offset }]
  return found.filter(
    (finding) => mendsOf(finding.rule) === 'tree' || !about(finding).some(isRewritten),
  )
}

/** Index of the last edit that begins at or before an offset; -1 when there is none. */
function lastUpTo(edits: readonly Edit[], offset: number): number {
  return countWhile(edits, ({ start }) => start <= offset) - 1
}
