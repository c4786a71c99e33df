// How well `cahier overlap` tells paraphrases from other pairs: every pair of
// overlap/paraphrases.json becomes two proposals of one folder, and all that are not a pair are
// honest. Prints recall and precision at thresholds, the time, and the nearest pairs of the
// programme.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const cahier = join(here, '../../packages/cli/bin/cahier.js')
const pairs = JSON.parse(readFileSync(join(here, 'overlap/paraphrases.json'), 'utf8'))
const scratch = mkdtempSync(join(tmpdir(), 'cahier-overlap-'))

try {
  measure('all together', pairs)
  const third = Math.ceil(pairs.length / 3)
  for (const part of [0, 1, 2])
    measure(`a folder of a third (${part + 1})`, pairs.slice(part * third, (part + 1) * third))
  for (const pair of [pairs[0], pairs[20]]) measure(`alone: ${pair[0]}`, [pair])
  size(1000)
  console.log('\nNearest pairs of the programme')
  for (const { a, b, likeness } of overlapsIn(join(here, '../../programme'), 0).slice(0, 12))
    console.log(`  ${likeness.toFixed(2)}  ${a}  ${b}`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function measure(name, chosen) {
  const folder = written(
    chosen.flatMap(([a, textA, b, textB], index) => [
      proposal(`p${index}-a`, a, textA),
      proposal(`p${index}-b`, b, textB),
    ]),
  )
  const found = overlapsIn(folder, 0)
  const isPair = ({ a, b }) => a.replace(/-[ab]$/, '') === b.replace(/-[ab]$/, '')
  console.log(
    `\n${name}: ${chosen.length} pairs made by paraphrase, ${found.filter((one) => !isPair(one)).length} others that share a word`,
  )
  for (const threshold of [0.2, 0.25, 0.3, 0.35, 0.4]) {
    const reported = found.filter(({ likeness }) => likeness >= threshold)
    const right = reported.filter(isPair).length
    console.log(
      `  ≥ ${threshold.toFixed(2)}  found ${right} of ${chosen.length}, ${reported.length - right} false`,
    )
  }
}

// The time it takes on many proposals, their words drawn from the paraphrases by a fixed sequence.
function size(count) {
  const words = pairs.flatMap(([, text, , other]) => `${text} ${other}`.split(/\s+/))
  let state = 7
  const draw = () => {
    state = (state * 48271) % 2147483647
    return words[state % words.length]
  }
  const texts = Array.from({ length: count }, (_, index) =>
    proposal(`p${index}`, `Mesure ${index}`, Array.from({ length: 250 }, draw).join(' ')),
  )
  const folder = written(texts)
  const start = performance.now()
  overlapsIn(folder, 0.35)
  console.log(
    `\n${count} proposals of 250 words: ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )
}

function overlapsIn(folder, threshold) {
  const said = execFileSync(
    process.execPath,
    [
      cahier,
      'overlap',
      '--programme',
      folder,
      '--threshold',
      String(threshold),
      '--format',
      'json',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  return JSON.parse(said).overlaps
}

function written(files) {
  const folder = mkdtempSync(join(scratch, 'p-'))
  mkdirSync(join(folder, 'axes/axe'), { recursive: true })
  writeFileSync(
    join(folder, 'programme.yaml'),
    'title: Essai\nlanguage: fr\ntimezone: Europe/Paris\naxes: [axe]\nsections:\n  - {id: measure, title: Ce que nous proposons, required: true, normative: true}\ndecision: {default: {method: consent}}\npublication: {identifier: essai}\n',
  )
  writeFileSync(join(folder, 'axes/axe/axis.md'), '---\ntitle: Axe\n---\n')
  for (const { id, text } of files) writeFileSync(join(folder, `axes/axe/${id}.md`), text)
  return folder
}

function proposal(id, title, text) {
  return {
    id,
    text: `---\ntitle: >-\n  ${title}\nsummary: ""\n---\n\n## Ce que nous proposons\n\n${text}\n`,
  }
}
