import { type Document, memoize } from '@cahier/core'
import {
  changeableSpan,
  groupedBy,
  matchesIn,
  sourceSpan,
  type TypographicName,
} from '@cahier/prose'
import type { Strong } from 'mdast'
import { nodesOf } from '../../document/documents.ts'
import type { Settings } from '../../document/settings.ts'
import type { Rule, TextContext } from '../../engine/rule.ts'
import { missingHyphens, type SpelledOtherwise, wrongHyphens } from '../../spelling/hyphens.ts'
import { isKnownWord, type Vocabulary } from '../../spelling/known-word.ts'
import { bareWord, frenchLexicon } from '../../spelling/lexicon.ts'
import { misreadLetters } from '../../spelling/misread-letters.ts'
import { misspellings } from '../../spelling/misspellings.ts'
import { mistakenPhrases } from '../../spelling/mistaken-phrases.ts'
import { correctionsOf } from '../../typography/corrections-of.ts'

/**
 * Reports likely misspelt words. It reports a word that is neither in `dictionary-fr` nor in
 * `lint-options.words` once, and a cut or misread word at each place.
 */
export const spelling: Rule = {
  id: 'style/spelling',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  amended: 'quoted',
  messages: {
    near: {
      fr: '« {written} » n’est pas dans le dictionnaire. Peut-être : {suggestions}',
      en: '“{written}” is not in the dictionary. Perhaps: {suggestions}',
    },
    unknown: {
      fr: '« {written} » n’est pas dans le dictionnaire ; si le mot est juste, ajoutez-le à « words », sous « lint-options », dans programme.yaml',
      en: '“{written}” is not in the dictionary; if the word is right, add it to “words”, under “lint-options”, in programme.yaml',
    },
    alone: {
      fr: '« {written} » n’est pas dans le dictionnaire : est-ce bien ce mot ?',
      en: '“{written}” is not in the dictionary: is it the word you mean?',
    },
    cut: {
      fr: '« {meant} » est coupé, et se lit en deux mots : écrivez-le d’un trait',
      en: '“{meant}” is cut, and is read as two words: write it in one piece',
    },
    hyphens: {
      fr: '« {written} » s’écrit avec des traits d’union : {suggestions}',
      en: '“{written}” takes hyphens: {suggestions}',
    },
    form: {
      fr: '« {written} » s’écrit « {meant} »',
      en: '“{written}” is written “{meant}”',
    },
    forms: {
      fr: '« {written} » s’écrit, selon ce qui suit : {suggestions}',
      en: '“{written}” is written, by what follows: {suggestions}',
    },
  },
  text(context) {
    const { document, settings, passages, remark, report } = context
    const vocabulary = vocabularyOf(settings)
    const { lexicon } = vocabulary
    const located = <Slip>(find: (text: string) => readonly Slip[]) =>
      passages.flatMap((passage) => find(passage.text).map((slip) => ({ passage, ...slip })))
    const cuts = located((text) => cutWords(text, vocabulary))
    const isManual = isSoftwareManual(document)
    const unknown = misspellings(passages, vocabulary, isManual)
    const names = unknown.length === 0 ? null : namesIn(context, isManual)
    for (const { passage, start, end, suggestions } of unknown) {
      const written = passage.text.slice(start, end)
      const isCovered =
        cuts.some((one) => one.passage === passage && one.start < end && start < one.end) ||
        correctionsOf(passage, settings).some(
          (one) => TYPOGRAPHY.has(one.name) && one.start < end && start < one.end,
        )
      const acronym = OF_ACRONYM.exec(written)?.[1] ?? ''
      const isName =
        names?.inCode.has(written.toLowerCase()) ||
        names?.acronyms.has(acronym.toUpperCase()) ||
        (names?.inAddresses.has(written) && !suggestions.some((word) => bareWord(word) === written))
      if (isCovered || isName || HIDDEN.test(written)) continue
      const bare = document.kind === 'page' ? 'alone' : 'unknown'
      const message = suggestions.length === 0 ? bare : 'near'
      remark(passage, { start, end }, message, { suggestions })
    }
    for (const cut of cuts) remark(cut.passage, cut, 'cut', {}, cut.meant)
    for (const slip of located((text) => misreadLetters(text, lexicon)))
      remark(slip.passage, slip, 'near', { suggestions: [slip.meant] })
    for (const slip of located(wrongHyphens)) remark(slip.passage, slip, 'form', {}, slip.meant)
    for (const { passage, start, end, suggestions } of located(mistakenPhrases)) {
      const [only, ...others] = suggestions
      const isSure = others.length === 0
      const at = { start, end }
      remark(passage, at, isSure ? 'form' : 'forms', { suggestions }, isSure ? only : undefined)
    }
    const hyphens = groupedBy(located(missingHyphens), ({ meant }) => meant.toLowerCase())
    for (const [first, ...others] of hyphens.values()) {
      if (first === undefined) continue
      const { passage, start, end, meant } = first
      const edits = [first, ...others].flatMap((one) => {
        const span = changeableSpan(one.passage, one.start, one.end)
        return span === null ? [] : [{ ...span, text: one.meant }]
      })
      const data = { written: passage.text.slice(start, end), suggestions: [meant] }
      report('hyphens', sourceSpan(passage, start, end), data, { edits })
    }
  },
}

