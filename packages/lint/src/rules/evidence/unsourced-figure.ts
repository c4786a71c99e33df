import { type Document, placeOf } from '@cahier/core'
import { prosePassages } from '../../document/prose-passages.ts'
import type { Settings } from '../../document/settings.ts'
import type { Rule } from '../../engine/rule.ts'
import { factualBlocks, isNormative } from '../../evidence/factual-blocks.ts'
import { type Figure, figuresIn, KINDS_TO_SOURCE } from '../../evidence/figures-in.ts'
import type { FigureInPassage } from '../../evidence/figures-of-passage.ts'

/**
 * Reports figures (numbers) without a source in their paragraph, unless the authors set or counted
 * them.
 */
export const unsourcedFigure: Rule = {
  id: 'evidence/unsourced-figure',
  severity: 'warning',
  amended: 'whole',
  inDraft: 'info',
  messages: {
    unsourced: {
      fr: 'd’où vient « {figure} » ? Citez la source dans ce paragraphe, par [@identifiant]',
      en: 'where does “{figure}” come from? Cite the source in this paragraph, with [@id]',
    },
  },
  text({ document, settings, report }) {
    const unsourced = factualBlocks(document, settings).filter(({ isSourced }) => !isSourced)
    if (unsourced.every(({ figures }) => figures.length === 0)) return
    const chosen = new Set(chosenFigures(document, settings).map(nameOf))
    for (const { figures } of unsourced) {
      const first = figures.find(
        (figure) =>
          KINDS_TO_SOURCE.has(figure.kind) &&
          !figure.isChosen &&
          !isWitnessed(figure) &&
          !chosen.has(nameOf(figure)),
      )
      if (first !== undefined) report('unsourced', first.span, { figure: first.text })
    }
  },
}

function nameOf({ kind, value }: Figure) {
  return `${kind} ${value}`
}

/** The figures in the front matter and normative sections (put to the vote) of a proposal. */
function chosenFigures(document: Document, settings: Settings): readonly Figure[] {
  if (document.kind !== 'proposal' || document.body === null) return []
  const spans = document.body.sections
    .filter((section) => isNormative(section, settings))
    .map(({ heading, nodes }) => ({
      start: placeOf(heading).start.offset,
      end: placeOf(nodes.at(-1) ?? heading).end.offset,
    }))
  return prosePassages(document, settings)
    .filter(
      ({ kind, start, end }) =>
        kind === 'field' || spans.some((span) => start >= span.start && end <= span.end),
    )
    .flatMap(({ text }) => figuresIn(text, settings.language))
}

/** Whether the authors counted the figure themselves (a room, meals given out). */
function isWitnessed(figure: FigureInPassage) {
  const { kind, unit, value, prose, sentence, sentenceStart, start, end } = figure
  if (SQUARE_METRES.test(unit) && value < LARGEST_SEEN) return !PER.test(prose.slice(end, end + 8))
  if (kind === 'share') return false
  if (kind === 'money' && value < LARGEST_PAID && PERSON.test(sentence)) return true
  const from = PRONOUN.test(sentence) ? Math.max(0, sentenceStart - NEAR) : sentenceStart
  return WE_DID.test(prose.slice(from, start)) || OURS.test(prose.slice(from, start))
}

const SQUARE_METRES = /^(?:m²|m2|mètres? carrés?|square met(?:re|er)s?)$/iu
/** In square metres. */
const LARGEST_SEEN = 1000
const PER = /^ ?(?:\/|par |per |each )/iu

/** In any currency. */
const LARGEST_PAID = 1e5
/** The budget of one person: « Mme D. gagne 1 140 € ». */
const PERSON = /^(?:Madame|Monsieur|Mme|Mlle|M\.|Mrs?\.?|Ms\.?) \p{Lu}/u

const PRONOUN = /^(?:Elles?|Ils?|It|They) /u
/** In characters. */
const NEAR = 160

/** « Nous avons distribué », but not « nous avons 300 000 fermes ». */
const WE_DID =
  /(?<!\p{L})(?:nous (?:[nl][’']|les? |en |y )?avons (?:\p{L}+ ){0,2}?\p{L}+(?:é|i|u|it|is|ert)e?s?|we (?:have )?\p{L}+ed)(?!\p{L})/iu
const OURS =
  /(?<!\p{L})(?:(?:notre|nos) (?:associations?|collectifs?|comités?|syndicats?|sections?|unions?|coopératives?|permanences?|bénévoles|adhérents|membres|enquêtes?|questionnaires?)|our (?:associations?|collectives?|committees?|unions?|cooperatives?|volunteers|members|surveys?))(?!\p{L})/iu
