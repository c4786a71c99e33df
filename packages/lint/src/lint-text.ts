import { type Document, type Finding, languageOfPassage, lineStartsOf, placeAt } from '@cahier/core'
import { changeableSpan, type Passage, sourceSpan } from '@cahier/prose'
import { passagesIn } from './passages-in.ts'
import type { Report, Rule, TextContext } from './rule.ts'
import { rules } from './rules/index.ts'
import type { Settings } from './settings.ts'

/** What the rules on the text alone say of one document, at their own levels: it depends on nothing but the text and the settings. */
export function lintText(document: Document, settings: Settings, active: readonly Rule[] = rules): readonly Finding[] {
  const language = settings.language.slice(0, 2).toLowerCase()
  const speaking = active.filter(
    ({ text, passage, languages = [language] }) => (text ?? passage) !== undefined && languages.includes(language),
  )
  if (document.body === null || speaking.length === 0) return []
  const found: Finding[] = []
  const passages = passagesIn(document, settings)
  const own = speaking.some(({ languages }) => languages !== undefined) ? passages.filter((passage) => isIn(language, passage)) : passages
  const lineStarts = lineStartsOf(document.text)
  const contexts = new Map(
    speaking.map((rule): [Rule, TextContext] => {
      const report = reporter(rule, document.path, found)
      const shown = rule.languages === undefined ? passages : own
      return [rule, { document, settings, passages: shown, report, remark: remarker(document, lineStarts, report) }]
    }),
  )
  for (const [{ text }, context] of contexts) text?.(context)
  // Passage by passage, and not rule by rule: what several rules ask of one is then found once, and let go of.
  const checks = [...contexts].flatMap(([{ passage, languages }, context]) =>
    passage === undefined ? [] : [{ check: passage, isForAll: languages === undefined, context }],
  )
  const forAll = checks.filter(({ isForAll }) => isForAll)
  const inLanguage = new Set(own)
  for (const passage of passages) for (const { check, context } of inLanguage.has(passage) ? checks : forAll) check(passage, context)
  return found
}

/** What gathers the findings of one rule on one file. */
export function reporter(rule: Rule, path: string, found: Finding[]): Report {
  return (message, place, data = {}, { severity = rule.severity, edits, related } = {}) => {
    found.push({ rule: rule.id, severity, message, data, path, place, ...(edits && { edits }), ...(related && { related }) })
  }
}

// A quotation left in its own language: enough words of grammar of that one, hardly any of the text's; or letters of another alphabet.
function isIn(language: string, { text }: Passage): boolean {
  if (BEYOND_LATIN.test(text) && (text.match(FOREIGN_LETTER)?.length ?? 0) * 5 > text.length) return false
  const other = languageOfPassage(ACCENTS_APART.test(text) ? text.normalize('NFC') : text, FEW_UNITS)
  return other === language || other === '' || other === 'und'
}

const FEW_UNITS = 25
const ACCENTS_APART = /[\u0300-\u036F]/
const BEYOND_LATIN = /[\u0370-\u1CFF\u2E80-\uD7FF\uF900-\uFAFF\uFF66-\uFF9F]/
const FOREIGN_LETTER = /(?!\p{Script=Latin})\p{L}/gu

function remarker(document: Document, lineStarts: readonly number[], report: Report): TextContext['remark'] {
  return (passage, from, to, message, data, { text, severity, related } = {}) => {
    const span = text === undefined ? null : changeableSpan(passage, from, to)
    const shown = sourceSpan(passage, from, to)
    const edits = span === null ? [] : [{ path: document.path, ...span, text: text ?? '' }]
    report(message, placeAt(lineStarts, shown.start, shown.end), data, {
      ...(severity && { severity }),
      ...(edits.length > 0 && { edits }),
      ...(related && { related }),
    })
  }
}
