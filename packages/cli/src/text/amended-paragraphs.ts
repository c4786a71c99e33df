import { type SurveyedAmendment, shortened } from '@cahier/consensus'
import type { Document, Programme } from '@cahier/core'
import { baseText, groupedBy, type Hunk, isSameHunk } from '@cahier/prose'
import { type Invocation, inBothLanguages } from '../command.ts'
import { hunkInWords } from './hunk-in-words.ts'
import { type LetteredHunk, paragraphLine } from './paragraph-line.ts'
import { counted, linesFor, partName } from './report-parts.ts'

/** An amendment with the letter that marks it in drawn paragraphs. */
export interface LetteredAmendment extends SurveyedAmendment {
  readonly letter: string
}

/** The terminal, its language, and the most columns (`width`) of each printed line. */
export type Screen = Pick<Invocation, 'language' | 'terminal'> & { readonly width: number }

/**
 * The lines about each changed paragraph or field: the changes in words. Above them, a paragraph
 * also has a drawing.
 */
export function amendedParagraphs(
  programme: Programme,
  document: Document,
  amendments: readonly LetteredAmendment[],
  { language, terminal, width }: Screen,
): readonly string[] {
  const words = AMENDMENT_WORDS[language]
  const { line, bold } = linesFor(terminal, width)
  const base = baseText(document.text)
  const hunks = amendments.flatMap(({ letter, amendment, hunks: own }) =>
    own.map((hunk) => ({ letter, hunk, numbered: amendment.divisible && own.length > 1 })),
  )
  const places = [...groupedBy(hunks, ({ hunk }) => placeOf(hunk))]
    .map(([place, own]) => ({ place, own, field: '', block: 0, ...own[0]?.hunk }))
    .sort(
      (a, b) =>
        Number(a.field === '') - Number(b.field === '') ||
        a.block - b.block ||
        (a.field < b.field ? -1 : 1),
    )
  return places
    .flatMap(({ place, own, field, block }) => {
      const quoted = shortened(plain(base.blocks[block - 1]?.text ?? words.start), width - 12)
      const head =
        field === ''
          ? [
              `${bold(`¶ ${block}`)}  ${quoted}`,
              `    ${paragraphLine(own, wordCount(block), Math.min(56, width - 12))}`,
            ]
          : [bold(partName(place, programme, language))]
      return [
        '',
        ...head,
        ...merged(own).map(({ letters, hunk, number }) =>
          line(
            `    ${letters}  ${number}${hunkInWords(hunk, letters.includes(','), language)}`,
            '       ',
          ),
        ),
      ]
    })
    .slice(1)

  function wordCount(block: number): number {
    const { lineStart = 0, end = 0 } = base.blocks[block - 1] ?? {}
    return base.words.filter((word) => word.start >= lineStart && word.start < end).length
  }
}

// Joins the equal changes of several amendments.
function merged(hunks: readonly (LetteredHunk & { readonly numbered: boolean })[]) {
  const firsts = hunks.filter(
    ({ hunk }, at) => hunks.findIndex((one) => isSameHunk(one.hunk, hunk)) === at,
  )
  return firsts.map(({ hunk, numbered }) => {
    const letters = hunks.filter((one) => isSameHunk(one.hunk, hunk)).map(({ letter }) => letter)
    const number = numbered && letters.length === 1 ? `${hunk.rank}. ` : ''
    return { letters: letters.join(', '), hunk, number }
  })
}

function placeOf({ field, block }: Hunk) {
  return field === '' ? `§${block}` : (field.split('/')[0] as string)
}

