import {
  existsSync,
  lstatSync,
  readFileSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
} from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { applyEdits, type Edit, type NewFile, type Plan } from '@cahier/core'
import { groupedBy } from '@cahier/prose'
import { errorAbout } from '../arguments/usage-error.ts'
import { INTERRUPTIONS } from '../terminal/interruptions.ts'
import { asDiskError, fileInTheWay, nothingWritten } from './disk-error.ts'
import { makeFolders } from './make-folders.ts'
import { renamePatiently } from './rename-patiently.ts'
import { LOCK, takeLock } from './take-lock.ts'
import { writeBeside } from './write-beside.ts'

/**
 * Writes a plan (edits, files, removals) below `root`. Files are written beside their targets, then
 * renamed; if one step fails, all steps are undone. `remade` is for generated files: they are not
 * flushed to the disk, and recent changes to them are overwritten.
 * @returns the paths written or removed.
 * @throws {UsageError} when the folder is locked, read-only or full, or something is in the way.
 */
export async function writePlan(
  root: string,
  plan: Plan,
  remade = false,
): Promise<readonly string[]> {
  // An empty plan needs no permission to write.
  if ([...plan.edits, ...plan.files, ...plan.removals].length === 0) return []
  keepSigned(root, plan)
  let made: string | undefined
  try {
    made = makeFolders(root)
    return await writeAlone(root, plan, remade)
  } catch (error) {
    if (made !== undefined) removeEmpty(root, made)
    throw asDiskError(error)
  }
}

async function writeAlone(root: string, plan: Plan, remade: boolean): Promise<readonly string[]> {
  const lock = join(root, LOCK)
  takeLock(lock)
  // Interruptions are ignored until all files are in place.
  for (const signal of INTERRUPTIONS) process.on(signal, ignoreSignal)
  const undo: Undo[] = []
  try {
    const files = [...editedFiles(root, plan.edits), ...plan.files]
    const prepared = files.map((file) => prepare(root, file, remade, undo))
    for (const one of prepared) await put(one, remade, undo)
    for (const path of plan.removals) {
      const target = inside(root, path)
      if (!remade) refuseSaved(path, lookAt(target))
      undo.push(restorer(target))
      rmSync(target)
    }
    return [...files.map(({ path }) => path), ...plan.removals]
  } catch (error) {
    for (const step of undo.reverse()) await step()
    throw error
  } finally {
    rmSync(lock, { force: true })
    for (const signal of INTERRUPTIONS) process.off(signal, ignoreSignal)
  }
}

type Undo = () => void | Promise<void>

function ignoreSignal() {}

// Removes empty folders only: another process may have written there.
function removeEmpty(lowest: string, highest: string) {
  try {
    rmdirSync(lowest)
  } catch {
    return
  }
  if (lowest !== highest) removeEmpty(dirname(lowest), highest)
}

/** Makes some checks of `writePlan`, and writes nothing. @throws {UsageError} if one fails. */
export function refuseUnwritable(root: string, plan: Plan): void {
  refuseFileFor(root)
  keepSigned(root, plan)
  const edited = plan.edits.map(({ path }) => ({ path, replaces: true }))
  for (const { path, replaces } of [...edited, ...plan.files])
    freePlace(root, path, replaces === true)
}

function refuseFileFor(folder: string) {
  let highest = folder
  while (!isThere(highest) && dirname(highest) !== highest) highest = dirname(highest)
  if (isThere(highest) && !(existsSync(highest) && statSync(highest).isDirectory()))
    throw fileInTheWay()
}

function isThere(path: string) {
  try {
    return lookAt(path) !== undefined
  } catch {
    return false
  }
}

// A signed file is rewritten only together with its signature.
function keepSigned(root: string, { edits, files, removals }: Plan) {
  const paths = [...edits, ...files].map(({ path }) => path)
  const broken = paths.find((path) => {
    const signature = `${path}.sig`
    const isSignedToo = paths.includes(signature) || removals.includes(signature)
    return path.startsWith('positions/') && !isSignedToo && existsSync(join(root, signature))
  })
  if (broken === undefined) return
  throw errorAbout(
    broken,
    `est signé : seul « cahier stance --sign » le récrit (ou effacez d’abord ${broken}.sig) ; rien n’est écrit`,
    `is signed: only “cahier stance --sign” rewrites it (or remove ${broken}.sig first); nothing is written`,
  )
}

