import { type Document, memoize, type Programme, stemOf } from '@cahier/core'
import { type Body, groupedBy } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { factualBlocks } from '../../evidence/factual-blocks.ts'
import { KINDS_TO_SOURCE } from '../../evidence/figures-in.ts'
import { type CreditedFigure, clauseOf } from '../../evidence/figures-of-passage.ts'
import { isSameFigure, referenceOf, sourceFigures } from '../../evidence/source-figures.ts'
import { bareWord } from '../../spelling/lexicon.ts'

/** Reports a figure without year or scope (place, people), or with another year than its source. */
export const figureContext: Rule = {
  id: 'evidence/figure-context',
  severity: 'warning',
  inDraft: 'off',
  messages: {
    yearKnown: {
      fr: '« {figure} » : de quelle année ? La source donne ce chiffre pour {year} ; écrivez-le',
      en: '“{figure}”: for which year? The source gives this figure for {year}; say so',
    },
    year: {
      fr: '« {figure} » : de quelle année ? Écrivez-la : dans deux ans, personne ne pourra la deviner',
      en: '“{figure}”: for which year? Write it: in two years nobody will be able to guess',
    },
    otherYear: {
      fr: '« {figure} » : le texte dit {written}, la source donne ce chiffre pour {year} ; corrigez l’un des deux',
      en: '“{figure}”: the text says {written}, the source gives this figure for {year}; fix one of them',
    },
    scope: {
      fr: '« {figure} » : où, et de qui ? La source donne ce chiffre pour « {scope} » ; écrivez-le',
      en: '“{figure}”: where, and about whom? The source gives this figure for “{scope}”; say so',
    },
  },
  document({ programme, document, settings, report }) {
    for (const block of factualBlocks(document, settings)) {
      const words = `${block.section?.title ?? ''}\n${block.text}`
      for (const figure of block.figures.filter(needsContext)) {
        const lack = lacking(figure, words, document, programme)
        if (lack === null) continue
        const { message, ...data } = lack
        report(message, figure.span, { figure: figure.text, ...data })
        break
      }
    }
  },
}

// Volumes (this kind includes areas) and small sums usually describe one local thing.
function needsContext({ kind, value, keys, isChosen }: CreditedFigure) {
  return (
    KINDS_TO_SOURCE.has(kind) &&
    keys.length > 0 &&
    kind !== 'volume' &&
    !(kind === 'money' && value < 1e5) &&
    !isChosen
  )
}

function lacking(figure: CreditedFigure, words: string, document: Document, programme: Programme) {
  const claims = figure.keys
    .flatMap((key) => sourceFigures(programme, key))
    .filter((one) => one.isValue && one.kind === figure.kind && isSameFigure(figure, one))
  const years = [...new Set(claims.flatMap(({ year }) => year ?? []))]
  // « cette année » gives a year; « non daté » says that it is unknown.
  const isRelative = RELATIVE.test(words) || UNKNOWN.test(words)
  if (yearsIn(words).length === 0 && !isRelative)
    return { message: years.length === 1 ? 'yearKnown' : 'year', year: years.join() }
  const [here, ...others] = yearsIn(clauseOf(figure))
  if (here !== undefined && others.length === 0 && years.length > 0 && !isRelative)
    if (!years.includes(here) && !isOfSource(here, figure, programme))
      return { message: 'otherYear', written: here, year: years.join(', ') }
  const [claim, ...more] = claims
  const isTold =
    claim === undefined ||
    more.length > 0 ||
    claim.scope === '' ||
    claim.scope === usualScope(programme) ||
    isScoped(claim.scope, document, programme)
  return isTold ? null : { message: 'scope', scope: claim.scope }
}

// The most frequent scope of the sources, usually the country: texts need not give it.
const usualScope = memoize(({ sources }: Programme) => {
  const scopes = sources.flatMap(({ claims }) => claims.flatMap(({ scope }) => scope || []))
  const [most] = [...groupedBy(scopes, (scope) => scope)].sort((a, b) => b[1].length - a[1].length)
  return most?.[0] ?? ''
})

function isOfSource(year: number, { keys }: CreditedFigure, programme: Programme) {
  return keys.some((key) => {
    const { issued = '', title = '' } = referenceOf(programme, key)?.csl ?? {}
    return JSON.stringify([issued, title, key]).includes(String(year))
  })
}

// Whether the text has the beginning of a word of the scope: « français » suffices for « France ».
function isScoped(scope: string, document: Document, { manifest }: Programme) {
  const words = bareWord(scope).match(/\p{L}{4,}/gu) ?? []
  if (words.length === 0 || document.body === null) return true
  const text = wordsOf(document.body, document, manifest.title)
  return words.some((word) =>
    text.includes(word.slice(0, Math.max(4, Math.min(5, word.length - 1)))),
  )
}

const wordsOf = memoize((_: Body, { text, path }: Document, title: string) =>
  bareWord(`${text} ${title} ${stemOf(path)}`),
)

function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\d\p{L}-])(?:1[89]|20)\d{2}(?![\d-])/gu)].map(([year]) =>
    Number(year),
  )
}

const UNKNOWN =
  /(?<!\p{L})(?:non daté\p{L}*|sans (?:année|date)|(?:dates?|années?)[^.]{0,80} (?:n[’'](?:est|a|ont|étai(?:t|ent)) pas|ne figure|inconnue|non relevée|non précisée)|undated|(?:date|year)s?[^.]{0,80} (?:is not|was not|not given|unknown))/iu

const RELATIVE =
  /(?<!\p{L})(?:aujourd[’']hui|actuellement|cette année|l[’']an dernier|même année|cette année-là|année suivante|ce jour|depuis|en cours|chaque année|siècles?|an(?:née)?s? (?:précédent|suivant|passé|dernier)\p{L}*|même (?:rapport|étude|enquête|source|date)|now|today|currently|this year|last year|same year|each year|since|centur(?:y|ies))(?!\p{L})/iu
