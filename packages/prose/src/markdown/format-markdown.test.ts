import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digest } from '../digest/digest.ts'
import { frenchMarkdown } from '../samples/random-markdown.ts'
import { formatMarkdown } from './format-markdown.ts'
import { parseMarkdown } from './parse-markdown.ts'

const digestOf = (text: string) => {
  const tree = parseMarkdown(text)
  return digest({
    fields: {},
    parts: [{ name: 'body', blocks: tree.children }],
    tree,
    imageDigest: (url) => url,
  })
}

describe('canonical Markdown', () => {
  it.each([
    [
      'headings',
      'Un titre\n========\n\nUn autre\n---\n\n### Trois ###\n',
      '# Un titre\n\n## Un autre\n\n### Trois\n',
    ],
    [
      'lists',
      '* un\n* deux\n   + trois\n\n\n1) un\n1) deux\n',
      '- un\n- deux\n  - trois\n\n1. un\n2. deux\n',
    ],
    ['emphasis', 'Un _mot_, __fort__ et ~~barré~~.\n', 'Un *mot*, **fort** et ~~barré~~.\n'],
    [
      'lines of prose',
      'Une ligne,\nune autre.  \nEt une.\n',
      'Une ligne,\nune autre.\\\nEt une.\n',
    ],
    ['blanks', '\n\nUn\n\n\n\nDeux   \n\n***\n', 'Un\n\nDeux\n\n---\n'],
    [
      'escapes and addresses',
      'snake_case \\* [a]  <https://a.fr/_b_> [l](<a b> "t") &nbsp; 2 * 3\n',
      'snake_case \\* [a]  <https://a.fr/_b_> [l](<a b> "t") &nbsp; 2 * 3\n',
    ],
    [
      'citations, notes, code',
      'Un `a  b` [@insee, p. 2][^1].\n[^1]:   Une note.\n\n~~~js\na  b\n~~~\n',
      'Un `a  b` [@insee, p. 2][^1].\n\n[^1]: Une note.\n\n```js\na  b\n```\n',
    ],
    [
      'definitions, kept together',
      '[a] [b]\n\n[a]: x\n\n[b]: y\n\nFin.\n',
      '[a] [b]\n\n[a]: x\n[b]: y\n\nFin.\n',
    ],
    [
      'tables',
      '|a|b|\n|-|:-:|\n|« c »|`d\\|e`|\n',
      '| a | b |\n| --- | :-: |\n| « c » | `d\\|e` |\n',
    ],
    ['quotes', '>Un\n>   deux\n>* trois\n', '> Un\n> deux\n>\n> - trois\n'],
    [
      'notes between us',
      '<!-- cahier off typography/quotes -->\nUn mot.\n',
      '<!-- cahier off typography/quotes -->\n\nUn mot.\n',
    ],
    ['lines of Windows', 'Un\r\nmot\r\n\r\n* deux\r\n', 'Un\nmot\n\n- deux\n'],
    ['tasks without a word yet', '* [ ] \n* [x]  \n* [ ]\n', '- [ ] \n- [x] \n- [ ]\n'],
    [
      'tags under a line of a list, which others read as the end of that line',
      '* un\n<br>\n\n__Deux__\n',
      '* un\n<br>\n\n**Deux**\n',
    ],
    [
      'lists side by side, which stay two',
      '* un\n\n+ deux\n\n* trois\n',
      '- un\n\n+ deux\n\n- trois\n',
    ],
    [
      'code that would become a fence',
      'Un\n    ``` mot\n\n__Deux__\n',
      'Un\n    ``` mot\n\n**Deux**\n',
    ],
  ])('%s', (_, text, wanted) => expect(formatMarkdown(text)).toBe(wanted))

  it('leaves alone what stands after, but for the ends of its lines', () => {
    const text = '* un\n\n## Texte\n\n* {++deux++}\n'
    const wanted = '- un\n\n## Texte\n\n* {++deux++}\n'
    expect(formatMarkdown(text, text.indexOf('## Texte'))).toBe(wanted)
    const windows = text.replaceAll('\n', '\r\n')
    expect(formatMarkdown(windows, windows.indexOf('## Texte'))).toBe(wanted)
  })

  it('leaves a table that is drawn as it stands: written otherwise, its dashes would be rules, and what they line up would be lost', () => {
    const tables = [
      ' Prix   Lieu\n ------ ------\n 12     Rue',
      '  ------ ------\n  12     Rue\n\n  13     Place\n  ------ ------',
      '-----------------\nMot     Sens\n------- ---------\nun      le seul\n\ndeux    une paire\n-----------------',
      '+------+------+\n| a    | b  ; |\n+======+======+\n| c: d | e    |\n+------+------+',
    ]
    for (const table of tables)
      expect(formatMarkdown(`__Un__\n\n${table}\n\n***\n`)).toBe(`**Un**\n\n${table}\n\n---\n`)
    for (const table of tables) {
      const quoted = `__Un__\n\n${table}`.replace(/^/gm, '> ')
      expect(formatMarkdown(`__Un__\n\n${quoted}\n\n***\n`)).toBe(`**Un**\n\n${quoted}\n\n---\n`)
    }
    expect(formatMarkdown(`${tables.join('\n\n\n')}\n`)).toBe(`${tables.join('\n\n')}\n`)
  })

  it('writes at once what can be written so only beside the others', () => {
    const done = formatMarkdown('  ? \n\n)\n    - a\n:\n  ```;\n\n')
    expect(done).toBe('?\n\n)\n    - a\n:\n\n```;\n```\n')
    expect(formatMarkdown(done)).toBe(done)
  })

  it('changes no digest, and nothing the second time', { tags: ['long'] }, () => {
    const rough = fc.constantFrom(
      '*',
      '_',
      '__',
      '\n',
      '\n\n',
      '> ',
      '* ',
      '+ ',
      '1) ',
      '    ',
      '\t',
      '---\n',
      '`',
      '[',
      '](a)',
      '|',
      '#',
      '  \n',
      '\\',
      '&amp;',
      '<b>',
      'mot',
      ' ',
    )
    const texts = fc.oneof(
      frenchMarkdown,
      fc.array(fc.oneof(rough, frenchMarkdown), { maxLength: 6 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const done = formatMarkdown(text)
        expect(digestOf(done)).toBe(digestOf(text))
        expect(formatMarkdown(done)).toBe(done)
      }),
      { numRuns: 40 },
    )
  })
})

it('blanks of any number are read once: looked at again from each of them, they would outlast the test', {
  tags: ['long'],
}, () => {
  const blanks = '\t'.repeat(300_000)
  expect(formatMarkdown(`Un${blanks}mot.\n`)).toBe(`Un${blanks}mot.\n`)
  const code = `\`\`\`\nun${'\n'.repeat(300_000)}mot\n\`\`\`\n`
  expect(formatMarkdown(code)).toBe(code)
})

it('blocks that cannot be written otherwise are each tried once: tried with all others, they would outlast the test', {
  tags: ['long'],
}, () => {
  const text = 'Le texte.\n    ```bash\n    npm ci 12\n    ```\n\n'.repeat(200)
  expect(formatMarkdown(text)).toBe(`${text.trimEnd()}\n`)
})
