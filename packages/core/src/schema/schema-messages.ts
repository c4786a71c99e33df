import type { Message, Messages, Values } from '../model/message.ts'

export const SCHEMA_RULE = 'structure/schema'

/** The messages on fields. `key` is the name of the field, its gloss what the field means. */
export const schemaMessages: Messages = {
  unknownKeyNear: {
    fr: ({ key, meant, glossFr }) =>
      `la clé « ${key} » n’existe pas : vouliez-vous écrire « ${meant} »${inWords(glossFr, meant)} ?`,
    en: ({ key, meant, glossEn }) =>
      `there is no key “${key}”: did you mean “${meant}”${inWords(glossEn, meant)}?`,
  },
  keyTwice: {
    fr: ({ key, meant }) =>
      `la clé « ${key} » n’existe pas, et « ${meant} » est déjà écrite : gardez « ${meant} » seule`,
    en: ({ key, meant }) =>
      `there is no key “${key}”, and “${meant}” is there already: keep “${meant}” alone`,
  },
  unknownForMissing: {
    fr: ({ key, meant, glossFr }) =>
      `la clé « ${key} » n’existe pas, et il manque « ${meant} »${inWords(glossFr, meant)} : est-ce elle que vous vouliez écrire ?`,
    en: ({ key, meant, glossEn }) =>
      `there is no key “${key}”, and “${meant}”${inWords(glossEn, meant)} is missing: is that what you meant?`,
  },
  unknownKey: {
    fr: ({ key, known }) =>
      `la clé « ${key} » n’existe pas ici ; les clés possibles sont : ${known}`,
    en: ({ key, known }) => `there is no key “${key}” here; possible keys are: ${known}`,
  },
  missing: {
    fr: (data) => `il manque ${inFrench(data)} : ajoutez une ligne « ${data.line} »`,
    en: (data) => `${inEnglish(data)} is missing: add a line “${data.line}”`,
  },
  notHere: {
    fr: ({ key }) => `« ${key} » n’a pas sa place ici : enlevez cette ligne`,
    en: ({ key }) => `“${key}” has no place here: remove this line`,
  },
  nothing: { fr: () => 'l’en-tête est vide ou manque', en: () => 'the head is empty or missing' },
  nothingInFile: { fr: () => 'ce fichier est vide', en: () => 'this file is empty' },
  empty: {
    fr: (data) => `${inFrench(data)} est vide : écrivez une valeur, ou enlevez la ligne`,
    en: (data) => `${inEnglish(data)} is empty: write a value, or remove the line`,
  },
  emptyEntry: {
    fr: () => 'cette entrée est vide : écrivez-la, ou enlevez son tiret',
    en: () => 'this entry is empty: write it, or remove its dash',
  },
  hashed: {
    fr: (data) =>
      `${inFrench(data)} est vide, car ce qui suit « # » n’est pas lu : écrivez une valeur, entre guillemets droits si elle contient « # »`,
    en: (data) =>
      `${inEnglish(data)} is empty, because what follows “#” is not read: write a value, between straight quotes if it holds “#”`,
  },
  tooLong: {
    fr: ({ key, limit }) => `« ${key} » dépasse ${limit} caractères`,
    en: ({ key, limit }) => `“${key}” is longer than ${limit} characters`,
  },
  tooMany: {
    fr: ({ key, limit }) => `« ${key} » a trop d’éléments : ${limit} au plus`,
    en: ({ key, limit }) => `“${key}” has too many items: ${limit} at most`,
  },
  minimum: {
    fr: ({ key, limit }) => `« ${key} » doit valoir au moins ${limit}`,
    en: ({ key, limit }) => `“${key}” must be at least ${limit}`,
  },
  maximum: {
    fr: ({ key, limit }) => `« ${key} » doit valoir au plus ${limit}`,
    en: ({ key, limit }) => `“${key}” must be at most ${limit}`,
  },
  twice: {
    fr: ({ value }) => `« ${value} » est écrit deux fois dans cette liste : gardez-en un`,
    en: ({ value }) => `“${value}” is in this list twice: keep one`,
  },
  wantsList: {
    fr: ({ key, line }) => `« ${key} » attend une liste. Écrivez : ${line}`,
    en: ({ key, line }) => `“${key}” must be a list. Write: ${line}`,
  },
  wantsEntries: {
    fr: ({ line }) => `ce fichier est une liste : chaque entrée commence par un tiret, « ${line} »`,
    en: ({ line }) => `this file is a list: each entry begins with a dash, “${line}”`,
  },
  wantsListOf: {
    fr: ({ key, lines }) =>
      `« ${key} » attend une liste : écrivez au-dessous, pour chaque élément, un tiret puis ${lines}`,
    en: ({ key, lines }) =>
      `“${key}” must be a list: write below, for each item, a dash then ${englishQuotes(lines)}`,
  },
  wantsText: {
    fr: ({ key, line }) =>
      `« ${key} » attend un texte, pas un nombre ni oui/non. Écrivez : ${line}`,
    en: ({ key, line }) => `“${key}” must be text, not a number or true/false. Write: ${line}`,
  },
  wantsOne: {
    fr: (data) => `${inFrench(data)} attend une seule valeur, un texte`,
    en: (data) => `${inEnglish(data)} must be a single value, in words`,
  },
  wantsBoolean: {
    fr: ({ key }) => `« ${key} » attend true (oui) ou false (non)`,
    en: ({ key }) => `“${key}” must be true or false`,
  },
  wantsNumber: wants('un nombre', 'a number'),
  wantsWhole: wants('un nombre entier', 'a whole number'),
  wantsMap: {
    fr: (data) =>
      `sous ${inFrench(data)}, écrivez une ligne par élément, sans tiret, avec deux espaces devant : « nom: valeur »`,
    en: (data) =>
      `under ${inEnglish(data)}, write one line for each item, without a dash, with two spaces before it: “name: value”`,
  },
  wantsMapOf: {
    fr: (data) =>
      `sous ${inFrench(data)}, écrivez une ligne par élément, avec deux espaces devant : ${data.lines}`,
    en: (data) =>
      `under ${inEnglish(data)}, write one line for each item, with two spaces before it: ${englishQuotes(data.lines)}`,
  },
  wantsPart: {
    fr: (data) => `dans ${inFrench(data)}, dites de quoi il s’agit. Écrivez : ${data.part}`,
    en: (data) => `in ${inEnglish(data)}, say what it is. Write: ${data.part}`,
  },
  wantsBelow: {
    fr: (data) =>
      `sous ${inFrench(data)}, à la ligne et avec deux espaces de plus, écrivez : ${data.line}`,
    en: (data) =>
      `under ${inEnglish(data)}, on the next line and with two more spaces, write: ${data.line}`,
  },
  wantsHead: {
    fr: () => 'ici, chaque ligne doit s’écrire « clé: valeur »',
    en: () => 'here each line must be written “key: value”',
  },
  unindented: {
    fr: ({ key, names }) => `mettez deux espaces devant ${names}, pour que ce soit sous « ${key} »`,
    en: ({ key, names }) =>
      `put two spaces before ${englishQuotes(names)}, so that it stands under “${key}”`,
  },
  notInListNear: {
    fr: ({ key, value, meant, allowed }) =>
      `« ${value} » n’est pas une valeur de « ${key} » : vouliez-vous écrire « ${meant} » ? (possibles : ${allowed})`,
    en: ({ key, value, meant, allowed }) =>
      `“${value}” is not a value of “${key}”: did you mean “${meant}”? (possible: ${allowed})`,
  },
  notInLongList: {
    fr: ({ key, value, meant }) =>
      `« ${value} » n’est pas une valeur de « ${key} » : vouliez-vous écrire « ${meant} » ?`,
    en: ({ key, value, meant }) =>
      `“${value}” is not a value of “${key}”: did you mean “${meant}”?`,
  },
  notInList: {
    fr: ({ key, value, allowed }) =>
      `« ${value} » n’est pas une valeur de « ${key} » ; possibles : ${allowed}`,
    en: ({ key, value, allowed }) => `“${value}” is not a value of “${key}”; possible: ${allowed}`,
  },
  numberQuoted: {
    fr: ({ meant }) => `un nombre s’écrit sans guillemets : écrivez ${meant}`,
    en: ({ meant }) => `a number is written without quotes: write ${meant}`,
  },
  numberNear: insteadOf(
    'un nombre s’écrit ici d’un seul tenant, avec un point avant les décimales',
    'a number is written here in one piece, with a point before its decimals',
  ),
  wantsThis: {
    fr: ({ key, value, meant }) => `« ${key} » doit être « ${meant} », pas « ${value} »`,
    en: ({ key, value, meant }) => `“${key}” must be “${meant}”, not “${value}”`,
  },
  dayNear: insteadOf('un jour s’écrit année-mois-jour', 'a day is written year-month-day'),
  dayEither: {
    fr: ({ value, meant, other }) =>
      `un jour s’écrit année-mois-jour : « ${value} » est-il ${meant} ou ${other} ?`,
    en: ({ value, meant, other }) =>
      `a day is written year-month-day: is “${value}” ${meant} or ${other}?`,
  },
  day: {
    fr: ({ key, value }) =>
      `« ${key} » : « ${value} » n’est pas un jour du calendrier ; un jour s’écrit année-mois-jour, par exemple 2025-03-12`,
    en: ({ key, value }) =>
      `“${key}”: “${value}” is not a day of the calendar; a day is written year-month-day, for instance 2025-03-12`,
  },
  whenNear: insteadOf(
    'une date s’écrit année-mois-jour, année-mois ou année',
    'a date is written year-month-day, year-month or year',
  ),
  when: wants(
    'une date, par exemple 2025-03-12, 2025-03 ou 2025',
    'a date, for instance 2025-03-12, 2025-03 or 2025',
  ),
  digest: {
    fr: ({ key }) =>
      `« ${key} » attend une empreinte : « v1- » puis 64 chiffres et lettres de a à f (la commande « cahier digest » la donne)`,
    en: ({ key }) =>
      `“${key}” must be a digest: “v1-” and 64 digits and letters from a to f (“cahier digest” gives it)`,
  },
  ratioNear: insteadOf('une part s’écrit comme une fraction', 'a share is written as a fraction'),
  ratio: wants('une fraction comme 2/3', 'a fraction such as 2/3'),
  slug: {
    fr: ({ value }) =>
      `un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union : « ${value} » n’en a aucun`,
    en: ({ value }) =>
      `an id has only lower-case letters without accents, digits and hyphens: “${value}” has none`,
  },
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
  edition: {
    fr: ({ key, value }) =>
      `« ${key} » n’a que des lettres sans accent, des chiffres, des points et des traits d’union, par exemple 2 ou 2026-1, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” has only letters without accents, digits, dots and hyphens, for instance 2 or 2026-1, not “${value}”`,
  },
  timeZone: wants(
    'le nom d’un fuseau horaire, par exemple Europe/Paris',
    'the name of a time zone, for instance Europe/Paris',
  ),
  path: {
    fr: ({ value }) =>
      `« ${value} » n’est pas un chemin depuis le dossier du programme : écrivez-le sans « / » au début, sans « .. » et sans « \\ », par exemple assets/carte.png`,
    en: ({ value }) =>
      `“${value}” is not a path from the folder of the programme: write it without a “/” at the beginning, without “..” and without “\\”, for instance assets/map.png`,
  },
  ruleNear: insteadOf(
    'un nom de règle n’a que des minuscules sans accent',
    'the name of a rule has only lower-case letters without accents',
  ),
  ruleName: {
    fr: ({ value }) =>
      `« ${value} » n’est pas le nom d’une règle, qui s’écrit comme structure/schema : « cahier rules » les donne tous`,
    en: ({ value }) =>
      `“${value}” is not the name of a rule, which is written like structure/schema: “cahier rules” gives them all`,
  },
  recordPath: wants('le chemin d’un fichier de « record/ »', 'the path of a file in “record/”'),
  publicKey: {
    fr: ({ key }) =>
      `« ${key} » attend une clé publique de ssh, la ligne entière d’un fichier .pub : par exemple « ssh-ed25519 AAAA… »`,
    en: ({ key }) =>
      `“${key}” must be a public key of ssh, the whole line of a .pub file: for instance “ssh-ed25519 AAAA…”`,
  },
  sum: wants(
    'une somme SHA-256, 64 chiffres et lettres de a à f',
    'a SHA-256 sum, 64 digits and letters from a to f',
  ),
  form: {
    fr: ({ key, value }) => `« ${value} » n’a pas la forme attendue pour « ${key} »`,
    en: ({ key, value }) => `“${value}” is not in the form expected for “${key}”`,
  },
  other: {
    fr: ({ key, keyword }) => `« ${key} » ne convient pas (règle « ${keyword} » du schéma)`,
    en: ({ key, keyword }) => `“${key}” does not fit (rule “${keyword}” of the schema)`,
  },
}

function wants(french: string, english: string): Message {
  return {
    fr: ({ key, value }) => `« ${key} » attend ${french}, pas « ${value} »`,
    en: ({ key, value }) => `“${key}” must be ${english}, not “${value}”`,
  }
}

function insteadOf(french: string, english: string): Message {
  return {
    fr: ({ value, meant }) => `${french} : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) => `${english}: write ${meant} instead of “${value}”`,
  }
}

function inFrench({ key, glossFr }: Values): string {
  return `« ${key} »${inWords(glossFr, key)}`
}

function inEnglish({ key, glossEn }: Values): string {
  return `“${key}”${inWords(glossEn, key)}`
}

// The meaning of a key, in brackets; empty when it only repeats the key.
function inWords(gloss: string | undefined, key: string | undefined): string {
  return gloss && lower(gloss) !== key ? ` (${lower(gloss)})` : ''
}

function lower(gloss: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(gloss) ? gloss[0]?.toLowerCase() + gloss.slice(1) : gloss
}

function englishQuotes(lines = ''): string {
  return lines.replaceAll('« ', '“').replaceAll(' »', '”')
}