function editedFiles(root: string, edits: readonly Edit[]): NewFile[] {
  return [...groupedBy(edits, ({ path }) => path)].map(([path, own]) => ({
    path,
    replaces: true,
    content: applyEdits(readFileSync(inside(root, path), 'utf8'), own),
  }))
}

function prepare(
  root: string,
  { path, content, replaces }: NewFile,
  remade: boolean,
  undo: Undo[],
) {
  const { target, there } = freePlace(root, path, replaces === true)
  if (!remade) refuseSaved(path, there)
  const made = makeFolders(dirname(target))
  if (made !== undefined) undo.push(() => removeEmpty(dirname(target), made))
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
  const temporary = writeBeside(target, bytes, there?.mode, !remade)
  undo.push(() => rmSync(temporary, { force: true }))
  return { path, temporary, target, there }
}

/**
 * Refuses to overwrite a file saved since this process began. Editors may set the modification
 * time, so this reads the change time (`ctime`).
 */
function refuseSaved(path: string, there: Stats | undefined) {
  // Ignores a time in the future: it comes from another clock.
  const changed = there?.ctimeMs ?? 0
  if (changed > performance.timeOrigin && changed <= Date.now() + 1) throw savedMeanwhile(path)
}

function savedMeanwhile(path: string) {
  return errorAbout(
    path,
    'vient d’être enregistré par une autre commande ou un éditeur : rien n’est écrit, relancez la commande',
    'has just been saved by another command or an editor: nothing is written, run the command again',
  )
}

/** @throws {UsageError} when the file at that path may not be replaced. */
function freePlace(root: string, path: string, replaces: boolean) {
  const target = inside(root, path)
  const there = lookAt(target)
  if (there?.isDirectory() === true)
    throw nothingWritten(
      `un dossier se trouve à la place de « ${path} »`,
      `a folder is in the place of “${path}”`,
    )
  if (!replaces && there !== undefined)
    throw nothingWritten(`« ${path} » existe déjà`, `“${path}” exists already`)
  // A rename would replace a read-only file, although its owner protected it.
  if (there !== undefined && (there.mode & 0o222) === 0)
    throw nothingWritten(`« ${path} » est en lecture seule`, `“${path}” is read-only`)
  return { target, there }
}

async function put(
  { path, temporary, target, there }: ReturnType<typeof prepare>,
  remade: boolean,
  undo: Undo[],
) {
  const back = restorer(target)
  if (!remade && !isSame(there, lookAt(target))) throw savedMeanwhile(path)
  await renamePatiently(temporary, target)
  undo.push(back)
}

function lookAt(target: string) {
  return lstatSync(target, { throwIfNoEntry: false })
}

function isSame(one: Stats | undefined, other: Stats | undefined) {
  return one?.ino === other?.ino && one?.size === other?.size && one?.ctimeMs === other?.ctimeMs
}

function restorer(target: string): Undo {
  const there = lookAt(target)
  if (there === undefined) return () => rmSync(target, { force: true })
  const bytes = readFileSync(target)
  // Writes a new file, then renames it: a killed process leaves no half-written text.
  return () => renamePatiently(writeBeside(target, bytes, there.mode, true), target)
}

// The absolute path of a file. Refuses a path outside the folder or through a link.
function inside(root: string, path: string): string {
  const target = join(root, path)
  const steps = relative(root, target).split(sep)
  if (steps[0] === '..' || steps[0] === '')
    throw errorAbout(path, 'est hors du dossier', 'is outside the folder')
  let folder = root
  for (const step of steps) {
    folder = join(folder, step)
    const there = lookAt(folder)
    if (there?.isSymbolicLink() === true)
      throw nothingWritten(`« ${path} » passe par un lien`, `“${path}” goes through a link`)
    if (there?.isDirectory() === false && folder !== target) throw fileInTheWay()
  }
  return target
}
