import type { Finding, MessageData, Severity } from './finding.ts'
import type { Messages } from './message.ts'
import { FILE_START } from './place.ts'

export const FOLDER_RULE = 'structure/folder'

/** A finding on a file as a whole. */
export function folderFinding(message: string, path: string, data: MessageData = {}, severity: Severity = 'error'): Finding {
  return { rule: FOLDER_RULE, severity, message, data, path, place: FILE_START }
}

export const folderMessages: Messages = {
  unknown: {
    fr: () => 'ce fichier n’a pas sa place dans ce dossier : il n’est pas lu',
    en: () => 'this file has no place in this folder: it is not read',
  },
  extension: {
    fr: ({ meant }) => `ce fichier n’est pas lu à cause de son nom : renommez-le « ${meant} »`,
    en: ({ meant }) => `this file is not read because of its name: rename it “${meant}”`,
  },
  name: {
    fr: ({ meant }) => `un nom de fichier n’a que des minuscules sans accent, des chiffres et des traits d’union : renommez-le « ${meant} »`,
    en: ({ meant }) => `a file name has only lower-case letters without accents, digits and hyphens: rename it “${meant}”`,
  },
  link: {
    fr: () => 'ce fichier est un lien vers un autre : il n’est pas suivi',
    en: () => 'this file is a link to another: it is not followed',
  },
  special: { fr: () => 'ce n’est pas un fichier ordinaire : il n’est pas lu', en: () => 'this is no ordinary file: it is not read' },
  encoding: {
    fr: () => 'ce fichier n’est pas enregistré en UTF-8 : dans votre éditeur, choisissez « enregistrer avec le codage UTF-8 »',
    en: () => 'this file is not saved as UTF-8: in your editor, choose “save with encoding UTF-8”',
  },
  nul: {
    fr: () => 'ce fichier contient des octets nuls : ce n’est pas un texte',
    en: () => 'this file holds NUL bytes: it is no text',
  },
  tooBig: { fr: ({ limit }) => `ce fichier dépasse ${limit} : il n’est pas lu`, en: ({ limit }) => `this file is larger than ${limit}: it is not read` },
  caseClash: {
    fr: ({ other }) => `deux fichiers ne diffèrent que par les majuscules : « ${other} »`,
    en: ({ other }) => `two files differ only by capitals: “${other}”`,
  },
  unreadable: { fr: ({ code }) => `ce fichier ne peut pas être lu (${code})`, en: ({ code }) => `this file cannot be read (${code})` },
  manifest: {
    fr: () => 'il manque « programme.yaml », qui décrit le programme',
    en: () => '“programme.yaml”, which describes the programme, is missing',
  },
}
