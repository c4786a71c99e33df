// Markdown of the shape of a public corpus, the same at each run: blocks of real texts, dealt out again into as many files of as many bytes.
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** How many files, how many bytes: of the two public corpora that the aims are measured on, which are in English, and of as much French as the first. */
export const SHAPES = {
  EIPs: { files: 949, bytes: 6.4e6 },
  KEPs: { files: 668, bytes: 20.8e6 },
  French: { files: 949, bytes: 6.4e6 },
}

/** The blocks of the Markdown files below a folder, each once; links out of it, as to the packages of this house, are not followed. */
export function blocksUnder(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.md'))
  const own = paths.filter((path) => realpathSync(join(folder, path)).startsWith(realpathSync(folder)))
  return [...new Set(own.sort().flatMap((path) => blocksOf(readFileSync(join(folder, path), 'utf8'))))]
}

/** The blocks of all texts in a compressed file of JSON lines; where a line says of which file they are, of Markdown alone. */
export function blocksInLines(path) {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)
  const cases = lines.map((line) => JSON.parse(line)).filter(({ path = '.md' }) => path.endsWith('.md'))
  const texts = cases.flatMap((one) => Object.values(one).filter((value) => typeof value === 'string' && value.length > 300))
  return [...new Set(texts.flatMap(blocksOf))]
}

/** Writes files of one shape into a folder, out of the blocks given. */
export function writeCorpus(folder, blocks, { files, bytes }) {
  mkdirSync(folder, { recursive: true })
  const next = chance(files)
  for (let file = 0; file < files; file++) {
    // A few files are long and most are short, as in any folder.
    const wanted = (bytes / files) * (0.25 + 3 * next() ** 3)
    let text = `---\ntitle: Text ${file}\nstatus: Draft\ncreated: 2026-01-01\n---\n`
    for (let block = 0; text.length < wanted; block++) {
      if (block % 7 === 0) text += `\n## Part ${file}.${block}\n`
      text += `\n${blocks[Math.floor(next() * blocks.length)]}\n`
    }
    writeFileSync(join(folder, `text-${String(file).padStart(4, '0')}.md`), text)
  }
}

// Whole fences, and otherwise what stands between blank lines; headings and notes would not be unique, and marks of amendments would stand in every text.
function blocksOf(text) {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '')
  return (body.match(/^(```|~~~)[^\n]*\n[\s\S]*?^\1[ \t]*$|^[^\n]+(?:\n[^\n]+)*/gm) ?? []).filter(
    (block) =>
      block.length > 60 && !/^#|^\[\^|^<|\[\^|\{(?:\+\+|--|~~|==|>>)/m.test(block) && (/^(```|~~~)/.test(block) || !/```|~~~/.test(block)),
  )
}

/** Numbers from 0 to 1 in an order that a seed decides. */
function chance(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
