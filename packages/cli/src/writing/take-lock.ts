import { closeSync, lstatSync, openSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { UsageError } from '../arguments/usage-error.ts'
import { systemCode } from '../disk/files.ts'

export const LOCK = '.cahier-lock'

/**
 * Creates the lock file, so that one command writes at a time.
 * @throws {UsageError} when the file exists, even if a killed command left it.
 */
export function takeLock(lock: string): void {
  try {
    const file = openSync(lock, 'wx')
    // `isAbandoned` reads this line. A full disk is reported by the next write.
    try {
      writeFileSync(file, `${process.pid} ${processScope()}\n`)
    } catch {}
    closeSync(file)
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error
    throw isAbandoned(lock)
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

/** Whether the locking command ran on this machine and has ended. */
function isAbandoned(lock: string) {
  try {
    // Reading a link or a pipe might never end.
    if (!lstatSync(lock).isFile()) return false
    const [, pid, where] = /^([1-9]\d*) (.+)\n$/.exec(readFileSync(lock, 'utf8')) ?? []
    if (pid === undefined || where !== processScope()) return false
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return systemCode(error) === 'ESRCH'
  }
}

/** The scope in which a process id is unique: a boot of a machine, and a container. */
function processScope() {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${hostname()} ${start} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}
