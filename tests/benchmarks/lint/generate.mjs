// Markdown of the shape of a public corpus, the same at each run: blocks of real texts, dealt out
// again into as many files of as many bytes.
import { mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * How many files, how many bytes: of the two public corpora that the aims are measured on, which
 * are in English, and of as much French as the first. `hundredths` are of the bytes, what is left
 * being paragraphs: counted in the first 16,000 signs of fourteen EIPs and sixteen KEPs. The latter
 * break their lines, list their headings in a table of contents, and keep most of what their
 * template tells their authors in comments.
 */
export const SHAPES = {
  EIPs: {
    language: 'en',
    files: 949,
    bytes: 6.4e6,
    between: 800,
    hundredths: { list: 16, table: 7, code: 5, quote: 2 },
  },
  KEPs: {
    language: 'en',
    files: 668,
    bytes: 20.8e6,
    between: 950,
    hundredths: { list: 25, comment: 17, code: 9, table: 2 },
    width: 80,
    hasContents: true,
    names: [
      'kubernetes.io',
      'kubernetes/enhancements',
      'kubernetes/kubernetes',
      'kubernetes/website',
    ],
  },
  French: {
    language: 'fr',
    files: 949,
    bytes: 6.4e6,
    between: 800,
    hundredths: { list: 16, table: 7, code: 5, quote: 2 },
  },
}

/**
 * The blocks of the Markdown files below a folder, each once; links out of it, as to the packages
 * of this house, are not followed.
 */
export function blocksUnder(folder) {
  const paths = readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.md'))
  const own = paths.filter((path) =>
    realpathSync(join(folder, path)).startsWith(realpathSync(folder)),
  )
  return [
    ...new Set(own.sort().flatMap((path) => blocksOf(readFileSync(join(folder, path), 'utf8')))),
  ]
}

/**
 * The blocks of all texts in a compressed file of JSON lines; where a line says of which file they
 * are, of Markdown alone.
 */
export function blocksInLines(path) {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n').filter(Boolean)
  const cases = lines
    .map((line) => JSON.parse(line))
    .filter(({ path = '.md' }) => path.endsWith('.md'))
  const texts = cases.flatMap((one) =>
    Object.values(one).filter((value) => typeof value === 'string' && value.length > 300),
  )
  return [...new Set(texts.flatMap(blocksOf))]
}

/**
 * Writes files of one shape into a folder, out of those of the blocks given that may be in its
 * language.
 */
export function writeCorpus(
  folder,
  blocks,
  { language, files, bytes, between, hundredths, width, hasContents = false, names = [] },
) {
  mkdirSync(folder, { recursive: true })
  const next = chance(files)
  const pool = { code: [], list: [], quote: [], table: [], text: [] }
  for (const block of blocks) if (isIn(language, block)) pool[kindOf(block)].push(block)
  pool.comment = pool.text
  const text = 100 - Object.values(hundredths).reduce((sum, one) => sum + one, 0)
  // A kind of which there is none is left out.
  const kinds = Object.entries({ ...hundredths, text }).filter(([kind]) => pool[kind].length > 0)
  const written = Object.fromEntries(kinds.map(([kind]) => [kind, 0]))
  for (let file = 0; file < files; file++) {
    // A few files are long and most are short, as in any folder.
    const wanted = (bytes / files) * (0.25 + 3 * next() ** 3)
    const definitions = names.map((name) => `[${name}]: https://example.org/${name}\n`).join('')
    const headings = []
    let body = ''
    let sinceHeading = between
    while (body.length < wanted) {
      // Of the kind that most is missing of.
      const [kind] = kinds.reduce((one, other) =>
        written[one[0]] / one[1] <= written[other[0]] / other[1] ? one : other,
      )
      const block = dealt(kind, pool[kind][Math.floor(next() * pool[kind].length)], width)
      written[kind] += block.length
      if (sinceHeading >= between) {
        headings.push({
          depth: 2 + (headings.length % 3),
          words: headingFor(block, headings.length),
        })
        body += `\n${'#'.repeat(headings.at(-1).depth)} ${headings.at(-1).words}\n`
        sinceHeading = 0
      }
      body += `\n${block}\n`
      sinceHeading += block.length
    }
    const items = headings.map(
      ({ depth, words }) =>
        `${'  '.repeat(depth - 2)}- [${words}](#${words.toLowerCase().replaceAll(' ', '-')})\n`,
    )
    const contents = hasContents ? `\n<!-- toc -->\n${items.join('')}<!-- /toc -->\n` : ''
    const head = `---\ntitle: Text ${file}\nstatus: Draft\ncreated: 2026-01-01\n---\n`
    writeFileSync(
      join(folder, `text-${String(file).padStart(4, '0')}.md`),
      [head, contents, body, definitions && `\n${definitions}`].join(''),
    )
  }
}

const WORDS = {
  en: /\b(?:the|of|and|to|is|for|with)\b/gi,
  fr: /\b(?:le|la|les|des|et|est|pour|une?)\b/gi,
}

function isIn(language, block) {
  const [own, other] = [WORDS[language], WORDS[language === 'en' ? 'fr' : 'en']].map(
    (words) => block.match(words)?.length ?? 0,
  )
  return own >= other
}

function kindOf(block) {
  if (/^(?:```|~~~)/.test(block)) return 'code'
  if (/^(?:[-*+]|\d+[.)]) /.test(block)) return 'list'
  if (/^>/.test(block)) return 'quote'
  return /^\|?.*\|.*\n[ :|-]+$/m.test(block) ? 'table' : 'text'
}

function dealt(kind, block, width) {
  if (kind === 'comment') return `<!--\n${broken(block.replaceAll('--', '-'), width)}\n-->`
  return kind === 'text' ? broken(block, width) : block
}

/**
 * With its lines broken anew after so many columns, where no word that begins one would open
 * another block.
 */
function broken(block, width) {
  if (width === undefined) return block
  return block
    .replace(/ *\n */g, ' ')
    .replace(new RegExp(`(.{1,${width}}) (?![-*+#>=|~\`:]|\\d+[.)])`, 'g'), '$1\n')
}

/** The first words of a block, and a number that no other heading of its text has. */
function headingFor(block, number) {
  const words = block.match(/[a-zA-Z]{3,}/g)?.slice(0, 3) ?? []
  return ['On', ...words, number].join(' ')
}

// Whole fences, and otherwise what stands between blank lines; headings and notes would not be
// unique, and marks of amendments would stand in every text.
function blocksOf(text) {
  const body = text.replaceAll('\r', '').replace(/^---\n[\s\S]*?\n---\n/, '')
  return (body.match(/^(```|~~~)[^\n]*\n[\s\S]*?^\1[ \t]*$|^[^\n]+(?:\n[^\n]+)*/gm) ?? []).filter(
    (block) =>
      block.length > 60 &&
      !/^#|^\[\^|^<|\[\^|\{(?:\+\+|--|~~|==|>>)/m.test(block) &&
      (/^(```|~~~)/.test(block) || !/```|~~~/.test(block)),
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
