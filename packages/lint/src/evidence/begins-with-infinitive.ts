import { wordSet } from '@cahier/core'
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

/** Words that may come before the infinitive. */
const BEFORE = wordSet(
  'ne n’ ni pas plus jamais point rien se s’ y en le la les l’ leur lui nous vous mieux moins davantage bien enfin toujours tout vraiment aussi',
)

/** Words that begin a complement: « À terme, interdire… ». */
const COMPLEMENTS = wordSet(
  'à dès d’ avant après en pour sans dans par sur avec lors pendant chaque partout si quand là face entre sous vers chez comme afin plutôt',
)

function isInfinitive(word: string, next = ''): boolean {
  const verb = word.replace(/^(?:auto|co|re|entre)-/, '')
  if (NOUNS.has(verb)) return false
  if (NOUNS_BEFORE_OF.has(verb)) return !/^(?:de|d’|du|des)$/.test(next)
  if (/ier$/.test(verb)) return VERBS_IN_IER.test(verb)
  return /er$|ïr$|ir$/.test(verb)
    ? !/oir$/.test(verb) || VERBS_IN_OIR.test(verb)
    : VERBS_IN_RE.test(verb)
}

const VERBS_IN_OIR =
  /^(?:re|pré|entre|pour)?voir$|[cd]evoir$|^mouvoir$|(?:pro|é)mouvoir$|^(?:équi|pré)?valoir$|^vouloir$|^savoir$|^pouvoir$|^(?:sur|r)?seoir$|^rasseoir$|^r?ass?(?:e?oir)$|^(?:sur|mes)seoir$|^sursoir$|^falloir$|^r?avoir$|^(?:dé|é)?choir$|^pleuvoir$/

// Most words in -ier are nouns (« quartier », « métier »), so the verbs are listed.
const VERBS_IN_IER =
  /[iéu]fier$|graphier$|copier$|phyxier$|psier$|thésier$|(?:r|re|ré)?(?:publ|expéd|étud|multipl)ier$|^(?:publ|l|re?l|all|rall|mésall|chât|str|sk|rassas|extas|euthanas|atroph|hypertroph|ém|armor|sér|pr|rempl|dél|suppl|multipl|pl|dépl|repl|cr|décr|tr|r|souri|n|ren|dén|oubl|cop|photocop|étud|dédi|déd|expéd|reméd|rad|irrad|mend|congéd|incend|parod|psalmod|répud|stipend|conf|méf|déf|f|assoc|dissoc|négoc|renégoc|appréc|dépréc|licenc|différenc|bénéfic|offic|init|balbut|concil|réconcil|humil|affil|spol|résil|domicil|mar|remar|var|par|appar|salar|contrar|inventor|répertor|histor|injur|charr|appropr|expropr|rapatr|expatr|ép|exp|man|reman|commun|calomn|env|conv|dév|amnist|remerc|pall|sc|grac|vic|souc|privilég|circonstanc|distanc|disgrac|excommun|estrop|réfug|désaffil|différent|préjudic|supplic|apostas|ém?ac|ingén|démar|exfol|défol|récr|avar|color)ier$/

const VERBS_IN_RE =
  /^(?:re|dé|par|satis|contre|mé|sur|for|redé)?faire$|^(?:re|dis|sous|ex|abs)?traire$|^(?:dé|com)?plaire$|^taire$|^braire$|^(?:re|contre|inter|pré|mé|mau|dé)?dire$|^(?:ré|re)?lire$|^élire$|^réélire$|(?:^|[dnstpé])s?crire$|^écrire$|^réécrire$|^(?:sou)?rire$|^nuire$|^(?:re)?cuire$|^(?:re)?luire$|^occire$|^circoncire$|^suffire$|^frire$|(?:du|stru|tru)ire$|^boire$|^croire$|(?:prendre|vendre|rendre|tendre|fendre|fondre|pendre|pandre|pondre|tondre|mordre|perdre|tordre|coudre|moudre|soudre)$|indre$|(?:mettre|battre)$|^(?:re|con)?descendre$|^être$|naître$|paraître$|^(?:re)?paître$|croître$|^(?:re|sur)?vivre$|^(?:pour)?suivre$|rompre$|vaincre$|^(?:dé|é|en|for)?clore$|(?:in|ex|con|re|oc)clure$/

/** Nouns, adjectives and adverbs that end like infinitives. */
const NOUNS = new Set(
  (
    'mer fer ver hiver hier cher amer fier cancer enfer danger étranger berger boulanger verger potager plancher rocher boucher clocher archer bûcher passager usager ' +
    'message messager léger laser super leader manager hacker cluster poker joker poster rover dealer cutter tanker loyer foyer noyer voyer écuyer gruyer clerger ' +
    'horloger oranger viager mensonger imager avenir plaisir désir loisir souvenir élixir saphir soupir tir cuir martyr menhir repentir kéfir nadir zéphyr vizir fakir émir pair air ' +
    'chair éclair clair impair pire empire satire cire tire vampire sbire navire sire hégire tirelire délire flair casimir moindre surloyer électroménager paysager maraîcher oreiller poulailler plaidoyer papayer fromager newsletter container hamster thriller polder ' +
    'pullover inter hyper master tender blender polyester burger bulldozer challenger ' +
    'cylindre rasoir anticancer bunker cathéter charter cuiller déplaisir designer docker éther gangster garde-manger gaucher hamburger houiller laisser-aller laissez-passer mâchefer métayer ' +
    'mohair outremer outre-mer pacemaker péager pis-aller porcher pourparler prêt-à-porter revolver roller scooter speaker starter sticker supertanker teaser téléconseiller trader volailler'
  ).split(' '),
)

/** Infinitives that are nouns before « de »: « Pouvoir d’achat ». */
const NOUNS_BEFORE_OF = wordSet(
  'pouvoir devoir savoir rire dîner déjeuner goûter lever coucher être conseiller toucher parler',
)
