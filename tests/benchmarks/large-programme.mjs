// A programme as large as one likes, made of the real one: its proposals again and again, under
// other names.
import { cpSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Copies a programme and multiplies its proposals until there are at least `wanted`; returns how
 * many there are.
 */
export function writeLargeProgramme(from, to, wanted) {
  // The real folder, even behind a link: the copies must never land in it.
  cpSync(realpathSync(from), to, {
    recursive: true,
    filter: (path) => !['dist', 'node_modules', '.turbo'].includes(basename(path)),
  })
  const proposals = readdirSync(join(to, 'axes'), { recursive: true })
    .filter((path) => path.endsWith('.md') && basename(path) !== 'axis.md')
    .sort()
  let written = proposals.length
  for (let copy = 2; written < wanted; copy++) {
    for (const path of proposals) {
      const text = readFileSync(join(to, 'axes', path), 'utf8')
      writeFileSync(
        join(to, 'axes', path.replace(/\.md$/, `-${copy}.md`)),
        text.replace(/^title: (?:"(.*)"|(.*))$/m, `title: "$1$2 (${copy})"`),
      )
      written++
    }
  }
  return written
}
