import { type Language, RESULT_WORDS, type Result, type RuleMessages, wording } from '@cahier/core'
import { wordingWithWhy } from '../counting/why-uncounted.ts'
import { findingMaker } from '../finding-maker.ts'
import { roundMessages } from '../rounds/round-messages.ts'

export const RECORD_RULE = 'decision/record'

export const recordFinding = findingMaker<keyof typeof recordMessages>(RECORD_RULE)

// Results are English words in the file, so the French message adds their meaning.
function result(language: Language, written = '') {
  return language === 'fr'
    ? `« ${written} » (${RESULT_WORDS.fr[written as Result]})`
    : `“${written}”`
}

const PUT_BACK = {
  fr: 'Remettez ce qui était là : git le garde (git restore, ou git log), et le dossier record/ d’une édition publiée aussi',
  en: 'Put back what was there: git keeps it (git restore, or git log), and so does the folder record/ of a published edition',
}

/** The messages on faults in the record of a round (vote). */
export const recordMessages = {
  sameDay: wording(
    'deux tours sont inscrits au {opened|day} : un seul par jour',
    'two rounds are on record for {opened|day}: one a day',
  ),
  leftOpen: wording(
    'le tour ouvert le {opened|day} n’a pas de résultat, et un autre a été ouvert le {next|day} : un tour se clôt, ou tombe, avant le suivant',
    'the round opened on {opened|day} has no outcome, and another was opened on {next|day}: a round is closed, or becomes void, before the next',
  ),
  overlaps: wording(
    'ce tour a été clos le {closed|day}, après l’ouverture du suivant, le {next|day} : un seul tour à la fois',
    'this round was closed on {closed|day}, after the next was opened on {next|day}: one round at a time',
  ),
  roundLost: wording(
    'cette copie est celle d’un tour ouvert le {opened|day}, qui n’est plus inscrit dans {file}',
    'this copy is that of a round opened on {opened|day}, which is no longer on record in {file}',
  ),
  outcomeLost: wording(
    'cette copie a été faite à la clôture du tour ouvert le {opened|day}, mais son résultat n’est plus inscrit dans {file}',
    'this copy was made when the round opened on {opened|day} was closed, but its outcome is no longer on record in {file}',
  ),
  rulingNotAllowed: roundMessages.rulingNotAllowed,
  toldStranger: roundMessages.toldStranger,
  closedAhead: roundMessages.closedAhead,
  noFacilitator: roundMessages.noFacilitator,
  rulingUnheard: roundMessages.rulingUnheard,
  openingSeal: wording(
    'le sceau du tour ouvert le {opened|day} ne correspond plus : les jours, le texte, la règle ou les membres ont été modifiés après l’ouverture',
    'the seal of the round opened on {opened|day} no longer fits: its days, text, rule or members were changed after it opened',
  ),
  copyMissing: {
    fr: ({ copy }) => `il manque la copie du texte figé : ${copy}. ${PUT_BACK.fr}`,
    en: ({ copy }) => `the copy of the frozen text is missing: ${copy}. ${PUT_BACK.en}`,
  },
  copyDiffers: {
    fr: ({ copy }) => `la copie « ${copy} » n’est pas le texte qui a été figé. ${PUT_BACK.fr}`,
    en: ({ copy }) => `the copy “${copy}” is not the text that was frozen. ${PUT_BACK.en}`,
  },
  copyOrImageDiffers: wording(
    'la copie « {copy} » n’est pas le texte qui a été figé, ou une image qu’elle montre a été changée ou enlevée depuis : remettez celle de ce jour-là',
    'the copy “{copy}” is not the text that was frozen, or an image that it shows was changed or removed since: put back the one of that day',
  ),
  positionsMissing: {
    fr: ({ copies = '' }) =>
      `il manque ${copies.includes(', ') ? 'des copies' : 'la copie'} des positions comptées : ${copies}. ${PUT_BACK.fr}`,
    en: ({ copies = '' }) =>
      `${copies.includes(', ') ? 'copies' : 'the copy'} of the positions counted ${copies.includes(', ') ? 'are' : 'is'} missing: ${copies}. ${PUT_BACK.en}`,
  },
  finalPeriod: wording(
    'une période finale commence et finit pendant le tour, et seul un consensus approximatif en a une',
    'a final period begins and ends within its round, and only rough consensus has one',
  ),
  copiesDiffer: {
    fr: ({ folder }) =>
      `les fichiers que le tour a gardés à sa clôture (texte figé, positions, signatures) ne sont plus les mêmes : l’un d’eux a été modifié, ajouté ou enlevé dans ${folder}. ${PUT_BACK.fr}`,
    en: ({ folder }) =>
      `the files that the round kept at its closing (frozen text, positions, signatures) are no longer the same: one was changed, added or removed in ${folder}. ${PUT_BACK.en}`,
  },
  rulingOnStranger: wording(
    'cet arbitrage vise « {member} », qui n’est pas membre de ce tour',
    'this ruling is about “{member}”, who is not a member of this round',
  ),
  rulingBefore: wording(
    'cet arbitrage est daté d’avant l’ouverture du tour, le {opened|day}',
    'this ruling is dated before the round opened on {opened|day}',
  ),
  stanceDiffers: wording(
    'la position de « {member} » n’est pas celle que donne la copie de son fichier',
    'the stance of “{member}” is not the one in the copy of its file',
  ),
  stanceUnheard: wordingWithWhy(
    'la position de « {member} » ne pouvait pas être comptée',
    'the stance of “{member}” could not be counted',
  ),
  resultDiffers: {
    fr: ({ written, computed }) =>
      `le résultat écrit est ${result('fr', written)}, mais les positions comptées donnent ${result('fr', computed)}`,
    en: ({ written, computed }) =>
      `the result written is ${result('en', written)}, but the stances counted give ${result('en', computed)}`,
  },
  closedEarly: wording(
    'le tour a été clos le {closed|day}, avant la fin de son dernier jour (le {closes|day})',
    'the round was closed on {closed|day}, before the end of its last day ({closes|day})',
  ),
  outcomeSeal: wording(
    'le sceau du résultat ne correspond plus : le résultat, le jour de clôture, un arbitrage ou le reste de ce qui a été compté a été modifié à la main',
    'the seal of the outcome no longer fits: the outcome, its day, a ruling or the rest of what was counted was changed by hand',
  ),
} satisfies RuleMessages
