import type { Finding, RuleMessages } from '../model/finding.ts'
import { placeAt } from '../model/place.ts'
import { wording } from '../model/wording.ts'
import type { YamlFault } from './yaml-fault.ts'

export const YAML_RULE = 'structure/yaml'

/**
 * The finding on a fault in a file whose YAML begins at `offset`. An error code of the package
 * `yaml` that has no message here becomes `syntax`.
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
    message:
      message === 'TAB_AS_INDENT' ? 'tabIndent' : message in yamlMessages ? message : 'syntax',
    data,
    path,
    place: placeAt(lineStarts, offset + start, offset + end),
    ...(moved.length > 0 && { edits: moved }),
  }
}

export const yamlMessages: RuleMessages = {
  unquoted: wording(
    'cette phrase doit être entre guillemets droits, sinon « {key} » ne peut pas être lu. Écrivez : {line}',
    'this sentence must be in straight quotes, or “{key}” cannot be read. Write: {line}',
  ),
  noSpaceAfterColon: wording(
    'il manque une espace après les deux-points de « {key} ». Écrivez : {line}',
    'a space is missing after the colon of “{key}”. Write: {line}',
  ),
  blankAfterColon: wording(
    'l’espace après « {key}: » est une espace insécable : mettez une espace ordinaire',
    'the space after “{key}:” is a no-break space: use an ordinary one',
  ),
  blankBeforeColon: wording(
    'enlevez l’espace insécable entre « {key} » et ses deux-points',
    'remove the no-break space between “{key}” and its colon',
  ),
  blankIndent: wording(
    'le retrait de cette ligne est fait d’espaces insécables : mettez des espaces ordinaires',
    'this line is indented with no-break spaces: use ordinary ones',
  ),
  tabIndent: wording(
    'le retrait de cette ligne est fait d’une tabulation : mettez deux espaces à la place',
    'this line is indented with a tab: use two spaces instead',
  ),
  tabIndents: wording(
    'le retrait de cette ligne est fait d’une tabulation (et {others|autre|autres} plus bas) : mettez deux espaces à la place',
    'this line is indented with a tab (and {others} more below): use two spaces instead',
  ),
  badQuotes: wording(
    'les guillemets droits de « {key} » ne vont pas : il en manque un, ou la phrase en contient. Écrivez : {line}',
    'the straight quotes of “{key}” are wrong: one is missing, or the sentence holds some. Write: {line}',
  ),
  unclosed: wording(
    'il manque « {closer} » à la fin de cette ligne. Écrivez : {line}',
    '“{closer}” is missing at the end of this line. Write: {line}',
  ),
  listMark: wording(
    'dans une liste, chaque ligne commence par un tiret ordinaire et une espace. Écrivez : {line}',
    'in a list, each line begins with an ordinary hyphen and a space. Write: {line}',
  ),
  pushed: wording(
    'il y a des espaces de trop devant « {key} » : alignez cette ligne avec celle du dessus',
    'there are too many spaces before “{key}”: align this line with the one above',
  ),
  BLOCK_IN_FLOW: wording(
    'il manque une virgule dans cette liste, ou un crochet « ] » ou une accolade « } » à la fin',
    'a comma is missing in this list, or a bracket “]” or a brace “}” at its end',
  ),
  DUPLICATE_KEY: wording(
    '« {key} » est déjà écrit plus haut : gardez une seule des deux lignes',
    '“{key}” is already written above: keep only one of the two lines',
  ),
  BAD_INDENT: wording(
    'cette ligne est décalée : mettez devant elle autant d’espaces que devant ses voisines',
    'this line is not aligned: put as many spaces before it as before its neighbours',
  ),
  MISSING_CHAR: wording(
    'un guillemet, un crochet ou une accolade est ouvert sur cette ligne et n’est pas fermé : ajoutez celui qui manque',
    'a quote, a bracket or a brace is opened on this line and not closed: add the one that is missing',
  ),
  UNEXPECTED_TOKEN: wording(
    'ce texte n’est pas attendu ici : une ligne d’en-tête s’écrit « clé: valeur », une liste avec un tiret par ligne',
    'this text is not expected here: a line of the head is written “key: value”, a list with one dash per line',
  ),
  BLOCK_AS_IMPLICIT_KEY: wording(
    'cette ligne contient deux fois « : » : mettez la valeur entre guillemets droits',
    'this line has “: ” twice: put the value in straight quotes',
  ),
  MULTILINE_IMPLICIT_KEY: wording(
    'cette ligne n’a pas de deux-points : écrivez « clé: valeur », ou mettez-la en retrait si elle continue la précédente',
    'this line has no colon: write “key: value”, or indent it if it goes on from the line above',
  ),
  BAD_ALIAS: wording(
    'une liste s’écrit ici avec des tirets : mettez « - » au lieu de « * » devant chaque élément',
    'a list is written with dashes here: put “-” instead of “*” before each item',
  ),
  BAD_SCALAR_START: wording(
    'une valeur ne peut pas commencer par ce signe : mettez-la entre guillemets droits',
    'a value cannot begin with this sign: put it in straight quotes',
  ),
  BAD_DQ_ESCAPE: wording(
    'dans des guillemets droits doubles, une barre oblique inverse s’écrit deux fois : \\\\',
    'in double straight quotes a backslash is written twice: \\\\',
  ),
  MULTIPLE_DOCS: wording(
    'une ligne « --- » coupe ce fichier en deux : enlevez-la',
    'a line “---” cuts this file in two: remove it',
  ),
  alias: wording(
    'les renvois YAML (*nom) ne sont pas admis : répétez la valeur',
    'YAML aliases (*name) are not allowed: repeat the value',
  ),
  anchor: wording(
    'les ancres YAML (&nom) ne sont pas admises',
    'YAML anchors (&name) are not allowed',
  ),
  tag: wording(
    'les étiquettes YAML (!nom) ne sont pas admises : mettez le texte entre guillemets',
    'YAML tags (!name) are not allowed: put the text in quotes',
  ),
  oddKey: wording(
    'une clé est un seul mot, sans crochet, sans « ? » ni « & », « ! » ou « * » devant',
    'a key is a single word, without brackets, and without “?”, “&”, “!” or “*” before it',
  ),
  proto: wording('cette clé n’est pas admise', 'this key is not allowed'),
  tooLong: wording('ce fichier est trop long pour être lu', 'this file is too long to be read'),
  loneReturn: wording(
    'un retour chariot est seul ici (U+000D) : YAML n’y finit pas la ligne, et ce qui suit serait caché. Mettez à sa place une fin de ligne ordinaire',
    'a carriage return stands alone here (U+000D): YAML does not end the line at it, and what follows would be hidden. Put an ordinary line end in its place',
  ),
  tooDeep: wording('trop de niveaux imbriqués à partir d’ici', 'too many nested levels from here'),
  headUnclosed: wording(
    'l’en-tête n’est pas fermé : ajoutez ici une ligne de trois tirets « --- », avant le texte',
    'the head is not closed: add here a line of three hyphens “---”, before the text',
  ),
  headUnopened: wording(
    'le fichier doit commencer par une ligne de trois tirets « --- », puis l’en-tête (title, summary…), puis une autre ligne « --- »',
    'the file must begin with a line of three hyphens “---”, then the head (title, summary…), then another line “---”',
  ),
  headFence: wording(
    'écrivez « --- », trois tirets ordinaires et rien d’autre, au lieu de « {written} »',
    'write “---”, three ordinary hyphens and nothing else, instead of “{written}”',
  ),
  indentedFence: wording(
    'la ligne « --- » commence au bord : enlevez les blancs qui sont devant',
    'the line “---” begins at the margin: remove the blanks before it',
  ),
  emptyText: wording(
    'ce fichier est vide : écrivez-le, ou enlevez-le',
    'this file is empty: write it, or remove it',
  ),
  headCut: wording(
    'cette ligne « --- » coupe l’en-tête en deux : enlevez-la, et ne gardez que celle qui le termine',
    'this line “---” cuts the front matter in two: remove it, and keep only the one that closes it',
  ),
  headBlank: wording(
    'la ligne « --- » doit être la toute première : enlevez ce qui est au-dessus',
    'the line “---” must be the very first: remove what is above it',
  ),
  json: wording(
    'ce fichier JSON ne peut pas être lu ici (détail en anglais : {detail})',
    'this JSON file cannot be read here: {detail}',
  ),
  syntax: wording(
    'l’en-tête ne peut pas être lu ici (détail en anglais : {detail})',
    'the head cannot be read here: {detail}',
  ),
}
