import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

/** Turns a disk error that the user can solve into a UsageError; returns other errors unchanged. */
export function asDiskError(error: unknown): unknown {
  const reason = REASONS[systemCode(error) ?? '']
  return reason === undefined ? error : nothingWritten(...reason)
}

export function fileInTheWay() {
  return nothingWritten(...IN_THE_WAY)
}

/** An error that ends with the words « rien n’est écrit ». */
export function nothingWritten(fr: string, en: string) {
  return new UsageError(`${fr} : rien n’est écrit`, `${en}: nothing is written`)
}

const NO_PERMISSION = [
  'vous n’avez pas le droit d’écrire dans ce dossier',
  'you may not write in this folder',
] as const
const FULL = ['le disque est plein', 'the disk is full'] as const
const IN_THE_WAY = [
  'un fichier se trouve là où il faut un dossier',
  'a file is where a folder is needed',
] as const

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EROFS: ['ce dossier est en lecture seule', 'this folder is read-only'],
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: ['un fichier passe la taille permise ici', 'a file is larger than is allowed here'],
  ENOTDIR: IN_THE_WAY,
  EEXIST: IN_THE_WAY,
  ELOOP: IN_THE_WAY,
  ENAMETOOLONG: ['un nom de fichier est trop long', 'a file name is too long'],
}
