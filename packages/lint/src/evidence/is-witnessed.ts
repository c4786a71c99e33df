import type { FigureWritten } from './figures-found.ts'

/**
 * Whether a figure is one that whoever writes has seen or made: the surface of a room, the meals
 * that an association gave out. It has no other source. Shares are of more than one has seen.
 */
export function isWitnessed({
  kind,
  unit,
  value,
  prose,
  sentence,
  sentenceStart,
  start,
  end,
}: FigureWritten): boolean {
  if (SQUARE_METRES.test(unit) && value < LARGEST_SEEN) return !PER.test(prose.slice(end, end + 8))
  if (kind === 'share') return false
  if (kind === 'money' && value < LARGEST_PAID && PERSON.test(sentence)) return true
  const before = prose.slice(
    PRONOUN.test(sentence) ? Math.max(0, sentenceStart - NEAR) : sentenceStart,
    start,
  )
  return WE_DID.test(before) || OURS.test(before)
}

const SQUARE_METRES = /^(?:m²|m2|mètres? carrés?|square met(?:re|er)s?)$/iu
/** In square metres. */
const LARGEST_SEEN = 1000
const PER = /^ ?(?:\/|par |per |each )/iu

/** In euros, or whatever is paid in. */
const LARGEST_PAID = 1e5
/** « Mme D., aide à domicile, gagne 1 140 € »: what one person earns or pays. */
const PERSON = /^(?:Madame|Monsieur|Mme|Mlle|M\.|Mrs?\.?|Ms\.?) \p{Lu}/u

/** Who goes on speaking of what the sentence before named. */
const PRONOUN = /^(?:Elles?|Ils?|It|They) /u
/** The sentence before, more or less, in units of the text. */
const NEAR = 160

/** « Nous avons distribué », and not « nous avons 300 000 fermes ». */
const WE_DID =
  /(?<!\p{L})(?:nous (?:[nl][’']|les? |en |y )?avons (?:\p{L}+ ){0,2}?\p{L}+(?:é|i|u|it|is|ert)e?s?|we (?:have )?\p{L}+ed)(?!\p{L})/iu
const OURS =
  /(?<!\p{L})(?:(?:notre|nos) (?:associations?|collectifs?|comités?|syndicats?|sections?|unions?|coopératives?|permanences?|bénévoles|adhérents|membres|enquêtes?|questionnaires?)|our (?:associations?|collectives?|committees?|unions?|cooperatives?|volunteers|members|surveys?))(?!\p{L})/iu
