import type { Catalogue, Finding, Language, MessageData, RuleMessages } from '@cahier/core'
import { byLanguage } from '../edition/labels.ts'

/** The messages of the verification of a bundle (a published edition). */
export const bundleMessages = {
  'bundle/file': {
    link: {
      fr: 'ceci est un lien vers un autre fichier : il n’est pas suivi, et une édition n’en contient pas',
      en: 'this is a link to another file: it is not followed, and an edition has none',
    },
    special: {
      fr: 'ceci n’est pas un fichier ordinaire : une édition n’en contient pas',
      en: 'this is not an ordinary file: an edition has none',
    },
    unreadable: {
      fr: 'ce fichier ne peut pas être lu ({code}), et donc pas vérifié',
      en: 'this file cannot be read ({code}), and so not verified',
    },
    tooBig: {
      fr: 'ce fichier dépasse 10 Mo : il est trop gros pour être relu, et aucune édition n’en contient de tel',
      en: 'this file is larger than 10 MB: too large to be read again, and no edition has one like it',
    },
    name: {
      fr: 'ce nom mènerait hors de l’édition : le fichier n’est pas lu',
      en: 'this name would lead outside the bundle: the file is not read',
    },
    twice: {
      fr: 'il y a deux fichiers de ce nom dans l’archive : on ne sait pas lequel serait lu',
      en: 'the archive has two files of this name: there is no telling which one would be read',
    },
  },
  'bundle/sums': {
    noSums: {
      fr: 'il manque le fichier SHA256SUMS : sans lui, rien ne dit quels étaient les fichiers',
      en: 'the file SHA256SUMS is missing: without it, nothing says what the files were',
    },
    line: {
      fr: 'la ligne {line} n’a pas la forme attendue : une somme de 64 signes, deux espaces, un nom de fichier',
      en: 'line {line} does not have the expected form: a checksum of 64 characters, two spaces, a file name',
    },
    outside: {
      fr: 'la ligne {line} nomme un fichier hors de l’édition, « {name} » : il n’est pas lu',
      en: 'line {line} names a file outside the bundle, “{name}”: it is not read',
    },
    twice: {
      fr: 'la ligne {line} nomme « {name} » une seconde fois',
      en: 'line {line} names “{name}” a second time',
    },
    missing: {
      fr: 'ce fichier manque : il était dans l’édition publiée',
      en: 'this file is missing: it was in the edition as published',
    },
    altered: {
      fr: 'ce fichier a été modifié depuis la publication : sa somme n’est plus celle de SHA256SUMS',
      en: 'this file was changed since it was published: its checksum is no longer the one in SHA256SUMS',
    },
    extra: {
      fr: 'ce fichier n’était pas dans l’édition publiée : SHA256SUMS ne le nomme pas',
      en: 'this file was not in the edition as published: SHA256SUMS does not name it',
    },
    rewritten: {
      fr: 'les sommes sont justes, mais ce fichier n’est plus tel qu’il a été écrit : reprenez celui de l’édition publiée',
      en: 'the checksums are right, but this file is no longer as it was written: take the one of the edition as published',
    },
  },
  'bundle/manifest': {
    noManifest: {
      fr: 'il manque manifest.json : rien ne dit ce que cette édition contient ni comment cela a été décidé',
      en: 'manifest.json is missing: nothing says what this edition contains nor how it was decided',
    },
    unreadable: {
      fr: 'ce fichier n’est pas du JSON que l’on puisse lire',
      en: 'this file is not JSON that can be read',
    },
    form: {
      fr: 'ce fichier n’a pas la forme d’un manifeste d’édition : voyez « {key} »',
      en: 'this file does not have the form of the manifest of an edition: see “{key}”',
    },
    unlisted: {
      fr: 'ce fichier n’est pas dans la liste de manifest.json',
      en: 'this file is not in the list of manifest.json',
    },
    fileDiffers: {
      fr: 'ce fichier n’est pas celui que nomme manifest.json',
      en: 'this file is not the one that manifest.json names',
    },
    headDiffers: {
      fr: '« {key} » y vaut « {written} », mais « {computed} » dans record/programme.yaml',
      en: '“{key}” is “{written}” there, but “{computed}” in record/programme.yaml',
    },
    measureTwice: {
      fr: 'la mesure « {id} » y est deux fois',
      en: 'the measure “{id}” is listed twice',
    },
    measureUnknown: {
      fr: 'la mesure « {id} » n’est pas dans record/, ou n’avait pas à être imprimée',
      en: 'the measure “{id}” is not in record/, or was not to be printed',
    },
    measureDiffers: {
      fr: ({ id, fields = '' }) =>
        `ce qui est dit de « ${id} » n’est pas ce que donne record/, recompté : ${fieldsInWords(fields, 'fr')}`,
      en: ({ id, fields = '' }) =>
        `the entry of “${id}” differs from a recount of record/: ${fieldsInWords(fields, 'en')}`,
    },
  },
  'bundle/signature': {
    unreadable: {
      fr: 'ce fichier n’est pas une signature OpenSSH, ou n’est plus tel qu’OpenSSH l’a écrit',
      en: 'this file is not an OpenSSH signature, or is no longer as OpenSSH wrote it',
    },
    refused: {
      fr: 'cette signature est d’une sorte qui n’est pas acceptée : un certificat, ou un algorithme trop ancien',
      en: 'this signature is of a kind that is not accepted: a certificate, or too old an algorithm',
    },
    namespace: {
      fr: 'cette signature a été faite pour autre chose qu’une édition (« {expected} »)',
      en: 'this signature was made for something other than an edition (“{expected}”)',
    },
    mismatch: {
      fr: 'ce n’est pas ce fichier SHA256SUMS qui a été signé par la clé {fingerprint}, ou la signature est fausse',
      en: 'it is not this file SHA256SUMS that was signed by the key {fingerprint}, or the signature is false',
    },
    stranger: {
      fr: 'la clé qui a signé, {fingerprint}, n’est pas parmi celles que vous acceptez, ou ne l’est plus',
      en: 'the key that signed, {fingerprint}, is not among those you accept, or no longer is',
    },
    absent: {
      fr: 'vous dites quelles clés vous acceptez, mais cette édition n’est pas signée',
      en: 'you say which keys you accept, but this edition is not signed',
    },
  },
} satisfies Catalogue & Record<string, RuleMessages>

function fieldsInWords(fields: string, language: Language) {
  const words: Readonly<Record<string, string>> = FIELDS[language]
  return fields
    .split(', ')
    .map((field) => words[field] ?? field)
    .join(', ')
}

const FIELDS = byLanguage({
  number: ['le numéro', 'the number'],
  axis: ['l’axe', 'the axis'],
  title: ['le titre', 'the title'],
  status: ['l’état', 'the status'],
  digest: ['l’empreinte du texte', 'the digest of the text'],
  text: ['le chemin du texte', 'the path of the text'],
  decision: ['le procès-verbal', 'the decision record'],
  round: ['le dernier tour', 'the last round'],
  stances: ['les positions', 'the stances'],
})

type Rules = typeof bundleMessages

export function bundleFinding<Rule extends keyof Rules>(
  rule: Rule,
  message: keyof Rules[Rule] & string,
  path: string,
  data: MessageData = {},
  line = 1,
): Finding {
  const start = { line, column: 1, offset: 0 }
  const place = { start, end: start }
  return { rule, severity: 'error', message, data, path: shownName(path), place }
}

/** A file name safe to display: control and direction characters are replaced. */
export function shownName(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD')
}
