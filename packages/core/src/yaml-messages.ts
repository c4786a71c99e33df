import type { Edit } from './edit.ts'
import type { Finding, MessageData } from './finding.ts'
import type { Messages } from './message.ts'
import type { Place } from './place.ts'

export const YAML_RULE = 'structure/yaml'

/** A finding of the YAML reader. An error code of `yaml` that has no sentence of ours is reported as `syntax`, with its English detail. */
export function yamlFinding(message: string, path: string, place: Place, data: MessageData, edits: readonly Edit[] = []): Finding {
  const id = message in yamlMessages ? message : 'syntax'
  return { rule: YAML_RULE, severity: 'error', message: id, data, path, place, ...(edits.length > 0 && { edits }) }
}

export const yamlMessages: Messages = {
  unquoted: {
    fr: ({ key, line }) => `cette phrase doit être entre guillemets droits, sinon « ${key} » ne peut pas être lu. Écrivez : ${line}`,
    en: ({ key, line }) => `this sentence must be in straight quotes, or “${key}” cannot be read. Write: ${line}`,
  },
  noSpaceAfterColon: {
    fr: ({ key, line }) => `il manque une espace après les deux-points de « ${key} ». Écrivez : ${line}`,
    en: ({ key, line }) => `a space is missing after the colon of “${key}”. Write: ${line}`,
  },
  blankAfterColon: {
    fr: ({ key }) => `l’espace après « ${key}: » est une espace insécable : mettez une espace ordinaire`,
    en: ({ key }) => `the space after “${key}:” is a no-break space: use an ordinary one`,
  },
  blankBeforeColon: {
    fr: ({ key }) => `pas d’espace insécable entre « ${key} » et ses deux-points : écrivez ${key}:`,
    en: ({ key }) => `no no-break space between “${key}” and its colon: write ${key}:`,
  },
  tabIndent: {
    fr: () => 'le retrait de cette ligne est fait d’une tabulation : mettez deux espaces',
    en: () => 'this line is indented with a tab: use two spaces',
  },
  blankIndent: {
    fr: () => 'le retrait de cette ligne est fait d’espaces insécables : mettez des espaces ordinaires',
    en: () => 'this line is indented with no-break spaces: use ordinary ones',
  },
  TAB_AS_INDENT: {
    fr: () => 'le retrait de cette ligne est fait d’une tabulation : mettez deux espaces',
    en: () => 'this line is indented with a tab: use two spaces',
  },
  DUPLICATE_KEY: {
    fr: () => 'cette clé est déjà écrite plus haut : gardez l’une des deux',
    en: () => 'this key is written above already: keep one of the two',
  },
  BAD_INDENT: {
    fr: () => 'le retrait de cette ligne ne correspond à aucune ligne au-dessus : alignez-la avec sa voisine',
    en: () => 'the indentation of this line matches no line above: align it with its neighbour',
  },
  MISSING_CHAR: {
    fr: () => 'il manque un signe ici : un guillemet, un crochet ou une accolade a été ouvert et n’est pas fermé',
    en: () => 'a sign is missing here: a quote, a bracket or a brace was opened and is not closed',
  },
  UNEXPECTED_TOKEN: {
    fr: () => 'ce texte n’est pas attendu ici : une ligne d’en-tête s’écrit « clé: valeur », une liste avec un tiret par ligne',
    en: () => 'this text is not expected here: a line of the head is written “key: value”, a list with one dash a line',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    fr: () => 'cette ligne contient deux fois « : » : mettez la valeur entre guillemets droits',
    en: () => 'this line has “: ” twice: put the value in straight quotes',
  },
  MULTILINE_IMPLICIT_KEY: {
    fr: () => 'cette ligne n’a pas de deux-points : écrivez « clé: valeur », ou mettez-la en retrait si elle continue la précédente',
    en: () => 'this line has no colon: write “key: value”, or indent it if it goes on from the line above',
  },
  BAD_ALIAS: {
    fr: () => 'une valeur ne peut pas commencer par « * » : pour une liste, mettez un tiret ; pour un texte, mettez-le entre guillemets droits',
    en: () => 'a value cannot begin with “*”: for a list, use a dash; for a text, put it in straight quotes',
  },
  BAD_SCALAR_START: {
    fr: () => 'une valeur ne peut pas commencer par ce signe : mettez-la entre guillemets droits',
    en: () => 'a value cannot begin with this sign: put it in straight quotes',
  },
  BAD_DQ_ESCAPE: {
    fr: () => 'dans des guillemets droits doubles, une barre oblique inverse s’écrit deux fois : \\\\',
    en: () => 'in double straight quotes a backslash is written twice: \\\\',
  },
  MULTIPLE_DOCS: {
    fr: () => 'une ligne « --- » coupe ce fichier en deux : enlevez-la',
    en: () => 'a line “---” cuts this file in two: remove it',
  },
  alias: { fr: () => 'les renvois YAML (*nom) ne sont pas admis : répétez la valeur', en: () => 'YAML aliases (*name) are not allowed: repeat the value' },
  anchor: { fr: () => 'les ancres YAML (&nom) ne sont pas admises', en: () => 'YAML anchors (&name) are not allowed' },
  tag: { fr: () => 'les étiquettes YAML (!nom) ne sont pas admises : mettez le texte entre guillemets', en: () => 'YAML tags (!name) are not allowed: put the text in quotes' },
  proto: { fr: () => 'cette clé n’est pas admise', en: () => 'this key is not allowed' },
  tooLong: { fr: () => 'ce fichier est trop long pour être lu', en: () => 'this file is too long to be read' },
  tooDeep: { fr: () => 'trop de niveaux imbriqués à partir d’ici', en: () => 'too many nested levels from here' },
  headUnclosed: {
    fr: () => 'l’en-tête n’est pas fermé : ajoutez une ligne « --- » avant le texte',
    en: () => 'the head is not closed: add a line “---” before the text',
  },
  headUnopened: {
    fr: () => 'le fichier doit commencer par une ligne « --- », puis l’en-tête, puis une autre ligne « --- »',
    en: () => 'the file must begin with a line “---”, then the head, then another line “---”',
  },
  json: { fr: ({ detail }) => `ce fichier JSON ne peut pas être lu : ${detail}`, en: ({ detail }) => `this JSON file cannot be read: ${detail}` },
  syntax: {
    fr: ({ detail }) => `l’en-tête ne peut pas être lu ici (détail en anglais : ${detail})`,
    en: ({ detail }) => `the head cannot be read here: ${detail}`,
  },
}
