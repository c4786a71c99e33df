import { matchesIn } from '@cahier/prose'

/**
 * Where commas and full stops of a French text stand that a space should follow: « la fin.Le vote », « un guichet,et ». Said only before a word of
 * grammar, which names of files, addresses and lists of codes do not go on with.
 */
export function missingSpaces(text: string): readonly number[] {
  return matchesIn(text, GLUED).map(({ 0: written, index }) => index + written.length - 1)
}

const SMALL =
  'les?|la|une?|des?|du|et|ou|où|mais|donc|car|ni|qui|que|dont|dans|par|pour|sur|sous|avec|sans|aux?|ce|cet|cette|ces|ils?|elles?|nous|vous|je|ses|leurs?|puis|ainsi|comme'
const CAPITAL =
  'Les?|La|Une?|Des?|Du|Et|Ou|Mais|Donc|Car|Ni|Qui|Que|Dans|Par|Pour|Sur|Sous|Avec|Sans|Aux?|Ce|Cet|Cette|Ces|Cela|Ils?|Elles?|On|Nous|Vous|Je|Ses|Leurs?|Puis|Ainsi|Comme|Si|En|Son|Sa|Tous|Tout|Toutes?'
const GLUED = new RegExp(
  "(?<![^\\s«“(’'])(?:" +
    `\\p{L}[\\p{Ll}-]{3,},(?=(?:${SMALL})\\s|etc[.…)\\s]|(?:[cdjlmns]|qu)['’]\\p{Ll})|` +
    `\\p{Ll}[\\p{Ll}-]{2,}\\.(?=(?:${CAPITAL})\\s|(?:[CDJLMNS]|Qu)['’]\\p{Ll}))`,
  'gu',
)
