// How much processor time publishing takes: `node tests/benchmarks/publish.mjs`, after `npm run
// build`. A loose book of 50,000 words in HTML, EPUB and ODT beside pandoc on the same files, then
// a programme of 1,000 proposals. Aims: the book under 3 s and no slower than pandoc, the programme
// under 20 s.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeLargeProgramme } from './large-programme.mjs'
import { writeLooseBook } from './loose-book.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))
const cahier = [process.execPath, join(root, 'packages/cli/bin/cahier.js')]
// What pandoc calls each format, and the file it is asked for.
const formats = {
  html: ['chunkedhtml', 'livre.zip'],
  epub: ['epub3', 'livre.epub'],
  odt: ['odt', 'livre.odt'],
}
const scratch = mkdtempSync(join(tmpdir(), 'cahier-benchmark-'))

try {
  const book = join(scratch, 'livre')
  const { paths, words } = writeLooseBook(book)
  console.log(`A book of ${words} words in ${paths.length} files, processor seconds`)
  const publish = (wanted) => [
    ...cahier,
    'publish',
    '--loose',
    book,
    '--format',
    wanted,
    '--out',
    join(scratch, `cahier-${wanted}`),
  ]
  const pandoc = (wanted) => {
    const [writer, file] = formats[wanted]
    return [
      'pandoc',
      '--standalone',
      '--toc',
      `--resource-path=${book}`,
      '-t',
      writer,
      '-o',
      join(scratch, file),
      ...paths,
    ]
  }
  const sums = [0, 0]
  for (const format of Object.keys(formats)) {
    const both = [publish(format), pandoc(format)].map(seconds)
    both.forEach((one, index) => {
      sums[index] += one.processor
    })
    line(format, ...both)
  }
  const together = seconds(publish(Object.keys(formats).join(',')))
  line('all three in one run, pandoc one by one', together, { processor: sums[1], status: 0 })

  const programme = join(scratch, 'programme')
  const proposals = writeLargeProgramme(join(root, 'programme'), programme, 1000)
  console.log(`A programme of ${proposals} proposals, processor seconds`)
  line(
    'all formats',
    seconds([
      ...cahier,
      'publish',
      '--programme',
      programme,
      '--status',
      'all',
      '--out',
      join(scratch, 'all'),
    ]),
  )
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function line(what, ours, theirs) {
  const said = ({ processor, status }) =>
    status === 0 ? `${processor.toFixed(2)} s` : `stopped with status ${status}`
  const ratio =
    theirs === undefined
      ? ''
      : `   pandoc ${said(theirs)}   ratio ${(ours.processor / theirs.processor).toFixed(2)}`
  console.log(`  ${what.padEnd(42)} cahier ${said(ours)}${ratio}`)
}

// User and system time of a command and its children, as bash counts them, best of three.
function seconds(command) {
  const runs = [1, 2, 3].map(() => timed(command))
  return runs.reduce((best, run) => (run.processor < best.processor ? run : best))
}

function timed(command) {
  const { status, stderr, error } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1', 'bash', ...command],
    {
      encoding: 'utf8',
    },
  )
  if (error) throw error
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '')
    .replaceAll(',', '.')
    .split(' ')
    .map(Number)
  return { status, processor: user + system }
}
