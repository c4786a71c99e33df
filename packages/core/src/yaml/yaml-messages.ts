import type { Finding } from '../model/finding.ts'
import type { Messages } from '../model/message.ts'
import { placeAt } from '../model/place.ts'
import type { YamlFault } from './yaml-fault.ts'

export const YAML_RULE = 'structure/yaml'

/**
 * The finding on a fault in a file whose YAML begins at `offset`. Codes of the package `yaml`
 * without a message here become `syntax`, with their English detail.
 */
export function yamlFinding(
  { message, start, end, data = {}, edits = [] }: YamlFault,
  path: string,
  lineStarts: readonly number[],
  offset = 0,
): Finding {
  const moved = edits.map((one) => ({
    path,
    start: offset + one.start,
    end: offset + one.end,
    text: one.text,
  }))
  return {
    rule: YAML_RULE,
    severity: 'error',
    message: message in yamlMessages ? message : 'syntax',
    data,
    path,
    place: placeAt(lineStarts, offset + start, offset + end),
    ...(moved.length > 0 && { edits: moved }),
  }
}

export const yamlMessages: Messages = {
  unquoted: {
    fr: ({ key, line }) =>
      `cette phrase doit être entre guillemets droits, sinon « ${key} » ne peut pas être lu. Écrivez : ${line}`,
    en: ({ key, line }) =>
      `this sentence must be in straight quotes, or “${key}” cannot be read. Write: ${line}`,
  },
  noSpaceAfterColon: {
    fr: ({ key, line }) =>
      `il manque une espace après les deux-points de « ${key} ». Écrivez : ${line}`,
    en: ({ key, line }) => `a space is missing after the colon of “${key}”. Write: ${line}`,
  },
  blankAfterColon: {
    fr: ({ key }) =>
      `l’espace après « ${key}: » est une espace insécable : mettez une espace ordinaire`,
    en: ({ key }) => `the space after “${key}:” is a no-break space: use an ordinary one`,
  },
  blankBeforeColon: {
    fr: ({ key }) => `enlevez l’espace insécable entre « ${key} » et ses deux-points`,
    en: ({ key }) => `remove the no-break space between “${key}” and its colon`,
  },
  tabIndent: {
    fr: ({ lines }) =>
      `le retrait de cette ligne est fait d’une tabulation${alsoFr(lines)} : mettez deux espaces à la place`,
    en: ({ lines }) => `this line is indented with a tab${alsoEn(lines)}: use two spaces instead`,
  },
  blankIndent: {
    fr: ({ lines }) =>
      `le retrait de cette ligne est fait d’espaces insécables${alsoFr(lines)} : mettez des espaces ordinaires`,
    en: ({ lines }) =>
      `this line is indented with no-break spaces${alsoEn(lines)}: use ordinary ones`,
  },
  TAB_AS_INDENT: {
    fr: () =>
      'le retrait de cette ligne est fait d’une tabulation : mettez deux espaces à la place',
    en: () => 'this line is indented with a tab: use two spaces instead',
  },
  badQuotes: {
    fr: ({ key, line }) =>
      `les guillemets droits de « ${key} » ne vont pas : il en manque un, ou la phrase en contient. Écrivez : ${line}`,
    en: ({ key, line }) =>
      `the straight quotes of “${key}” are wrong: one is missing, or the sentence holds some. Write: ${line}`,
  },
  unclosed: {
    fr: ({ closer, line }) => `il manque « ${closer} » à la fin de cette ligne. Écrivez : ${line}`,
    en: ({ closer, line }) => `“${closer}” is missing at the end of this line. Write: ${line}`,
  },
  listMark: {
    fr: ({ line }) =>
      `dans une liste, chaque ligne commence par un tiret ordinaire et une espace. Écrivez : ${line}`,
    en: ({ line }) =>
      `in a list, each line begins with an ordinary hyphen and a space. Write: ${line}`,
  },
  pushed: {
    fr: ({ key }) =>
      `il y a des espaces de trop devant « ${key} » : alignez cette ligne avec celle du dessus`,
    en: ({ key }) =>
      `there are too many spaces before “${key}”: align this line with the one above`,
  },
  BLOCK_IN_FLOW: {
    fr: () =>
      'il manque une virgule dans cette liste, ou un crochet « ] » ou une accolade « } » à la fin',
    en: () => 'a comma is missing in this list, or a bracket “]” or a brace “}” at its end',
  },
  DUPLICATE_KEY: {
    fr: ({ key }) => `« ${key} » est déjà écrit plus haut : gardez une seule des deux lignes`,
    en: ({ key }) => `“${key}” is already written above: keep only one of the two lines`,
  },
  BAD_INDENT: {
    fr: () =>
      'cette ligne est décalée : mettez devant elle autant d’espaces que devant ses voisines',
    en: () => 'this line is not aligned: put as many spaces before it as before its neighbours',
  },
  MISSING_CHAR: {
    fr: () =>
      'un guillemet, un crochet ou une accolade est ouvert sur cette ligne et n’est pas fermé : ajoutez celui qui manque',
    en: () =>
      'a quote, a bracket or a brace is opened on this line and not closed: add the one that is missing',
  },
  UNEXPECTED_TOKEN: {
    fr: () =>
      'ce texte n’est pas attendu ici : une ligne d’en-tête s’écrit « clé: valeur », une liste avec un tiret par ligne',
    en: () =>
      'this text is not expected here: a line of the head is written “key: value”, a list with one dash per line',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    fr: () => 'cette ligne contient deux fois « : » : mettez la valeur entre guillemets droits',
    en: () => 'this line has “: ” twice: put the value in straight quotes',
  },
  MULTILINE_IMPLICIT_KEY: {
    fr: () =>
      'cette ligne n’a pas de deux-points : écrivez « clé: valeur », ou mettez-la en retrait si elle continue la précédente',
    en: () =>
      'this line has no colon: write “key: value”, or indent it if it goes on from the line above',
  },
  BAD_ALIAS: {
    fr: () =>
      'une liste s’écrit ici avec des tirets : mettez « - » au lieu de « * » devant chaque élément',
    en: () => 'a list is written with dashes here: put “-” instead of “*” before each item',
  },
  BAD_SCALAR_START: {
    fr: () => 'une valeur ne peut pas commencer par ce signe : mettez-la entre guillemets droits',
    en: () => 'a value cannot begin with this sign: put it in straight quotes',
  },
  BAD_DQ_ESCAPE: {
    fr: () =>
      'dans des guillemets droits doubles, une barre oblique inverse s’écrit deux fois : \\\\',
    en: () => 'in double straight quotes a backslash is written twice: \\\\',
  },
  MULTIPLE_DOCS: {
    fr: () => 'une ligne « --- » coupe ce fichier en deux : enlevez-la',
    en: () => 'a line “---” cuts this file in two: remove it',
  },
  alias: {
    fr: () => 'les renvois YAML (*nom) ne sont pas admis : répétez la valeur',
    en: () => 'YAML aliases (*name) are not allowed: repeat the value',
  },
  anchor: {
    fr: () => 'les ancres YAML (&nom) ne sont pas admises',
    en: () => 'YAML anchors (&name) are not allowed',
  },
  tag: {
    fr: () => 'les étiquettes YAML (!nom) ne sont pas admises : mettez le texte entre guillemets',
    en: () => 'YAML tags (!name) are not allowed: put the text in quotes',
  },
  oddKey: {
    fr: () => 'une clé est un seul mot, sans crochet, sans « ? » ni « & », « ! » ou « * » devant',
    en: () =>
      'a key is a single word, without brackets, and without “?”, “&”, “!” or “*” before it',
  },
  proto: { fr: () => 'cette clé n’est pas admise', en: () => 'this key is not allowed' },
  tooLong: {
    fr: () => 'ce fichier est trop long pour être lu',
    en: () => 'this file is too long to be read',
  },
  loneReturn: {
    fr: () =>
      'un retour chariot est seul ici (U+000D) : YAML n’y finit pas la ligne, et ce qui suit serait caché. Mettez à sa place une fin de ligne ordinaire',
    en: () =>
      'a carriage return stands alone here (U+000D): YAML does not end the line at it, and what follows would be hidden. Put an ordinary line end in its place',
  },
  tooDeep: {
    fr: () => 'trop de niveaux imbriqués à partir d’ici',
    en: () => 'too many nested levels from here',
  },
  headUnclosed: {
    fr: () =>
      'l’en-tête n’est pas fermé : ajoutez ici une ligne de trois tirets « --- », avant le texte',
    en: () => 'the head is not closed: add here a line of three hyphens “---”, before the text',
  },
  headUnopened: {
    fr: () =>
      'le fichier doit commencer par une ligne de trois tirets « --- », puis l’en-tête (title, summary…), puis une autre ligne « --- »',
    en: () =>
      'the file must begin with a line of three hyphens “---”, then the head (title, summary…), then another line “---”',
  },
  headFence: {
    fr: ({ written }) =>
      `écrivez « --- », trois tirets ordinaires et rien d’autre, au lieu de « ${written} »`,
    en: ({ written }) =>
      `write “---”, three ordinary hyphens and nothing else, instead of “${written}”`,
  },
  indentedFence: {
    fr: () => 'la ligne « --- » commence au bord : enlevez les blancs qui sont devant',
    en: () => 'the line “---” begins at the margin: remove the blanks before it',
  },
  emptyText: {
    fr: () => 'ce fichier est vide : écrivez-le, ou enlevez-le',
    en: () => 'this file is empty: write it, or remove it',
  },
  headBlank: {
    fr: () => 'la ligne « --- » doit être la toute première : enlevez ce qui est au-dessus',
    en: () => 'the line “---” must be the very first: remove what is above it',
  },
  json: {
    fr: ({ detail }) => `ce fichier JSON ne peut pas être lu ici (détail en anglais : ${detail})`,
    en: ({ detail }) => `this JSON file cannot be read here: ${detail}`,
  },
  syntax: {
    fr: ({ detail }) => `l’en-tête ne peut pas être lu ici (détail en anglais : ${detail})`,
    en: ({ detail }) => `the head cannot be read here: ${detail}`,
  },
}

function alsoFr(lines = '1'): string {
  return lines === '1'
    ? ''
    : ` (et ${Number(lines) - 1} ${lines === '2' ? 'autre' : 'autres'} plus bas)`
}

function alsoEn(lines = '1'): string {
  return lines === '1' ? '' : ` (and ${Number(lines) - 1} more below)`
}
