import type { Message, RuleMessages } from '../model/finding.ts'
import { wording } from '../model/wording.ts'

export const SCHEMA_RULE = 'structure/schema'

/** The messages on fields. `glossFr` and `glossEn` are the meaning of a field, in brackets. */
export const schemaMessages: RuleMessages = {
  unknownKeyNear: wording(
    'la clé « {key} » n’existe pas : vouliez-vous écrire « {meant} »{glossFr} ?',
    'there is no key “{key}”: did you mean “{meant}”{glossEn}?',
  ),
  keyTwice: wording(
    'la clé « {key} » n’existe pas, et « {meant} » est déjà écrite : gardez « {meant} » seule',
    'there is no key “{key}”, and “{meant}” is there already: keep “{meant}” alone',
  ),
  amendmentHere: wording(
    'ce texte est un amendement, rangé parmi les propositions : déplacez-le dans {folder}',
    'this text is an amendment among the proposals: move it to {folder}',
  ),
  unknownForMissing: wording(
    'la clé « {key} » n’existe pas, et il manque « {meant} »{glossFr} : est-ce elle que vous vouliez écrire ?',
    'there is no key “{key}”, and “{meant}”{glossEn} is missing: is that what you meant?',
  ),
  unknownKey: wording(
    'la clé « {key} » n’existe pas ici ; les clés possibles sont : {known}',
    'there is no key “{key}” here; possible keys are: {known}',
  ),
  missing: wording(
    'il manque « {key} »{glossFr} : ajoutez une ligne « {line} »',
    '“{key}”{glossEn} is missing: add a line “{line}”',
  ),
  notHere: wording(
    '« {key} » n’a pas sa place ici : enlevez cette ligne',
    '“{key}” has no place here: remove this line',
  ),
  nothing: wording('l’en-tête est vide ou manque', 'the head is empty or missing'),
  nothingInFile: wording('ce fichier est vide', 'this file is empty'),
  empty: wording(
    '« {key} »{glossFr} est vide : écrivez une valeur, ou enlevez la ligne',
    '“{key}”{glossEn} is empty: write a value, or remove the line',
  ),
  emptyEntry: wording(
    'cette entrée est vide : écrivez-la, ou enlevez son tiret',
    'this entry is empty: write it, or remove its dash',
  ),
  hashed: wording(
    '« {key} »{glossFr} est vide, car ce qui suit « # » n’est pas lu : écrivez une valeur, entre guillemets droits si elle contient « # »',
    '“{key}”{glossEn} is empty, because what follows “#” is not read: write a value, between straight quotes if it holds “#”',
  ),
  tooLong: wording(
    '« {key} » dépasse {limit} caractères',
    '“{key}” is longer than {limit} characters',
  ),
  tooMany: wording(
    '« {key} » a trop d’éléments : {limit} au plus',
    '“{key}” has too many items: {limit} at most',
  ),
  minimum: wording('« {key} » doit valoir au moins {limit}', '“{key}” must be at least {limit}'),
  maximum: wording('« {key} » doit valoir au plus {limit}', '“{key}” must be at most {limit}'),
  twice: wording(
    '« {value} » est écrit deux fois dans cette liste : gardez-en un',
    '“{value}” is in this list twice: keep one',
  ),
  wantsList: wording(
    '« {key} » attend une liste. Écrivez : {line}',
    '“{key}” must be a list. Write: {line}',
  ),
  wantsEntries: wording(
    'ce fichier est une liste : chaque entrée commence par un tiret, « {line} »',
    'this file is a list: each entry begins with a dash, “{line}”',
  ),
  wantsListOf: wording(
    '« {key} » attend une liste : écrivez au-dessous, pour chaque élément, un tiret puis {namesFr}',
    '“{key}” must be a list: write below, for each item, a dash then {namesEn}',
  ),
  wantsText: wording(
    '« {key} » attend un texte, pas un nombre ni oui/non. Écrivez : {line}',
    '“{key}” must be text, not a number or true/false. Write: {line}',
  ),
  wantsOne: wording(
    '« {key} »{glossFr} attend une seule valeur, un texte',
    '“{key}”{glossEn} must be a single value, in words',
  ),
  wantsBoolean: wording(
    '« {key} » attend true (oui) ou false (non)',
    '“{key}” must be true or false',
  ),
  wantsNumber: wants('un nombre', 'a number'),
  wantsWhole: wants('un nombre entier', 'a whole number'),
  wantsMap: wording(
    'sous « {key} »{glossFr}, écrivez une ligne par élément, sans tiret, avec deux espaces devant : « nom: valeur »',
    'under “{key}”{glossEn}, write one line for each item, without a dash, with two spaces before it: “name: value”',
  ),
  wantsMapOf: wording(
    'sous « {key} »{glossFr}, écrivez une ligne par élément, avec deux espaces devant : {namesFr}',
    'under “{key}”{glossEn}, write one line for each item, with two spaces before it: {namesEn}',
  ),
  wantsPart: wording(
    'dans « {key} »{glossFr}, dites de quoi il s’agit. Écrivez : {part}',
    'in “{key}”{glossEn}, say what it is. Write: {part}',
  ),
  wantsBelow: wording(
    'sous « {key} »{glossFr}, à la ligne et avec deux espaces de plus, écrivez : {line}',
    'under “{key}”{glossEn}, on the next line and with two more spaces, write: {line}',
  ),
  wantsHead: wording(
    'ici, chaque ligne doit s’écrire « clé: valeur »',
    'here each line must be written “key: value”',
  ),
  unindented: wording(
    'mettez deux espaces devant {namesFr}, pour que ce soit sous « {key} »',
    'put two spaces before {namesEn}, so that it stands under “{key}”',
  ),
  notInListNear: wording(
    '« {value} » n’est pas une valeur de « {key} »{meant|meant} (possibles : {allowed})',
    '“{value}” is not a value of “{key}”{meant|meant} (possible: {allowed})',
  ),
  notInList: wording(
    '« {value} » n’est pas une valeur de « {key} »{meant|meant| ; possibles : {allowed}}',
    '“{value}” is not a value of “{key}”{meant|meant|; possible: {allowed}}',
  ),
  numberQuoted: wording(
    'un nombre s’écrit sans guillemets : écrivez {meant}',
    'a number is written without quotes: write {meant}',
  ),
  numberNear: insteadOf(
    'un nombre s’écrit ici d’un seul tenant, avec un point avant les décimales',
    'a number is written here in one piece, with a point before its decimals',
  ),
  wantsThis: wording(
    '« {key} » doit être « {meant} », pas « {value} »',
    '“{key}” must be “{meant}”, not “{value}”',
  ),
  dayNear: insteadOf('un jour s’écrit année-mois-jour', 'a day is written year-month-day'),
  dayEither: wording(
    'un jour s’écrit année-mois-jour : « {value} » est-il {meant} ou {other} ?',
    'a day is written year-month-day: is “{value}” {meant} or {other}?',
  ),
  day: wording(
    '« {key} » : « {value} » n’est pas un jour du calendrier ; un jour s’écrit année-mois-jour, par exemple 2025-03-12',
    '“{key}”: “{value}” is not a day of the calendar; a day is written year-month-day, for instance 2025-03-12',
  ),
  whenNear: insteadOf(
    'une date s’écrit année-mois-jour, année-mois ou année',
    'a date is written year-month-day, year-month or year',
  ),
  when: wants(
    'une date, par exemple 2025-03-12, 2025-03 ou 2025',
    'a date, for instance 2025-03-12, 2025-03 or 2025',
  ),
  digest: wording(
    '« {key} » attend une empreinte : « v1- » puis 64 chiffres et lettres de a à f (la commande « cahier digest » la donne)',
    '“{key}” must be a digest: “v1-” and 64 digits and letters from a to f (“cahier digest” gives it)',
  ),
  ratioNear: insteadOf('une part s’écrit comme une fraction', 'a share is written as a fraction'),
  ratio: wants('une fraction comme 2/3', 'a fraction such as 2/3'),
  slug: wording(
    'un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union : « {value} » n’en a aucun',
    'an id has only lower-case letters without accents, digits and hyphens: “{value}” has none',
  ),
  slugNear: insteadOf(
    'un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union',
    'an id has only lower-case letters without accents, digits and hyphens',
  ),
  link: wants(
    'une adresse web, qui commence par https:// ou http:// et n’a pas d’espace',
    'a web address, which begins with https:// or http:// and has no space',
  ),
  language: wants(
    'le code d’une langue, par exemple fr ou fr-BE',
    'the code of a language, for instance en or fr-BE',
  ),
  edition: wording(
    '« {key} » n’a que des lettres sans accent, des chiffres, des points et des traits d’union, par exemple 2 ou 2026-1, pas « {value} »',
    '“{key}” has only letters without accents, digits, dots and hyphens, for instance 2 or 2026-1, not “{value}”',
  ),
  timeZone: wants(
    'le nom d’un fuseau horaire, par exemple Europe/Paris',
    'the name of a time zone, for instance Europe/Paris',
  ),
  path: wording(
    '« {value} » n’est pas un chemin depuis le dossier du programme : écrivez-le sans « / » au début, sans « .. » et sans « \\ », par exemple assets/carte.png',
    '“{value}” is not a path from the folder of the programme: write it without a “/” at the beginning, without “..” and without “\\”, for instance assets/map.png',
  ),
  ruleNear: insteadOf(
    'un nom de règle n’a que des minuscules sans accent',
    'the name of a rule has only lower-case letters without accents',
  ),
  ruleName: wording(
    '« {value} » n’est pas le nom d’une règle, qui s’écrit comme structure/schema : « cahier rules » les donne tous',
    '“{value}” is not the name of a rule, which is written like structure/schema: “cahier rules” gives them all',
  ),
  recordPath: wants('le chemin d’un fichier de « record/ »', 'the path of a file in “record/”'),
  publicKey: wording(
    '« {key} » attend une clé publique de ssh, la ligne entière d’un fichier .pub : par exemple « ssh-ed25519 AAAA… »',
    '“{key}” must be a public key of ssh, the whole line of a .pub file: for instance “ssh-ed25519 AAAA…”',
  ),
  sum: wants(
    'une somme SHA-256, 64 chiffres et lettres de a à f',
    'a SHA-256 sum, 64 digits and letters from a to f',
  ),
  form: wording(
    '« {value} » n’a pas la forme attendue pour « {key} »',
    '“{value}” is not in the form expected for “{key}”',
  ),
  other: wording(
    '« {key} » ne convient pas (règle « {keyword} » du schéma)',
    '“{key}” does not fit (rule “{keyword}” of the schema)',
  ),
}

function wants(fr: string, en: string): Message {
  return wording(`« {key} » attend ${fr}, pas « {value} »`, `“{key}” must be ${en}, not “{value}”`)
}

function insteadOf(fr: string, en: string): Message {
  return wording(
    `${fr} : écrivez {meant} au lieu de « {value} »`,
    `${en}: write {meant} instead of “{value}”`,
  )
}
