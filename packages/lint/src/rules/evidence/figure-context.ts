import { type Document, memoize, type Programme, stemOf } from '@cahier/core'
import { type Body, sourceSpan } from '@cahier/prose'
import { documentAt } from '../../document/documents.ts'
import { placeIn } from '../../document/places.ts'
import type { Rule } from '../../engine/rule.ts'
import { settingsOf } from '../../engine/settings.ts'
import { claimFigures, isSameFigure } from '../../evidence/claim-figures.ts'
import { factualBlocks } from '../../evidence/factual-blocks.ts'
import { FACTUAL } from '../../evidence/figure.ts'
import type { LocatedFigure } from '../../evidence/figures-found.ts'
import { clauseOf } from '../../evidence/figures-found.ts'
import { referenceOf } from '../../evidence/reference-of.ts'

/**
 * Reports a figure without its year or its subject: a reader of the text does not see the note on
 * its source.
 */
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
  document({ programme, document, report }) {
    for (const block of factualBlocks(document, settingsOf(programme.manifest))) {
      const figures = block.figures.filter(needsContext)
      if (figures.length === 0) continue
      const time = timeGiven(`${block.section?.title ?? ''}\n${block.text}`)
      // One finding for each block: its figures usually lack the same thing.
      for (const figure of figures) {
        const said = lacking(figure, time, document, programme)
        if (said === null) continue
        const span = sourceSpan(figure.passage, figure.start, figure.end)
        report(said.message, placeIn(document, span.start, span.end), {
          figure: figure.text,
          ...said.data,
        })
        break
      }
    }
  },
}

// Areas and small sums are usually about one thing, here and now.
function needsContext({ kind, value, keys, isChosen }: LocatedFigure): boolean {
  return (
    FACTUAL.has(kind) &&
    keys.length > 0 &&
    kind !== 'volume' &&
    !(kind === 'money' && value < 1e5) &&
    !isChosen
  )
}

interface TimeGiven {
  readonly hasYear: boolean
  /** Whether the year is given in other words, or said to be unknown. */
  readonly isRelative: boolean
}

function timeGiven(text: string): TimeGiven {
  return {
    hasYear: yearsIn(text).length > 0,
    isRelative: RELATIVE.test(text) || UNKNOWN.test(text),
  }
}

function lacking(
  figure: LocatedFigure,
  { hasYear, isRelative }: TimeGiven,
  document: Document,
  programme: Programme,
) {
  const claims = figure.keys
    .flatMap((key) => claimFigures(programme, key))
    .filter((one) => one.isValue && one.kind === figure.kind && isSameFigure(figure, one))
  const years = [...new Set(claims.flatMap(({ year }) => year ?? []))]
  if (!hasYear && !isRelative)
    return years.length === 1 ? said('yearKnown', { year: String(years[0]) }) : said('year', {})
  const here = yearsIn(clauseOf(figure))
  if (
    here.length === 1 &&
    years.length > 0 &&
    !isRelative &&
    !isNamed(here[0] as number, years, figure, programme)
  )
    return said('otherYear', { written: String(here[0]), year: years.map(String).join(', ') })
  const [{ scope } = { scope: '' }] = claims
  const isTold =
    claims.length !== 1 ||
    scope === '' ||
    scope === usualScope(programme) ||
    isScoped(scope, document, programme)
  return isTold ? null : said('scope', { scope })
}

function said(message: string, data: Readonly<Record<string, string>>) {
  return { message, data }
}

// The most frequent scope in `sources.yaml`, usually the country of the programme: it need not be
// written.
function usualScope(programme: Programme): string {
  const sources = documentAt(programme, 'sources.yaml')
  return sources === null ? '' : usualScopeIn(sources)
}

const usualScopeIn = memoize(({ text }: Document): string => {
  const counts = new Map<string, number>()
  for (const [, scope = ''] of text.matchAll(
    /\bscope: *["']?([^"'{}\n]+?)["']?(?=,\s*[\w-]+:|\s*[}\n]|\s*$)/g,
  ))
    counts.set(scope, (counts.get(scope) ?? 0) + 1)
  const [most = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? []
  return most
})

// Whether a year in the text is that of the figure, or of the publication of its source.
function isNamed(
  written: number,
  years: readonly number[],
  { keys }: LocatedFigure,
  programme: Programme,
): boolean {
  if (years.includes(written)) return true
  return keys.some((key) => {
    const csl = referenceOf(programme, key)?.csl
    return JSON.stringify([csl?.issued ?? '', csl?.title ?? '', key]).includes(String(written))
  })
}

// Whether the text has the beginning of a word of the scope: « français » is enough for « France ».
function isScoped(scope: string, document: Document, { manifest }: Programme): boolean {
  const words = plain(scope).match(/\p{L}{4,}/gu) ?? []
  if (words.length === 0 || document.body === null) return true
  const text = plainText(document.body, document, manifest.title)
  return words.some((word) =>
    text.includes(word.slice(0, Math.max(4, Math.min(5, word.length - 1)))),
  )
}

const plainText = memoize((_: Body, { text, path }: Document, title: string): string =>
  plain(`${text} ${title} ${stemOf(path)}`),
)

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function yearsIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<![\d\p{L}-])(?:1[89]|20)\d{2}(?![\d-])/gu)].map(([year]) =>
    Number(year),
  )
}

const UNKNOWN =
  /(?<!\p{L})(?:non daté\p{L}*|sans (?:année|date)|(?:dates?|années?)[^.]{0,80} (?:n[’'](?:est|a|ont|étai(?:t|ent)) pas|ne figure|inconnue|non relevée|non précisée)|undated|(?:date|year)s?[^.]{0,80} (?:is not|was not|not given|unknown))/iu

const RELATIVE =
  /(?<!\p{L})(?:aujourd[’']hui|actuellement|cette année|l[’']an dernier|même année|cette année-là|année suivante|ce jour|depuis|en cours|chaque année|siècles?|an(?:née)?s? (?:précédent|suivant|passé|dernier)\p{L}*|même (?:rapport|étude|enquête|source|date)|now|today|currently|this year|last year|same year|each year|since|centur(?:y|ies))(?!\p{L})/iu
