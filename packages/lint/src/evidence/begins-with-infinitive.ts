import { wordSet } from '@cahier/core'
import { frenchLexicon, hasWord } from '../spelling/lexicon.ts'

/**
 * Whether a French sentence begins with an infinitive: « Ne pas imposer ». `null` when it begins
 * with a complement or a quotation, or has no word.
 */
export function beginsWithInfinitive(text: string): boolean | null {
  const words = text
    .normalize('NFC')
    .replace(/[’']/g, '’')
    .match(/\p{L}+’|\p{L}[\p{L}-]*/gu)
  if (/^\s*\d/.test(text)) return false
  if (words === null || /^\s*[«“"([]/.test(text)) return null
  const rest = words.map((word) => word.toLowerCase())
  if (
    COMPLEMENTS.has(rest[0] as string) &&
    !(rest[0] === 'en' && isInfinitive(rest[1] ?? '', rest[2]))
  )
    return null
  while (rest.length > 1 && BEFORE.has(rest[0] as string)) rest.shift()
  if (rest.length > 1 && /ment$/.test(rest[0] as string) && isInfinitive(rest[1] ?? '', rest[2]))
    rest.shift()
  return isInfinitive(rest[0] ?? '', rest[1])
}

const BEFORE = wordSet(
  'ne n’ ni pas plus jamais point rien se s’ y en le la les l’ leur lui nous vous mieux moins davantage bien enfin toujours tout vraiment aussi',
)

/** Words that begin a complement: « À terme, interdire… ». */
const COMPLEMENTS = wordSet(
  'à dès d’ avant après en pour sans dans par sur avec lors pendant chaque partout si quand là face entre sous vers chez comme afin plutôt',
)

// A word is taken for a verb if the lexicon has its future (`rendre`: `rendront`) or, in -er, its
// imperfect (`publier`: `publiaient`). A word in -er or -ir that the lexicon lacks is a new verb,
// such as `débitumer`.
function isInfinitive(word: string, next = '') {
  const verb = word.replace(/^(?:auto|co|re|entre)-/, '')
  if (NOUNS.has(verb)) return false
  if (NOUNS_BEFORE_OF.has(verb)) return !/^(?:de|d’|du|des)$/.test(next)
  if (IRREGULAR.test(verb)) return true
  if (/^\p{L}+[ei]r$/u.test(verb) && !hasWord(frenchLexicon(), verb)) return true
  const conjugated = /er$/.test(verb)
    ? verb
        .replace(/c?er$/, (end) => (end === 'er' ? 'aient' : 'çaient'))
        .replace(/gaient$/, 'geaient')
    : verb.replace(/(?<=[iï]r)$|(?<=r)e$/, 'ont')
  return conjugated !== verb && hasWord(frenchLexicon(), conjugated)
}

/** Verbs with an irregular future: `savoir`, `tenir`. */
const IRREGULAR =
  /^(?:re|entre|pré|sa|r?a)?voir$|(?:[cd]ev|mouv|pouv|pleuv|voul|val|fall|se)oir$|(?:cour|mour|quér|cueill|[vt]en)ir$|(?<!f)faire$|^être$/

/** Nouns that are written like infinitives. */
const NOUNS = wordSet(
  'avenir boucher boulanger bûcher clocher cuir dealer fier manager noyer oranger plancher poster repentir souvenir tender verger verre voyer',
)

/** Infinitives that are nouns before « de »: « Pouvoir d’achat ». */
const NOUNS_BEFORE_OF = wordSet(
  'pouvoir devoir savoir rire dîner déjeuner goûter lever coucher être conseiller toucher parler',
)
