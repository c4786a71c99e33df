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
  type Span,
  sourceSpan,
} from '@cahier/prose'
import { amendedVersions } from '../amendments/amended-versions.ts'
import { markedSides } from '../amendments/marked-sides.ts'
import { placeIn } from '../document/documents.ts'
import { prosePassages } from '../document/prose-passages.ts'
import type { Settings } from '../document/settings.ts'
import { rules } from '../rules/index.ts'
import { addressBefore, correctionsOf } from '../typography/corrections-of.ts'
import { isOnText, MAX_FINDINGS, type PassageContext, type Report, type Rule } from './rule.ts'

/**
 * Findings of the rules that need only the text, not the programme. The levels chosen by a manifest
 * are not applied here.
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
  const outside = lintPassages(document, settings, speaking, prosePassages(document, settings))
  return [
    ...outside,
    ...lintMarked(document, settings, speaking, outside),
    ...lintAmended(document, settings, speaking),
  ]
}

/** Findings inside CriticMarkup marks. Only typography rules check deleted words and comments. */
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
 * Findings on the words that an amendment changes, except those that the quoted text had before.
 * Edits are removed: an edited quotation would no longer match the amended text.
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

function keyOf({ rule, message, place }: Finding) {
  return `${rule} ${message} ${place.start.offset}`
}

/**
 * `isConcerned` selects the passages to check by their start and end. The check `text` of a rule
 * still sees all passages.
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
  const asked = speaking.map((rule) => ({
    rule,
    context: contextOf(rule, document, settings, found),
  }))
  const own = new Set(passages.filter((passage) => isIn(language, passage)))
  // Passage by passage, not rule by rule: rules share the analysis of a passage.
  for (const passage of passages) {
    // A finding may be one character outside the passage.
    if (!isConcerned(passage.start - 1, passage.end + 1)) continue
    const changes = correctionsOf(passage, settings)
    const isOwn = own.has(passage)
    for (const { rule, context } of asked)
      if (isOwn || rule.languages === undefined) checkPassage(rule, context, passage, changes)
  }
  for (const { rule, context } of asked)
    rule.text?.({ ...context, passages: rule.languages === undefined ? passages : [...own] })
  return found
}

/** The input of each check of a rule on a document; findings are added to `found`. */
export function contextOf(
  rule: Rule,
  document: Document,
  settings: Settings,
  found: Finding[],
): PassageContext {
  const report = reporter(rule, document, found)
  return { document, settings, report, remark: remarker(report) }
}

/**
 * Returns the function `report` of a rule. It adds findings to `found`, but at most `MAX_FINDINGS`.
 */
export function reporter(rule: Rule, file: Document | Asset, found: Finding[]): Report {
  const { path } = file
  let count = 0
  return (message, at, data = {}, more = {}) => {
    if (count === MAX_FINDINGS) return
    count++
    const { severity = rule.severity, text, edits = [], related = [] } = more
    // Rules give offsets only for a document: an asset has no text.
    const placeAt = ({ start, end }: Span) => placeIn(file as Document, start, end)
    const place = isPlace(at) ? at : placeAt(spanOf(at))
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

function isPlace(at: Place | RegExpExecArray | Span): at is Place {
  return 'start' in at && typeof at.start !== 'number'
}

function spanOf(at: RegExpExecArray | Span): Span {
  return 'index' in at ? { start: at.index, end: at.index + at[0].length } : at
}

// Copies strings, since a substring keeps the whole text in memory. `OBJECT`, which replaces code
// or an address in a passage, becomes `…`.
function ownData(data: Finding['data']): Finding['data'] {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? ownCopy(value.replace(OBJECTS, '…')) : value,
    ]),
  )
}

const OBJECTS = new RegExp(`${OBJECT}+`, 'g')

function checkPassage(
  { id, passage: check, correction }: Rule,
  context: PassageContext,
  passage: Passage,
  changes: readonly Correction[],
) {
  if (correction !== undefined) {
    const own = changes.filter(({ name }) => id === `typography/${name}`)
    for (const [index, one] of own.entries()) correction(one, passage, context, own, index)
  }
  check?.(passage, context)
}

// Rules for the language of the text must not check a passage in another language, such as a
// quotation.
function isIn(language: string, { text }: Passage) {
  if ((text.match(FOREIGN_LETTER)?.length ?? 0) * 5 > text.length) return false
  const isApart = ACCENTS_APART.test(text)
  if (!isApart && text.length + 1 < FEW_UNITS) return true
  const other = languageOfPassage(isApart ? text.normalize('NFC') : text)
  return other === language || other === '' || other === 'und'
}

const ACCENTS_APART = /[\u0300-\u036F]/
const FOREIGN_LETTER = /(?![\p{Script=Latin}\p{Script=Common}])\p{L}/gu

function languageIn({ language }: Settings) {
  return language.slice(0, 2).toLowerCase()
}

// A change just after a bare address (`https://…`) has no edit: sites would add the new character
// to the link.
function remarker(report: Report): PassageContext['remark'] {
  return (passage, at, message, data, fix = []) => {
    const { start, end } = spanOf(at)
    const shown = sourceSpan(passage, start, end)
    const isWords = typeof fix === 'string'
    const changes = isWords ? [{ start, end, text: fix }] : fix
    const [address] = isWords ? [] : changes.flatMap((one) => addressBefore(passage, one) || [])
    if (address !== undefined) return report('besideAddress', shown, { address })
    const edits = changes.flatMap((change) => {
      const span = changeableSpan(passage, change.start, change.end)
      return span === null ? [] : [{ ...span, text: change.text }]
    })
    const words = { written: passage.text.slice(start, end), ...(isWords && { meant: fix }) }
    report(message, shown, { ...words, ...data }, { edits })
  }
}
