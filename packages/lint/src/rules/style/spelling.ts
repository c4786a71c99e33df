import { memoize } from '@cahier/core'
import {
  changeableSpan,
  groupedBy,
  matchesIn,
  type Passage,
  sourceSpan,
  type TypographicName,
} from '@cahier/prose'
import type { Strong } from 'mdast'
import { nodesOf } from '../../document/nodes-of.ts'
import { placeIn } from '../../document/places.ts'
import type { Rule } from '../../engine/rule.ts'
import type { Settings } from '../../engine/settings.ts'
import type { SpelledOtherwise } from '../../spelling/hyphens.ts'
import { missingHyphens, wrongHyphens } from '../../spelling/hyphens.ts'
import { isKnownWord, type Vocabulary } from '../../spelling/known-word.ts'
import { bareWord, frenchLexicon } from '../../spelling/lexicon.ts'
import { misreadFigures } from '../../spelling/misread-figures.ts'
import { misspellings } from '../../spelling/misspellings.ts'
import { mistakenPhrases } from '../../spelling/mistaken-phrases.ts'
import { correctionsOf } from '../../typography/corrections-of.ts'

/**
 * Reports words unknown to `dictionary-fr` and to `lint-options.words`, each once a text, with
 * suggestions.
 */
export const spelling: Rule = {
  id: 'style/spelling',
  severity: 'warning',
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
      fr: '« {suggestions} » est coupé, et se lit en deux mots : écrivez-le d’un trait',
      en: '“{suggestions}” is cut, and is read as two words: write it in one piece',
    },
    hyphens: {
      fr: '« {written} » s’écrit avec des traits d’union : {suggestions}',
      en: '“{written}” takes hyphens: {suggestions}',
    },
    form: {
      fr: '« {written} » s’écrit « {suggestions} »',
      en: '“{written}” is written “{suggestions}”',
    },
    forms: {
      fr: '« {written} » s’écrit, selon ce qui suit : {suggestions}',
      en: '“{written}” is written, by what follows: {suggestions}',
    },
  },
  text({ document, settings, passages, remark, report }) {
    const code = nodesOf(document, 'inlineCode', 'code')
    const vocabulary = vocabularyOf(settings)
    const slips = passages.flatMap((passage) => {
      const found = slipsIn(passage.text, vocabulary)
      return found === null ? [] : [{ passage, ...found }]
    })
    const bold = nodesOf(document, 'strong').map(textOf)
    const isManual =
      code.length >= MANUAL || bold.filter((text) => OPTION.test(text)).length >= MANUAL
    const found = misspellings(passages, vocabulary, isManual)
    // Words also written in code, in bold (in a manual) or in an address are names.
    const inCode = new Set(
      found.length === 0
        ? []
        : code.flatMap(({ value }) => value.toLowerCase().match(/\p{L}+/gu) ?? []),
    )
    if (isManual) for (const text of bold) if (COMMAND.test(text)) inCode.add(text)
    const inAddress = new Set(
      found.length === 0
        ? []
        : nodesOf(document, 'link').flatMap(({ url }) =>
            ADDRESS.test(url) ? url.split(/[/.?#]+/) : [],
          ),
    )
    // « ptrace(2) » is a manual page: `ptrace` is a name. After a space, « (2) » may refer to a
    // note.
    for (const { text } of found.length === 0 ? [] : passages)
      for (const [, name = ''] of text.matchAll(MANUAL_PAGE)) inCode.add(name)
    const acronyms = new Set(
      found.length === 0 ? [] : passages.flatMap(({ text }) => text.match(/\p{Lu}{3,}/gu) ?? []),
    )
    for (const { passage, from, to, suggestions } of found) {
      const isTypography = correctionsOf(passage, settings).some(
        ({ name, start, end }) => TYPOGRAPHY.has(name) && start < to && from < end,
      )
      const written = passage.text.slice(from, to)
      if (isTypography || HIDDEN.test(written) || inCode.has(written.toLowerCase())) continue
      // Derived from an acronym of the text: « les amapiens », « une cgtiste ».
      if (acronyms.has((OF_ACRONYM.exec(written)?.[1] ?? '').toUpperCase())) continue
      if (inAddress.has(written) && !suggestions.some((word) => bareWord(word) === written))
        continue
      if (
        slips.some(
          (one) =>
            one.passage === passage && one.cuts.some((cut) => cut.from < to && from < cut.to),
        )
      )
        continue
      if (suggestions.length === 0)
        remark(passage, from, to, document.kind === 'page' ? 'alone' : 'unknown', { written })
      else remark(passage, from, to, 'near', { written, suggestions })
    }
    for (const { passage, cuts, misread, forms } of slips) {
      for (const { from, to, meant } of cuts)
        remark(passage, from, to, 'cut', { suggestions: [meant] }, { text: meant })
      for (const { from, to, meant } of misread)
        remark(passage, from, to, 'near', {
          written: passage.text.slice(from, to),
          suggestions: [meant],
        })
      for (const { from, to, suggestions } of forms)
        remark(
          passage,
          from,
          to,
          suggestions.length > 1 ? 'forms' : 'form',
          { written: passage.text.slice(from, to), suggestions },
          suggestions.length === 1 ? { text: String(suggestions[0]) } : {},
        )
    }
    // One finding for each spelling, with edits at all its places.
    for (const alike of groupedBy(hyphensIn(slips), ({ meant }) => meant.toLowerCase()).values()) {
      const [{ passage, from, to, meant }] = alike as [Hyphens, ...Hyphens[]]
      const { start, end } = sourceSpan(passage, from, to)
      const edits = alike.flatMap((one) => {
        const span = changeableSpan(one.passage, one.from, one.to)
        return span === null ? [] : [{ ...span, text: one.meant }]
      })
      report(
        'hyphens',
        placeIn(document, start, end),
        { written: passage.text.slice(from, to), suggestions: [meant] },
        { edits },
      )
    }
  },
}

interface Hyphens extends SpelledOtherwise {
  readonly passage: Passage
}

function hyphensIn(
  slips: readonly { readonly passage: Passage; readonly hyphens: readonly SpelledOtherwise[] }[],
): readonly Hyphens[] {
  return slips.flatMap(({ passage, hyphens }) => hyphens.map((one) => ({ passage, ...one })))
}

/** The slips of one passage; `null` when there are none. */
function slipsIn(text: string, vocabulary: Vocabulary) {
  const cuts = cutWords(text, vocabulary)
  const misread = misreadFigures(text, vocabulary.lexicon)
  const added = wrongHyphens(text).map(({ from, to, meant }) => ({
    from,
    to,
    suggestions: [meant],
  }))
  const forms = [...added, ...mistakenPhrases(text)]
  const hyphens = missingHyphens(text)
  return [cuts, misread, forms, hyphens].some(({ length }) => length > 0)
    ? { cuts, misread, forms, hyphens }
    : null
}

/** So many pieces of code, or options in bold, make a software manual. */
const MANUAL = 3
const OPTION = /^--?[a-z]/
const COMMAND = /^[a-z]+$/
const OF_ACRONYM = /^(\p{Ll}{3,}?)(?:ien(?:ne)?|iste)s?$/u
const MANUAL_PAGE = /(?<![\p{L}\p{M}\d_-])([a-z]+)(?=\(\d[a-z]?\))/gu
const ADDRESS = /^https?:\/\//

function textOf({ children: [first] }: Strong): string {
  return first?.type === 'text' ? first.value : ''
}

/** `safety/invisible` reports these signs. */
const HIDDEN = /[\u00AD\u200B\u2060\uFEFF]/

/** Rules of typography report and fix these: `oeuvre`, `Etat`. */
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

/**
 * Words cut by a hyphen at a line end, also in copies of a printed page, « clima- tique », when the
 * halves make a known word and one half is unknown.
 */
function cutWords(text: string, vocabulary: Vocabulary): readonly SpelledOtherwise[] {
  if (!text.includes('- ') && !text.includes('\n')) return []
  return matchesIn(text, CUT).flatMap(({ 0: written, 1: first = '', 2: second = '', index }) => {
    const meant = first + second
    if (
      !isKnownWord(meant, vocabulary) ||
      (isKnownWord(first, vocabulary) && isKnownWord(second, vocabulary))
    )
      return []
    return [{ from: index - first.length, to: index + written.length, meant }]
  })
}

// Starts at the hyphen, rarer than letters, and looks back.
const CUT =
  /[-‐](?=[ \n])(?<=(?<![\p{L}\p{M}\p{N}-])(?:(?:[cdjlmnst]|qu)['’])?(\p{L}\p{Ll}+)[-‐])(?: |\n[ \t]*)(\p{Ll}{2,})(?![\p{L}\p{M}'’-])/gu
