/**
 * Of a few words, none of which is a word of grammar, whether they are spelt as English or French
 * words are: `''` when there is no telling, or fewer signs of it than `least`.
 */
export function languageOfLetters(text: string, least: number): 'en' | 'fr' | '' {
  const english = text.replace(BARE_ENDING, '').match(ENGLISH)?.length ?? 0
  const french = text.match(FRENCH)?.length ?? 0
  if (english >= least && english > 2 * french) return 'en'
  return french >= least && french > 2 * english ? 'fr' : ''
}

// Letters that French writes in words from elsewhere and in units alone, and endings of English
// verbs, adverbs and adjectives.
const ENGLISH =
  /\b(?:wh|th|sh|kn|wr)|ght|tch|ck|ee|oo|[aeo]w|[aeob-df-hj-np-tv-xz]y\b|ings?\b|ed\b|ness\b|ful\b|less\b|w|k(?![gmwo]\b)/gi
// Accents and elisions, and endings that English has not.
const FRENCH =
  /[À-ÖØ-öø-ÿœŒ]|\b(?:[cdjlmnst]|qu)['’]|eau|[ea]ux\b|ois?\b|ez\b|ie\b|ques?\b|gn|elle\b|ille|eurs?\b|oir/gi
// `ASSEMBLEE`, `ANNEES`: an accent that capitals lack.
const BARE_ENDING = /(?<=[A-Z]{2})EES?\b/g
