import fc from 'fast-check'

const word = fc.constantFrom(
  'commune',
  'guichet',
  'l’école',
  'ouvert',
  'deux',
  '30 %',
  '3 000 €',
  'jours',
  'par',
  'semaine',
  'd’accueil',
  '**très**',
  '[loi](https://exemple.org/a)',
  '`code`',
  '[@insee, p. 2]',
  '« ici »',
  'aujourd’hui',
  'Mme Dupont',
  'art. 3',
  'sans',
  'délai',
  '1er mai 2026',
)
const sentence = fc
  .tuple(fc.array(word, { minLength: 2, maxLength: 9 }), fc.constantFrom('.', ' !', '.', '.'))
  .map(([words, stop]) => {
    const text = words.join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${stop}`
  })
const paragraph = fc
  .tuple(fc.array(sentence, { minLength: 1, maxLength: 4 }), fc.constantFrom(' ', ' ', '\n'))
  .map(([sentences, gap]) => sentences.join(gap))
const item = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `${words.join(' ')} ;`)
const list = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n', '\n\n'))
  .map(([items, gap]) => items.map((one) => `- ${one}`).join(gap))
const numbered = fc
  .array(item, { minLength: 2, maxLength: 4 })
  .map((items) => items.map((one, index) => `${index + 1}. ${one}`).join('\n'))
const nested = fc.tuple(item, item, item).map(([a, b, c]) => `- ${a}\n  - ${b}\n  suite\n- ${c}`)
const table = fc
  .array(fc.tuple(word, word), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    ['| A | B |', '| --- | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n'),
  )
const heading = word.map((one) => `## ${one}`)
const quote = sentence.map((one) => `> ${one}\n> Suite.`)
const note = fc.tuple(sentence, sentence).map(([a, b]) => `${a.slice(0, -1)}[^n].\n\n[^n]: ${b}`)
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  list,
  numbered,
  nested,
  table,
  heading,
  quote,
  note,
  fc.constant('```\nun  code\n\n- x\n```'),
)
/** Random French Markdown without front matter, for tests. */
export const frenchMarkdown = fc
  .array(block, { minLength: 1, maxLength: 6 })
  .map((blocks) => `${blocks.join('\n\n')}\n`)

type Edit = (text: string) => string
const at = fc.nat(10_000)
const wordEdit = fc.tuple(at, fc.option(word, { nil: '' }), fc.boolean()).map(
  ([place, put, adds]): Edit =>
    (text) => {
      const words = [...text.matchAll(/[\p{L}\p{N}’]+/gu)]
      const one = words[place % Math.max(1, words.length)]
      if (one === undefined) return text
      const start = one.index
      return adds
        ? `${text.slice(0, start)}${put} ${text.slice(start)}`
        : put === ''
          ? text.slice(0, start) + text.slice(start + one[0].length + 1)
          : text.slice(0, start) + put + text.slice(start + one[0].length)
    },
)
const blockEdit = fc.tuple(at, fc.constantFrom('put', 'take', 'swap', 'split', 'join'), block).map(
  ([place, how, put]): Edit =>
    (text) => {
      const blocks = text.trimEnd().split('\n\n')
      const index = place % blocks.length
      if (how === 'put') blocks.splice(index, 0, put)
      else if (how === 'take') blocks.splice(index, 1)
      else if (how === 'swap') blocks.push(...blocks.splice(index, 1))
      else if (how === 'split') return text.replace(/\. (?=\p{Lu})/u, '.\n\n')
      else blocks.splice(index, 2, blocks.slice(index, index + 2).join(' '))
      return `${blocks.join('\n\n')}\n`
    },
)
const lineEdit = fc.tuple(at, fc.boolean(), item).map(
  ([place, adds, put]): Edit =>
    (text) => {
      const lines = text.split('\n')
      const items = lines.flatMap((line, index) => (/^\s*- /.test(line) ? [index] : []))
      const index = items[place % Math.max(1, items.length)]
      if (index === undefined) return text
      lines.splice(index, adds ? 0 : 1, ...(adds ? [`- ${put}`] : []))
      return lines.join('\n')
    },
)
/** One to four edits that a person could make. */
export const edits = fc
  .array(fc.oneof({ weight: 3, arbitrary: wordEdit }, blockEdit, lineEdit), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (all): Edit =>
      (text) =>
        all.reduce((done, edit) => edit(done), text),
  )
