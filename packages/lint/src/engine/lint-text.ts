import {
  type Asset,
  type Document,
  editAt,
  FEW_UNITS,
  type Finding,
  languageOfPassage,
  type Place,
} from '@cahier/core'
import {
  type Correction,
  changeableSpan,
  OBJECT,
  ownCopy,
  type Passage,
  SIGN_KINDS,
  type Span,
  sourceSpan,
} from '@cahier/prose'
import { amendedVersions } from '../amendments/amended-versions.ts'
import { markedSides } from '../amendments/marked-sides.ts'
import { passagesIn } from '../document/passages-in.ts'
import { placeIn } from '../document/places.ts'
import { rules } from '../rules/index.ts'
import { correctionsOf } from '../typography/corrections-of.ts'
import { isOnText, MAX_FINDINGS, type PassageContext, type Report, type Rule } from './rule.ts'
import type { Settings } from './settings.ts'

/**
 * Findings of the rules on the text alone (`active`, by default all), at their own levels; they
 * depend only on text and settings.
 */
export function lintText(
  document: Document,
  settings: Settings,
  active: readonly Rule[] = rules,
): readonly Finding[] {
  const language = languageIn(settings)
  const speaking = active.filter(
    (rule) => isOnText(rule) && (rule.languages?.includes(language) ?? true),
  )
  if (document.body === null || speaking.length === 0) return []
  const outside = lintPassages(document, settings, speaking, passagesIn(document, settings))
  return [
    ...outside,
    ...lintMarked(document, settings, speaking, outside),
    ...lintAmended(document, settings, speaking),
  ]
}

/**
 * Further findings inside marks of changes. Deleted words and comments are checked only by
 * typography.
 */
function lintMarked(
  document: Document,
  settings: Settings,
  speaking: readonly Rule[],
  outside: readonly Finding[],
): readonly Finding[] {
  const known = new Set(outside.map(keyOf))
  return markedSides(document, settings).flatMap(({ passages, stays, isOn, keepsMarks }) => {
    const asked = stays ? speaking : speaking.filter(({ id }) => id.startsWith('typography/'))
    return lintPassages(document, settings, asked, passages, isOn)
      .filter(
        (finding) =>
          isOn(finding.place.start.offset, finding.place.end.offset) && !known.has(keyOf(finding)),
      )
      .map(({ edits, ...finding }) =>
        edits?.every(keepsMarks) === true ? { ...finding, edits } : finding,
      )
  })
}

/**
 * Findings on the changes of an amendment that the text did not have before. No edits: a changed
 * quotation could no longer be found in the text.
 */
function lintAmended(
  document: Document,
  settings: Settings,
  speaking: readonly Rule[],
): readonly Finding[] {
  const versions = amendedVersions(document, settings)
  if (versions === null) return []
  const asked = speaking.filter(({ text, amended }) => text === undefined || amended === 'quoted')
  const lint = (passages: readonly Passage[]) =>
    lintPassages(document, settings, asked, passages, versions.isChanged).filter(({ place }) =>
      versions.isChanged(place.start.offset, place.end.offset),
    )
  const found = lint(versions.after())
  const before = new Set(found.length === 0 ? [] : lint(versions.before()).map(keyOf))
  return found
    .filter((finding) => !before.has(keyOf(finding)))
    .map(({ edits, ...finding }) => finding)
}

function keyOf({ rule, message, place }: Finding): string {
  return `${rule} ${message} ${place.start.offset}`
}

/**
 * `isConcerned` selects the passages to check, by offsets in the file. `text` of a rule receives
 * all.
 */