function plain(markdown: string) {
  return markdown.replace(/^#{1,6} /, '').replace(/\*\*|\[([^\]]{0,4000})\]\([^)]{0,4000}\)/g, '$1')
}

export const AMENDMENT_WORDS = inBothLanguages(
  {
    none: 'Aucun amendement.',
    over: 'Cette proposition est retirée, ou réunie à d’autres : on ne l’amende plus.',
    count: (count: number) => counted.fr(count, 'amendement'),
    hunks: (count: number) => counted.fr(count, 'changement'),
    divisible: ' (divisible)',
    placed: 'à sa place',
    idle: 'rien à changer',
    unplaced: (why: string) => `sans place certaine : ${why}`,
    fates: {
      adopted: 'adopté',
      'adopted-modified': 'adopté en partie',
      rejected: 'rejeté',
      lapsed: 'tombé',
      withdrawn: 'retiré',
    },
    start: '(au début du texte)',
    legend:
      'Le texte, paragraphe par paragraphe. Chaque trait est un paragraphe entier : une lettre s’y trouve là où son amendement change quelque chose, une étoile là où plusieurs le font, et une lettre au bout du trait ajoute à la suite. « ¶ » compte les blocs du fichier, titres compris ; une édition a ses propres numéros (§7.3).',
    together: 'À discuter ensemble : en adopter un fait tomber les autres.',
    same: 'Demandent la même chose :',
    readings: 'Peuvent être adoptés ensemble, mais à relire après :',
    and: 'et',
    shared: (what: string) => ` ; tous deux ${what}`,
    more: (count: number) => `… et ${count} autres (cahier amendments --format json)`,
    free: (letters: readonly string[]) =>
      letters.length > 1
        ? `Peuvent être adoptés ensemble : ${letters.join(', ')}.`
        : `Peut être adopté tel quel : ${letters[0]}.`,
    relations: {
      disjoint: 'rien en commun',
      adjacent: 'des phrases voisines',
      'same-sentence': 'la même phrase',
      identical: 'la même demande, comptée une fois',
      'same-point': 'un ajout au même endroit',
      contained: 'l’un change un mot de ce que l’autre change',
      overlapping: 'les mêmes mots, ou des mots qui se touchent, changés de deux façons',
      'move-edit': 'l’un déplace ce que l’autre change',
      'delete-edit': 'l’un retire ce que l’autre change',
    },
  },
  {
    none: 'No amendment.',
    over: 'This proposal is withdrawn, or merged with others: it can no longer be amended.',
    count: (count) => counted.en(count, 'amendment'),
    hunks: (count) => counted.en(count, 'change'),
    divisible: ' (divisible)',
    placed: 'in its place',
    idle: 'nothing to change',
    unplaced: (why) => `without a certain place: ${why}`,
    fates: {
      adopted: 'adopted',
      'adopted-modified': 'adopted in part',
      rejected: 'rejected',
      lapsed: 'lapsed',
      withdrawn: 'withdrawn',
    },
    start: '(at the beginning of the text)',
    legend:
      'The text, paragraph by paragraph. Each line is a whole paragraph: a letter stands where its amendment changes something, a star where several do, and a letter past the end adds after it. “¶” counts the blocks of the file, headings included; an edition has its own numbers (§7.3).',
    together: 'To be discussed together: adopting one makes the others lapse.',
    same: 'Ask for the same thing:',
    readings: 'Can be adopted together, but are to be read again after:',
    and: 'and',
    shared: (what) => `; both ${what}`,
    more: (count) => `… and ${count} more (cahier amendments --format json)`,
    free: (letters) =>
      letters.length > 1
        ? `Can be adopted together: ${letters.join(', ')}.`
        : `Can be adopted as it is: ${letters[0]}.`,
    relations: {
      disjoint: 'nothing in common',
      adjacent: 'neighbouring sentences',
      'same-sentence': 'the same sentence',
      identical: 'the same wish, counted once',
      'same-point': 'an addition at the same place',
      contained: 'one changes a word of what the other changes',
      overlapping: 'the same words, or words that touch, changed in two ways',
      'move-edit': 'one moves what the other changes',
      'delete-edit': 'one removes what the other changes',
    },
  },
)
