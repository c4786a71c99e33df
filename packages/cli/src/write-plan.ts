import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { applyEdits, type Edit, type NewFile, type Plan } from '@cahier/core'
import { UsageError } from './usage-error.ts'

const LOCK = '.cahier-lock'

/**
 * Writes a plan below `root`: every file is prepared beside its place first, then all are renamed into it, so that each file is the old one
 * or the new one, never half. One writer at a time.
 * @returns the paths written or removed.
 * @throws {UsageError} when the folder is locked, read-only or full, or a file is in the way: then nothing is written.
 */
export function writePlan(root: string, plan: Plan): readonly string[] {
  const lock = join(root, LOCK)
  takeLock(lock)
  const prepared: { readonly temporary: string; readonly target: string }[] = []
  try {
    const files = [...editedFiles(root, plan.edits), ...plan.files]
    for (const file of files) prepared.push(prepare(root, file))
    for (const { temporary, target } of prepared) renameSync(temporary, target)
    for (const path of plan.removals) rmSync(inside(root, path))
    return [...files.map(({ path }) => path), ...plan.removals]
  } catch (error) {
    for (const { temporary } of prepared) rmSync(temporary, { force: true })
    throw asUsageError(error)
  } finally {
    rmSync(lock, { force: true })
  }
}

function editedFiles(root: string, edits: readonly Edit[]): NewFile[] {
  const paths = [...new Set(edits.map(({ path }) => path))]
  return paths.map((path) => ({ path, replaces: true, content: applyEdits(readFileSync(inside(root, path), 'utf8'), edits.filter((edit) => edit.path === path)) }))
}

function prepare(root: string, { path, content, replaces }: NewFile) {
  const target = inside(root, path)
  if (replaces !== true && existsSync(target)) {
    throw new UsageError(`« ${path} » existe déjà : rien n’est écrit`, `“${path}” exists already: nothing is written`)
  }
  mkdirSync(dirname(target), { recursive: true })
  const temporary = join(dirname(target), `.cahier-${randomBytes(6).toString('hex')}`)
  const file = openSync(temporary, 'wx')
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return { temporary, target }
}

// Nothing outside the folder is written, not even through a link inside it.
function inside(root: string, path: string): string {
  const target = join(root, path)
  const steps = relative(root, target).split(sep)
  if (steps[0] === '..' || steps[0] === '') throw new UsageError(`« ${path} » est hors du dossier`, `“${path}” is outside the folder`)
  let folder = root
  for (const step of steps) {
    folder = join(folder, step)
    if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) throw new UsageError(`« ${path} » passe par un lien : rien n’est écrit`, `“${path}” goes through a link: nothing is written`)
  }
  return target
}

function takeLock(lock: string): void {
  try {
    closeSync(openSync(lock, 'wx'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw asUsageError(error)
    throw new UsageError(
      `une autre commande écrit dans ce dossier ; si ce n’est pas le cas, effacez le fichier ${LOCK}`,
      `another command is writing in this folder; if none is, remove the file ${LOCK}`,
    )
  }
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: ['ce dossier ne peut pas être écrit', 'this folder cannot be written'],
  EROFS: ['ce dossier est en lecture seule', 'this folder is read-only'],
  EPERM: ['ce dossier ne peut pas être écrit', 'this folder cannot be written'],
  ENOSPC: ['le disque est plein', 'the disk is full'],
  EDQUOT: ['le disque est plein', 'the disk is full'],
}

function asUsageError(error: unknown): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined ? error : new UsageError(`${reason[0]} : rien n’est écrit`, `${reason[1]}: nothing is written`)
}
