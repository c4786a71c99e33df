/**
 * Endings that make new words freely, and the ending of the known word that each comes from:
 * `focalisable` from `focaliser`, `citerniste` from `citerne`, `sapeuse` from `sapeur`,
 * `acteurices` for actors of every gender.
 */
export const DERIVATIONS: readonly (readonly [ending: RegExp, base: string])[] = [
  [/(?<!t)euses?$/, 'eur'],
  [/trices?$/, 'teur'],
  [/eu(?:rice|reuse)s?$/, 'eur'],
  [/eurs?$/, 'er'],
  [/isations?$/, 'iser'],
  // `authentificateur`, `priorisatrice`: who or what does so.
  [/ificat(?:eur|rice|ion)s?$/, 'ifier'],
  [/isat(?:eur|rice)s?$/, 'iser'],
  // `négligeable`, `applicable`: after these letters the spelling changes.
  [/(?<![cgu])ables?$/, 'er'],
  [/(?<=iv|iqu|ell|enn|eus|[ai]bl)ement$/, 'e'],
  // `consolidante`: of a participle, and not of an adverb. « Des personnes souhaitants » is a slip.
  [/(?<=\p{L}{3})(?<![cg])antes?$/u, 'er'],
  [/(?<=g)eantes?$/, 'er'],
  [/issantes?$/, 'ir'],
  // `variabiliser`, `culturaliser`, `exécutiviser`: to make so.
  [/abilis(?:ations?|ant|ent|er?|ée?s?)$/, 'able'],
  [/alis(?:ations?|ant|ent|er?|ée?s?)$/, 'al'],
  [/alis(?:ations?|ant|ent|er?|ée?s?)$/, 'el'],
  [/ivis(?:ations?|ant|ent|er?|ée?s?)$/, 'if'],
  [/aires?$/, 'e'],
  [/istes?$/, 'isme'],
  [/istes?$/, 'e'],
  [/ismes?$/, 'iste'],
  // `légumerie`, `bagagerie`: where it is made or kept. Not `gallerie` nor `lotterie`, which are
  // slips.
  [/(?=eries?$)(?<=\p{L}{5})(?<!\1(\p{L}))eries?/u, 'e'],
]

/**
 * Those by which a slip may pass too, `brassier` for `brasier`: not where an accent, a sound or a
 * letter beside another explains a word.
 */
export const LOOSE_DERIVATIONS: typeof DERIVATIONS = [
  // `badgeuse`, `emplisseur`.
  [/(?<!t)euses?$/, 'er'],
  [/iss(?:eur|euse|age)s?$/, 'ir'],
  [/(?<=g)ables?$/, 'uer'],
  [/cables?$/, 'quer'],
  // `irréparabilité`, `supportage`.
  [/abilités?$/, 'able'],
  [/ibilités?$/, 'ible'],
  [/(?<=\p{L}{4})ages?$/u, 'er'],
  // `tensionnel`, `audiométrique`, `arcanique`, `argilière`, `palettier`.
  [/(?<=ion)nel(?:le(?:ment)?)?s?$/, ''],
  [/iques?$/, 'ie'],
  [/(?<=\p{L}{4})iques?$/u, 'e'],
  [/(?<=\p{L}{5})i(?:er|ère)s?$/u, 'e'],
]

/**
 * Learned endings that go with anything: `outilthèque`, `capitalocène`, `sérophobe`, `climaticide`.
 */
export const LEARNED = /(?<=\p{L}{3})(?:phob(?:e|ie)|thèque|cratie|cide|ocène|gène|vore|phage)s?$/u

/** What numbers an article put between two others: `44 undecies`, `199 sexdecies`. */
export const MULTIPLICATIVE =
  /^(?:un|duo|ter|quater|quin|sex|sept|octo|novo)?(?:decies|vicies|tricies|quadragies)$/
