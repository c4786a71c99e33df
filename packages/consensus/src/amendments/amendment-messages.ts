import {
  type Language,
  type RuleMessages,
  sentenceOf,
  UNKNOWN_COLLECTIVE,
  wording,
} from '@cahier/core'
import type { Misplaced } from '@cahier/prose'
import { BLOCKING_ROUND_MESSAGES, GONE_MESSAGES, refusalMaker } from '../refusals/refusal.ts'
import { HAS_ERRORS } from '../refusals/unreadable-files.ts'

export const AMENDMENT_RULE = 'decision/amendment'

/** Why an amendment has no certain place, as a sentence without its full stop. */
export function whyMisplaced({ misplaced, quote }: Misplaced, language: Language): string {
  const catalogue = { [AMENDMENT_RULE]: amendmentDecisionMessages }
  return sentenceOf(
    { rule: AMENDMENT_RULE, message: misplaced, data: { quote: shortened(quote) } },
    catalogue,
    language,
  )
}

const FATES_FR: Readonly<Record<string, string>> = {
  adopted: 'adopté',
  'adopted-modified': 'adopté en partie',
  rejected: 'rejeté',
  lapsed: 'tombé',
  withdrawn: 'retiré',
}

/** Why an amendment is refused, has no place or is wrongly recorded: one sentence each. */
export const amendmentDecisionMessages = {
  noText: wording(
    'aucune proposition et aucun axe « {id} »{near|meant}',
    'no proposal and no axis “{id}”{near|meant}',
  ),
  noAmendment: wording(
    '« {proposal} » n’a pas d’amendement « {id} »{near|meant} (cahier amendments {proposal} les montre)',
    '“{proposal}” has no amendment “{id}”{near|meant} (cahier amendments {proposal} shows them)',
  ),
  noCollective: UNKNOWN_COLLECTIVE,
  unreadable: HAS_ERRORS,
  unchanged: wording(
    'rien n’a changé dans {path} : modifiez-y le texte comme vous le voulez, enregistrez, puis relancez cette commande',
    'nothing changed in {path}: change the text there as you wish, save it, then run this command again',
  ),
  onlySpacing: wording(
    'dans {path}, seuls des espaces, des retours à la ligne ou des guillemets ont changé : il n’y a rien à amender',
    'in {path} only spaces, line breaks or quotation marks changed: there is nothing to amend',
  ),
  otherFields: wording(
    'un amendement ne change pas « {keys} » : remettez cette ligne de l’en-tête du fichier {path} comme elle était, ou modifiez-la à part, sans amendement',
    'an amendment does not change “{keys}”: restore that line of the front matter of {path}, or change it apart, without an amendment',
  ),
  unwritable: wording(
    'ces changements du fichier {path} ne peuvent pas être marqués dans un amendement : faites-en plusieurs, plus petits',
    'these changes to {path} cannot be marked in an amendment: make several smaller ones',
  ),
  decided: {
    fr: ({ id, outcome }) =>
      `« ${id} » a déjà son sort (« ${FATES_FR[outcome ?? '']} », outcome: ${outcome}) : il ne peut plus être adopté`,
    en: ({ id, outcome }) =>
      `“${id}” has already been settled (outcome: ${outcome}): it can no longer be adopted`,
  },
  unplaced: wording(
    '« {id} » n’a pas de place certaine dans le texte : {fr}',
    '“{id}” has no certain place in the text: {en}',
  ),
  already: wording(
    '« {id} » ne change rien : rien n’y est marqué, ou tout est déjà dans le texte',
    '“{id}” changes nothing: nothing is marked in it, or all of it is already in the text',
  ),
  collide: wording(
    'ces amendements touchent le même passage et sont à discuter ensemble : {pairs} ; adoptez-en un, ou écrivez-en un qui les réunit',
    'these amendments touch the same passage and are to be discussed together: {pairs}; adopt one of them, or write one that unites them',
  ),
  notDivisible: wording(
    '« {id} » ne se divise pas : adoptez-le en entier (« divisible: true » dans son en-tête l’aurait permis)',
    '“{id}” is not divisible: adopt it whole (“divisible: true” in its front matter would have allowed it)',
  ),
  noHunk: wording(
    '« {id} » a {count|partie|parties} : il n’y a pas de partie {hunk}',
    '“{id}” has {count|part|parts}: there is no part {hunk}',
  ),
  ...BLOCKING_ROUND_MESSAGES,
  ...GONE_MESSAGES,
  unknownSection: {
    fr: ({ title, known }) =>
      `il n’y a pas de section « ${title} » : rien n’est écrit. Prenez l’un de ces titres : ${known} ; ou, pour un sous-titre, « ### ${title} »`,
    en: ({ title, known = '' }) =>
      `there is no section “${title}”: nothing is written. Use one of these titles: ${known.replaceAll('« ', '“').replaceAll(' »', '”')}; or, for a subheading, “### ${title}”`,
  },
  sectionTwice: wording(
    'la section « {title} » y serait deux fois : rien n’est écrit. Mettez les deux textes sous un seul titre',
    'the section “{title}” would be there twice: nothing is written. Bring both texts under one heading',
  ),
  wouldBreak: wording(
    'avec ces amendements, l’en-tête du fichier {path} ne serait plus valable : rien n’est écrit',
    'with these amendments the front matter of {path} would no longer be valid: nothing is written',
  ),
  faulty: wording('une de ses marques n’est pas fermée', 'one of its marks is not closed'),
  count: wording(
    '« at » ne donne pas autant de rangs que le texte cite de passages',
    '“at” does not give as many ranks as the text quotes passages',
  ),
  rank: wording(
    'le passage « {quote} » n’est pas au rang que donne « at »',
    'the passage “{quote}” is not at the rank that “at” gives',
  ),
  missing: wording(
    'le passage « {quote} » n’y est plus',
    'the passage “{quote}” is no longer there',
  ),
  part: wording(
    '« {quote} » n’y est qu’une partie d’un paragraphe, à citer en entier',
    '“{quote}” is but a part of a paragraph there, which is to be quoted whole',
  ),
  ambiguous: wording(
    'le passage « {quote} » y est plusieurs fois, et rien ne dit lequel',
    'the passage “{quote}” is there several times, and nothing says which',
  ),
  nowhere: wording(
    'rien ne dit où ajouter « {quote} » : il faut citer, avant l’ajout, le paragraphe qui le précède',
    'nothing says where to add “{quote}”: the paragraph before it must be quoted above the addition',
  ),
  crosses: wording(
    'un de ses changements s’étend sur des paragraphes qui ne se suivent pas',
    'one of its changes spans paragraphs that do not follow each other',
  ),
  changed: wording(
    'le passage « {quote} » a changé depuis',
    'the passage “{quote}” has changed since',
  ),
  around: wording(
    'le passage où il ajoute « {quote} » a changé depuis',
    'the passage where it adds “{quote}” has changed since',
  ),
  moved: wording(
    'le passage « {quote} » a été déplacé depuis',
    'the passage “{quote}” was moved since',
  ),
  withDiffers: {
    fr: ({ written, computed }) =>
      `« with » devrait nommer les amendements adoptés dans la même passe (${computed || 'aucun'}), et nomme : ${written || 'aucun'}`,
    en: ({ written, computed }) =>
      `“with” should name the amendments adopted in the same pass (${computed || 'none'}), and names: ${written || 'none'}`,
  },
  partial: wording(
    'le sort inscrit est « {outcome} », mais les parties adoptées en font « {meant} »',
    'the fate on record is “{outcome}”, but the parts adopted make it “{meant}”',
  ),
  fateDiffers: wording(
    'cet amendement est inscrit comme adopté, mais le texte du fichier {path} n’est pas celui que donne son adoption : le sort ou le texte a été modifié à la main',
    'this amendment is on record as adopted, but the text of {path} is not what its adoption gives: its fate or its text was changed by hand',
  ),
  lapsedForNothing: wording(
    'cet amendement est inscrit comme tombé, mais rien de ce qu’il touche n’a changé dans {path} depuis qu’il a été écrit',
    'this amendment is on record as lapsed, but nothing that it touches has changed in {path} since it was written',
  ),
} satisfies RuleMessages

export const refusedAmendment = refusalMaker(AMENDMENT_RULE, amendmentDecisionMessages)

/** The text on one line, cut after at most `most` characters. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).replace(/\s+\S*$/, '')} …` : line
}