function lintPassages(
  document: Document,
  settings: Settings,
  speaking: readonly Rule[],
  passages: readonly Passage[],
  isConcerned: (start: number, end: number) => boolean = () => true,
): readonly Finding[] {
  const found: Finding[] = []
  const language = languageIn(settings)
  const asked = speaking.map((rule): RuleInContext => {
    const report = reporter(rule, document, found)
    return { rule, context: { document, settings, report, remark: remarker(report) } }
  })
  const own = new Set(passages.filter((passage) => isIn(language, passage)))
  // Passage by passage, not rule by rule: rules share the analysis of a passage.
  for (const passage of passages) {
    // A finding may lie just outside the passage.
    if (!isConcerned(passage.start - 1, passage.end + 1)) continue
    const changes = correctionsOf(passage, settings)
    const isOwn = own.has(passage)
    for (const one of asked)
      if (isOwn || one.rule.languages === undefined) checkPassage(one, passage, changes)
  }
  for (const { rule, context } of asked)
    rule.text?.({ ...context, passages: rule.languages === undefined ? passages : [...own] })
  return found
}

/** Collects the findings of one rule on one file, at most `MAX_FINDINGS`. */
export function reporter(rule: Rule, file: Document | Asset, found: Finding[]): Report {
  const { path } = file
  let count = 0
  return (message, at, data = {}, more = {}) => {
    if (count === MAX_FINDINGS) return
    count++
    const { severity = rule.severity, text, edits = [], related = [] } = more
    // An asset has no offsets.
    const place = isSpan(at) ? placeIn(file as Document, at.start, at.end) : at
    const all = [
      ...(text === undefined ? [] : [editAt(path, place, text)]),
      ...edits.map(({ start, end, text }) => ({ path, start, end, text })),
    ]
    found.push({
      rule: rule.id,
      severity,
      message,
      data: ownData(related[0] ? { line: related[0].place.start.line, ...data } : data),
      path,
      place,
      ...(all.length > 0 && { edits: all }),
      ...(related.length > 0 && { related: related.map((one) => ({ path, ...one })) }),
    })
  }
}

function isSpan(at: Place | Span): at is Span {
  return typeof at.start === 'number'
}

// Copied, since a substring keeps the whole text in memory. `OBJECT` replaces code or an address.
function ownData(data: Finding['data']): Finding['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? ownCopy(value.replace(OBJECTS, '…')) : value,
    ]),
  )
}

const OBJECTS = new RegExp(`${OBJECT}+`, 'g')

interface RuleInContext {
  readonly rule: Rule
  readonly context: PassageContext
}

function checkPassage(
  { rule: { passage: check, among = SIGN_KINDS.any, corrections }, context }: RuleInContext,
  passage: Passage,
  changes: readonly Correction[],
): void {
  const concerned = changes.filter(({ name }) => name === corrections?.about)
  for (const [index, one] of concerned.entries())
    corrections?.report(one, passage, context, concerned, index)
  if ((passage.glance.seen & among) !== 0) check?.(passage, context)
}

// Whether a passage is in the language of the text: not with many grammar words of another
// language, nor with many letters of another alphabet.
function isIn(language: string, { text, glance: { seen } }: Passage): boolean {
  if (
    (seen & SIGN_KINDS.beyondLatin) !== 0 &&
    (text.match(FOREIGN_LETTER)?.length ?? 0) * 5 > text.length
  )
    return false
  const isApart = (seen & SIGN_KINDS.composable) !== 0 && ACCENTS_APART.test(text)
  if (!isApart && text.length + 1 < FEW_UNITS) return true
  const other = languageOfPassage(isApart ? text.normalize('NFC') : text)
  return other === language || other === '' || other === 'und'
}

const ACCENTS_APART = /[\u0300-\u036F]/
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/gu

/** The two-letter language of a text. */
function languageIn({ language }: Settings): string {
  return language.slice(0, 2).toLowerCase()
}

function remarker(report: Report): PassageContext['remark'] {
  return (passage, from, to, message, data, { text } = {}) => {
    const span = text === undefined ? null : changeableSpan(passage, from, to)
    const edits = span === null ? [] : [{ ...span, text: text ?? '' }]
    report(message, sourceSpan(passage, from, to), data, { edits })
  }
}
