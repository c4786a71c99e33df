import { closeSync, lstatSync, openSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'
import { asDiskError } from './disk-error.ts'

/** The file that says, in the folder of a programme, that a command is writing there. */
export const LOCK = '.cahier-lock'

/**
 * Makes the file that says that this command is writing, and no other may.
 * @throws {UsageError} when it is there already: it is never taken over, since whoever was killed
 *   may have put some of its files alone in place.
 */
export function takeLock(lock: string): void {
  try {
    const file = openSync(lock, 'wx')
    // Whose it is only serves the sentence below: on a disk that is full, what comes next says so.
    try {
      writeFileSync(file, `${process.pid} ${whereabouts()}\n`)
    } catch {}
    closeSync(file)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw asDiskError(error)
    throw isOfTheDead(lock)
      ? new UsageError(
          `une commande a été tuée pendant qu’elle écrivait dans ce dossier : certains de ses fichiers peuvent y être et d’autres non ; voyez ce qu’il en est, effacez « ${lock} » et les fichiers « .cahier-… » qui restent dans les dossiers, et relancez la commande`,
          `a command was killed while it was writing in this folder: some of its files may be there and others not; see how things are, remove “${lock}” and the files “.cahier-…” that are left in the folders, and run the command again`,
        )
      : new UsageError(
          `une autre commande écrit dans ce dossier ; si ce n’est pas le cas, effacez « ${lock} »`,
          `another command is writing in this folder; if none is, remove “${lock}”`,
        )
  }
}

/** Whether the command whose lock this is ran on this machine, and runs no more. */
function isOfTheDead(lock: string): boolean {
  try {
    // A link or a pipe of that name may lead to what never ends.
    if (!lstatSync(lock).isFile()) return false
    const [, pid, where] = /^([1-9]\d*) (.+)\n$/.exec(readFileSync(lock, 'utf8')) ?? []
    if (pid === undefined || where !== whereabouts()) return false
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return systemCode(error) === 'ESRCH'
  }
}

/**
 * Where process numbers mean what they mean here: two containers may have one host name, and a
 * machine that was started again has other processes.
 */
function whereabouts(): string {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${hostname()} ${start} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    // Linux alone tells.
    return hostname()
  }
}
