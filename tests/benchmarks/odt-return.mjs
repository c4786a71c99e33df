// How much of what people change in a published document `cahier import` carries over: random
// changes of a few words in the blocks of the programme, one at a time. `npm run build` first.
//   node tests/benchmarks/odt-return.mjs [--changes 400] [--seed 7]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { amendableText, tally } from '../../packages/consensus/dist/index.js'
import { buildProgramme, readFolder } from '../../packages/core/dist/index.js'
import {
  composeEdition,
  exporters,
  matchBlocks,
  printedBlocks,
  readReturnedOdt,
  returnedText,
} from '../../packages/export/dist/index.js'

const { values } = parseArgs({
  options: { changes: { type: 'string', default: '400' }, seed: { type: 'string', default: '7' } },
})
const folder = fileURLToPath(new URL('../../programme', import.meta.url))
const programme = buildProgramme(readFolder(folder))
const edition = composeEdition(programme, tally(programme, '2026-11-26'), {
  kind: 'programme',
  status: 'all',
})
const [file] = exporters.odt.render(edition, {
  readAsset: (path) => readFileSync(join(folder, path)),
})
const { paragraphs, texts } = readReturnedOdt(file.bytes)
const blocks = printedBlocks(paragraphs)
const documents = new Map(
  texts.map(({ prefix, id }) => [prefix, amendableText(programme, id).document]),
)
const ranks = [...paragraphs.keys()].filter((rank) => {
  const { id, starts } = paragraphs[rank]
  return starts.length > 0 && /^[bc]_\d+_(?:\d+(?:_r\d+_c\d+)?|title|summary|request_\w+)$/.test(id)
})

let state = Number(values.seed)
const carried = { carried: 0, listed: 0, lost: 0 }
for (let change = 0; change < Number(values.changes); change++) {
  const rank = ranks[upTo(ranks.length)]
  const { id } = paragraphs[rank]
  const worked = paragraphs.with(rank, reworded(paragraphs[rank]))
  const prefix = /^[bc]_\d+/.exec(id)[0]
  const document = documents.get(prefix)
  const { text, fields, left } = returnedText(document, prefix, blocks, matchBlocks(blocks, worked))
  carried[
    left.length > 0 ? 'listed' : text !== document.text || fields.size > 0 ? 'carried' : 'lost'
  ] += 1
}
console.log(`${ranks.length} blocks; of ${values.changes} changes`, carried)

/** A word replaced, one put in, or some taken out. */
function reworded(paragraph) {
  const { at } = paragraph.starts[0]
  const words = paragraph.text.slice(at).split(' ')
  const where = upTo(words.length)
  const [taken, put] = [
    [1, ['remplacement']],
    [0, ['ajout']],
    [Math.min(3, words.length - 1) || 1, []],
  ][upTo(3)]
  words.splice(where, taken, ...put)
  const text = paragraph.text.slice(0, at) + words.join(' ')
  return { ...paragraph, text, ends: paragraph.ends.map((end) => ({ ...end, at: text.length })) }
}

function upTo(most) {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
  return (state >>> 8) % most
}
