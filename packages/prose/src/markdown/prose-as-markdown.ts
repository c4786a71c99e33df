import { writeMarkdown } from './write-markdown.ts'

/**
 * Writes plain words as Markdown: special characters and CriticMarkup are escaped. Line breaks
 * become hard, or spaces in cells. `where`: at the start of a block, in a table cell, or after
 * other words.
 */
export function proseAsMarkdown(
  words: string,
  where: 'start' | 'cell' | 'inside' = 'start',
): string {
  const text = words.trim()
  if (text === '') return blanks(words)
  const start = words.length - words.trimStart().length
  // After a letter, marks such as `-` open no block and stay unescaped.
  const guard = where === 'start' ? '' : 'x'
  const lines = text
    .split('\n')
    .map((line, index) =>
      escaped((index === 0 ? guard : '') + line.replace(BLANKS_AROUND, ''), where),
    )
  const inner = lines.join(where === 'cell' ? ' ' : '\\\n').slice(guard.length)
  return blanks(words.slice(0, start)) + inner + blanks(words.slice(start + text.length))
}

// Linear: each run of blanks is read once, from its start.
const BLANKS_AROUND = /^[ \t]+|(?<![ \t])[ \t]+$/g

function blanks(space: string) {
  return space.replace(/[\t\n]+/g, ' ')
}

function escaped(line: string, where: 'start' | 'cell' | 'inside') {
  const words = line.replaceAll('\t', ' ')
  const written = writeMarkdown({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }],
  }).replace(/\n$/, '')
  const plain = written
    .replace(/(?<!\\)\{(?=\+\+|--|~~|==|>>)/g, '\\{')
    .replace(/(?<!\\)~(?=~)/g, '\\~')
  return where === 'cell' ? plain.replace(/(?<!\\)\|/g, '\\|') : plain
}