/** A text with this many pieces of code, or options in bold, is a software manual. */
const MANUAL = 3

function isSoftwareManual(document: Document) {
  const options = nodesOf(document, 'strong').filter((node) => OPTION.test(textOf(node)))
  return Math.max(nodesOf(document, 'inlineCode', 'code').length, options.length) >= MANUAL
}

/** Words that the text uses as names: in code, addresses or acronyms. */
function namesIn({ document, passages }: TextContext, isManual: boolean) {
  const code = nodesOf(document, 'inlineCode', 'code').map(({ value }) => value.toLowerCase())
  const bold = isManual ? nodesOf(document, 'strong').map(textOf) : []
  const addresses = nodesOf(document, 'link').filter(({ url }) => ADDRESS.test(url))
  const texts = passages.map(({ text }) => text)
  return {
    inCode: new Set([
      ...code.flatMap((value) => value.match(/\p{L}+/gu) ?? []),
      ...bold.filter((text) => COMMAND.test(text)),
      // « ptrace(2) » is a manual page. After a space, « (2) » may refer to a note.
      ...texts.flatMap((text) => text.match(MANUAL_PAGE) ?? []),
    ]),
    inAddresses: new Set(addresses.flatMap(({ url }) => url.split(/[/.?#]+/))),
    // Acronyms that make words: « les amapiens », « une cgtiste ».
    acronyms: new Set(texts.flatMap((text) => text.match(/\p{Lu}{3,}/gu) ?? [])),
  }
}

const OPTION = /^--?[a-z]/
const COMMAND = /^[a-z]+$/
const OF_ACRONYM = /^(\p{Ll}{3,}?)(?:ien(?:ne)?|iste)s?$/u
const MANUAL_PAGE = /(?<![\p{L}\p{M}\d_-])([a-z]+)(?=\(\d[a-z]?\))/gu
const ADDRESS = /^https?:\/\//

function textOf({ children: [first] }: Strong) {
  return first?.type === 'text' ? first.value : ''
}

/** `safety/invisible` reports these signs. */
const HIDDEN = /[\u00AD\u200B\u2060\uFEFF]/

/** Rules of typography that already report words: `oeuvre`, `Etat`. */
const TYPOGRAPHY: ReadonlySet<TypographicName> = new Set([
  'ligatures',
  'accented-capitals',
  'unicode',
])

const vocabularyOf = memoize(
  ({ words, acronyms }: Settings): Vocabulary => ({
    lexicon: frenchLexicon(),
    own: new Set([...words, ...acronyms].map((word) => word.normalize('NFC').replace(/’/g, "'"))),
  }),
)

/** Words that a hyphen cuts in two, as in copied pages: « clima- tique ». */
function cutWords(text: string, vocabulary: Vocabulary): readonly SpelledOtherwise[] {
  return matchesIn(text, CUT).flatMap(({ 0: written, 1: first = '', 2: second = '', index }) => {
    const meant = first + second
    const isCut =
      isKnownWord(meant, vocabulary) &&
      !(isKnownWord(first, vocabulary) && isKnownWord(second, vocabulary))
    return isCut ? [{ start: index - first.length, end: index + written.length, meant }] : []
  })
}

// For speed, a match begins at the hyphen, which is rarer than letters.
const CUT =
  /[-‐](?=[ \n])(?<=(?<![\p{L}\p{M}\p{N}-])(?:(?:[cdjlmnst]|qu)['’])?(\p{L}\p{Ll}+)[-‐])(?: |\n[ \t]*)(\p{Ll}{2,})(?![\p{L}\p{M}'’-])/gu
