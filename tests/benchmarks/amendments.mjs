// How much processor time nine thousand amendments take: `node tests/benchmarks/amendments.mjs
// [AMENDMENTS] [PARAGRAPHS]`, after `npm run build`. `cahier amendments` on one proposal that all
// of them amend, each in one or two sentences, as JSON (every pair that is near) and as the
// picture; and the same folder with a single amendment. Aim: under fifteen seconds.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beginGrandProgramme } from './grand-programme.mjs'

const cahier = [
  process.execPath,
  fileURLToPath(new URL('../../packages/cli/bin/cahier.js', import.meta.url)),
]
const [count, length] = [Number(process.argv[2] ?? 9000), Number(process.argv[3] ?? 300)]
const PATH = 'axes/services/guichet.md'
const scratch = mkdtempSync(join(tmpdir(), 'cahier-amendments-'))
const listed = [...cahier, 'amendments', 'guichet', '--programme', scratch]

// The same text at each run: a small generator (Park and Miller).
let seed = 20_261_124
const random = (below) => {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const words =
  'la commune le service de chaque guichet ouvert pour tous les habitants sans condition un agent formé'.split(
    ' ',
  )
const sentence = (name) =>
  `Phrase ${name} : ${Array.from({ length: 12 }, () => words[random(words.length)]).join(' ')}.`
const paragraphs = Array.from({ length }, (_, at) =>
  Array.from({ length: 4 }, (_, inside) => sentence(`${at}-${inside}`)),
)
const put = beginGrandProgramme(scratch)

try {
  writeProgramme()
  const amend = wishes(
    execFileSync(
      cahier[0],
      [cahier[1], 'digest', join(scratch, PATH), '--whole', '--programme', scratch],
      { encoding: 'utf8' },
    ).trim(),
  )
  amend(0)
  const alone = seconds([...listed, '--format', 'json'])
  for (let index = 1; index < count; index++) amend(index)
  const json = seconds([...listed, '--format', 'json'])
  const picture = seconds(listed)
  const { pairs, groups } = JSON.parse(
    execFileSync(cahier[0], [...listed.slice(1), '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    }),
  )
  console.log(
    `${count} amendments to ${length} paragraphs: ${pairs.length} pairs listed, ${groups.length} groups; processor seconds`,
  )
  console.log(`  one amendment     ${alone.toFixed(2)} s`)
  console.log(`  all, as JSON      ${json.toFixed(2)} s`)
  console.log(`  all, as a picture ${picture.toFixed(2)} s`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function writeProgramme() {
  const body = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n')
  put(PATH, `---\ntitle: Un guichet\nsummary: Partout.\n---\n\n## Mesure\n\n${body}\n`)
  put('collectives/a.yaml', 'name: A\nkind: association\njoined: 2025-01-01\n')
}

function wishes(digest) {
  return (index) => {
    const at = random(length)
    const text = paragraphs[at].join(' ').split(' ')
    const from = 3 + random(text.length - 6)
    const kinds = [
      () => text.splice(from, 1, `{~~${text[from]}~>mot${index}~~}`),
      () => text.splice(from, 1, `{++mot${index} ++}${text[from]}`),
      () => text.splice(from, 2, `{--${text.slice(from, from + 2).join(' ')}--}`),
    ]
    kinds[random(kinds.length)]()
    put(
      `amendments/guichet/a${String(index).padStart(5, '0')}.md`,
      `---\namends: guichet\nbase: ${digest}\nby: a\ndate: 2025-03-04\nat: [${at + 2}]\n---\n\n## Motifs\n\nOui.\n\n## Texte\n\n${text.join(' ')}\n`,
    )
  }
}

// User and system time of a command, as bash counts them.
function seconds(command) {
  const { stderr, status } = spawnSync(
    'bash',
    ['-c', 'TIMEFORMAT="%U %S"; time "$@" >/dev/null', 'bash', ...command],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  const [user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '')
    .replaceAll(',', '.')
    .split(' ')
    .map(Number)
  return user + system
}
