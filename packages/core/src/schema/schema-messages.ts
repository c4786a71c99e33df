import type { Messages } from '../model/message.ts'
import { COLON } from '../yaml/yaml-messages.ts'

// The meaning of a key, in brackets; empty when it only repeats the key.
const inWords = (gloss: string | undefined, key: string | undefined) =>
  gloss && lower(gloss) !== key ? ` (${lower(gloss)})` : ''

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
  amendmentHere: {
    fr: ({ folder }) =>
      `ce texte est un amendement, rangé parmi les propositions : déplacez-le dans ${folder}`,
    en: ({ folder }) => `this text is an amendment, put among the proposals: move it to ${folder}`,
  },
  oneItem: {
    fr: ({ key }) =>
      `ces lignes et celles du dessus semblent n’être qu’un élément : mettez deux espaces au lieu du tiret devant « ${key} »`,
    en: ({ key }) =>
      `these lines and those above seem to be one item: put two spaces instead of the dash before “${key}”`,
  },
  unknownForMissing: {
    fr: ({ key, meant, glossFr }) =>
      `la clé « ${key} » n’existe pas, et il manque « ${meant} »${inWords(glossFr, meant)} : est-ce elle que vous vouliez écrire ?`,
    en: ({ key, meant, glossEn }) =>
      `there is no key “${key}”, and “${meant}”${inWords(glossEn, meant)} is missing: is that what you meant?`,
  },
  gluedColon: COLON.glued,
  lostColon: COLON.none,
  unknownKey: {
    fr: ({ key, known }) =>
      `la clé « ${key} » n’existe pas ici ; les clés possibles sont : ${known}`,
    en: ({ key, known }) => `there is no key “${key}” here; possible keys are: ${known}`,
  },
  missing: {
    fr: ({ key, line, glossFr }) =>
      `il manque « ${key} »${inWords(glossFr, key)} : ajoutez une ligne « ${line} »`,
    en: ({ key, line, glossEn }) =>
      `“${key}”${inWords(glossEn, key)} is missing: add a line “${line}”`,
  },
  notHere: {
    fr: ({ key }) => `« ${key} » n’a pas sa place ici : enlevez cette ligne`,
    en: ({ key }) => `“${key}” has no place here: remove this line`,
  },
  nothing: { fr: () => 'l’en-tête est vide ou manque', en: () => 'the head is empty or missing' },
  nothingInFile: { fr: () => 'ce fichier est vide', en: () => 'this file is empty' },
  empty: {
    fr: ({ key, glossFr }) =>
      `« ${key} »${inWords(glossFr, key)} est vide : écrivez une valeur, ou enlevez la ligne`,
    en: ({ key, glossEn }) =>
      `“${key}”${inWords(glossEn, key)} is empty: write a value, or remove the line`,
  },
  emptyEntry: {
    fr: () => 'cette entrée est vide : écrivez-la, ou enlevez son tiret',
    en: () => 'this entry is empty: write it, or remove its dash',
  },
  hashed: {
    fr: ({ key, glossFr }) =>
      `« ${key} »${inWords(glossFr, key)} est vide, car ce qui suit « # » n’est pas lu : écrivez une valeur, entre guillemets droits si elle contient « # »`,
    en: ({ key, glossEn }) =>
      `“${key}”${inWords(glossEn, key)} is empty, because what follows “#” is not read: write a value, between straight quotes if it holds “#”`,
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
    en: ({ key, lines = '' }) =>
      `“${key}” must be a list: write below, for each item, a dash then ${lines.replaceAll('« ', '“').replaceAll(' »', '”')}`,
  },
  wantsText: {
    fr: ({ key, line }) =>
      `« ${key} » attend un texte, pas un nombre ni oui/non. Écrivez : ${line}`,
    en: ({ key, line }) => `“${key}” must be text, not a number or true/false. Write: ${line}`,
  },
  wantsOne: {
    fr: ({ key, glossFr }) =>
      `« ${key} »${inWords(glossFr, key)} attend une seule valeur, un texte`,
    en: ({ key, glossEn }) => `“${key}”${inWords(glossEn, key)} must be a single value, in words`,
  },
  wantsItsItem: {
    fr: ({ key, glossFr, line }) =>
      `« ${key} »${inWords(glossFr, key)} attend une seule valeur, sans crochets ni tiret. Écrivez : ${line}`,
    en: ({ key, glossEn, line }) =>
      `“${key}”${inWords(glossEn, key)} must be a single value, without brackets or a dash. Write: ${line}`,
  },
  curlyQuotes: {
    fr: ({ meant }) => `pas de guillemets ici : écrivez ${meant}`,
    en: ({ meant }) => `no quotation marks here: write ${meant}`,
  },
  wantsBoolean: {
    fr: ({ key }) => `« ${key} » attend true (oui) ou false (non)`,
    en: ({ key }) => `“${key}” must be true or false`,
  },
  wantsNumber: {
    fr: ({ key, value }) => `« ${key} » attend un nombre, pas « ${value} »`,
    en: ({ key, value }) => `“${key}” must be a number, not “${value}”`,
  },
  wantsWhole: {
    fr: ({ key, value }) => `« ${key} » attend un nombre entier, pas « ${value} »`,
    en: ({ key, value }) => `“${key}” must be a whole number, not “${value}”`,
  },
  wantsMap: {
    fr: ({ key, glossFr }) =>
      `sous « ${key} »${inWords(glossFr, key)}, écrivez une ligne par élément, sans tiret, avec deux espaces devant : « nom: valeur »`,
    en: ({ key, glossEn }) =>
      `under “${key}”${inWords(glossEn, key)}, write one line for each item, without a dash, with two spaces before it: “name: value”`,
  },
  wantsMapOf: {
    fr: ({ key, glossFr, lines }) =>
      `sous « ${key} »${inWords(glossFr, key)}, écrivez une ligne par élément, avec deux espaces devant : ${lines}`,
    en: ({ key, glossEn, lines = '' }) =>
      `under “${key}”${inWords(glossEn, key)}, write one line for each item, with two spaces before it: ${lines.replaceAll('« ', '“').replaceAll(' »', '”')}`,
  },
  wantsPart: {
    fr: ({ key, glossFr, part }) =>
      `dans « ${key} »${inWords(glossFr, key)}, dites de quoi il s’agit. Écrivez : ${part}`,
    en: ({ key, glossEn, part }) =>
      `in “${key}”${inWords(glossEn, key)}, say what it is. Write: ${part}`,
  },
  wantsBelow: {
    fr: ({ key, glossFr, line }) =>
      `sous « ${key} »${inWords(glossFr, key)}, à la ligne et avec deux espaces de plus, écrivez : ${line}`,
    en: ({ key, glossEn, line }) =>
      `under “${key}”${inWords(glossEn, key)}, on the next line and with two more spaces, write: ${line}`,
  },
  wantsHead: {
    fr: () => 'ici, chaque ligne doit s’écrire « clé: valeur »',
    en: () => 'here each line must be written “key: value”',
  },
  unindented: {
    fr: ({ key, names }) => `mettez deux espaces devant ${names}, pour que ce soit sous « ${key} »`,
    en: ({ key, names = '' }) =>
      `put two spaces before ${names.replaceAll('« ', '“').replaceAll(' »', '”')}, so that it stands under “${key}”`,
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
  numberNear: {
    fr: ({ value, meant }) =>
      `un nombre s’écrit ici d’un seul tenant, avec un point avant les décimales : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) =>
      `a number is written here in one piece, with a point before its decimals: write ${meant} instead of “${value}”`,
  },
  wantsThis: {
    fr: ({ key, value, meant }) => `« ${key} » doit être « ${meant} », pas « ${value} »`,
    en: ({ key, value, meant }) => `“${key}” must be “${meant}”, not “${value}”`,
  },
  dayNear: {
    fr: ({ value, meant }) =>
      `un jour s’écrit année-mois-jour : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) =>
      `a day is written year-month-day: write ${meant} instead of “${value}”`,
  },
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
  whenNear: {
    fr: ({ value, meant }) =>
      `une date s’écrit année-mois-jour, année-mois ou année : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) =>
      `a date is written year-month-day, year-month or year: write ${meant} instead of “${value}”`,
  },
  when: {
    fr: ({ key, value }) =>
      `« ${key} » attend une date, par exemple 2025-03-12, 2025-03 ou 2025, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” must be a date, for instance 2025-03-12, 2025-03 or 2025, not “${value}”`,
  },
  digest: {
    fr: ({ key }) =>
      `« ${key} » attend une empreinte : « v1- » puis 64 chiffres et lettres de a à f (la commande « cahier digest » la donne)`,
    en: ({ key }) =>
      `“${key}” must be a digest: “v1-” and 64 digits and letters from a to f (“cahier digest” gives it)`,
  },
  ratioNear: {
    fr: ({ value, meant }) =>
      `une part s’écrit comme une fraction : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) =>
      `a share is written as a fraction: write ${meant} instead of “${value}”`,
  },
  ratio: {
    fr: ({ key, value }) => `« ${key} » attend une fraction comme 2/3, pas « ${value} »`,
    en: ({ key, value }) => `“${key}” must be a fraction such as 2/3, not “${value}”`,
  },
  slug: {
    fr: ({ value }) =>
      `un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union : « ${value} » n’en a aucun`,
    en: ({ value }) =>
      `an id has only lower-case letters without accents, digits and hyphens: “${value}” has none`,
  },
  slugNear: {
    fr: ({ value, meant }) =>
      `un identifiant n’a que des minuscules sans accent, des chiffres et des traits d’union : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) =>
      `an id has only lower-case letters without accents, digits and hyphens: write ${meant} instead of “${value}”`,
  },
  link: {
    fr: ({ key, value }) =>
      `« ${key} » attend une adresse web, qui commence par https:// ou http:// et n’a pas d’espace, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” must be a web address, which begins with https:// or http:// and has no space, not “${value}”`,
  },
  language: {
    fr: ({ key, value }) =>
      `« ${key} » attend le code d’une langue, par exemple fr ou fr-BE, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” must be the code of a language, for instance en or fr-BE, not “${value}”`,
  },
  edition: {
    fr: ({ key, value }) =>
      `« ${key} » n’a que des lettres sans accent, des chiffres, des points et des traits d’union, par exemple 2 ou 2026-1, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” has only letters without accents, digits, dots and hyphens, for instance 2 or 2026-1, not “${value}”`,
  },
  timeZone: {
    fr: ({ key, value }) =>
      `« ${key} » attend le nom d’un fuseau horaire, par exemple Europe/Paris, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” must be the name of a time zone, for instance Europe/Paris, not “${value}”`,
  },
  path: {
    fr: ({ value }) =>
      `« ${value} » n’est pas un chemin depuis le dossier du programme : écrivez-le sans « / » au début, sans « .. » et sans « \\ », par exemple assets/carte.png`,
    en: ({ value }) =>
      `“${value}” is not a path from the folder of the programme: write it without a “/” at the beginning, without “..” and without “\\”, for instance assets/map.png`,
  },
  ruleNear: {
    fr: ({ value, meant }) =>
      `un nom de règle n’a que des minuscules sans accent : écrivez ${meant} au lieu de « ${value} »`,
    en: ({ value, meant }) =>
      `the name of a rule has only lower-case letters without accents: write ${meant} instead of “${value}”`,
  },
  ruleName: {
    fr: ({ value }) =>
      `« ${value} » n’est pas le nom d’une règle, qui s’écrit comme structure/schema : « cahier rules » les donne tous`,
    en: ({ value }) =>
      `“${value}” is not the name of a rule, which is written like structure/schema: “cahier rules” gives them all`,
  },
  recordPath: {
    fr: ({ key, value }) =>
      `« ${key} » attend le chemin d’un fichier de « record/ », pas « ${value} »`,
    en: ({ key, value }) => `“${key}” must be the path of a file in “record/”, not “${value}”`,
  },
  publicKey: {
    fr: ({ key }) =>
      `« ${key} » attend une clé publique de ssh, la ligne entière d’un fichier .pub : par exemple « ssh-ed25519 AAAA… »`,
    en: ({ key }) =>
      `“${key}” must be a public key of ssh, the whole line of a .pub file: for instance “ssh-ed25519 AAAA…”`,
  },
  sum: {
    fr: ({ key, value }) =>
      `« ${key} » attend une somme SHA-256, 64 chiffres et lettres de a à f, pas « ${value} »`,
    en: ({ key, value }) =>
      `“${key}” must be a SHA-256 sum, 64 digits and letters from a to f, not “${value}”`,
  },
  form: {
    fr: ({ key, value }) => `« ${value} » n’a pas la forme attendue pour « ${key} »`,
    en: ({ key, value }) => `“${value}” is not in the form expected for “${key}”`,
  },
  other: {
    fr: ({ key, keyword }) => `« ${key} » ne convient pas (règle « ${keyword} » du schéma)`,
    en: ({ key, keyword }) => `“${key}” does not fit (rule “${keyword}” of the schema)`,
  },
}

function lower(gloss: string): string {
  return /^\p{Lu}(?:\p{Ll}|\s)/u.test(gloss) ? gloss[0]?.toLowerCase() + gloss.slice(1) : gloss
}

export const SCHEMA_RULE = 'structure/schema'
