import { toMarkdown } from 'mdast-util-to-markdown'

/**
 * Plain words as they are written in Markdown: what would mean something is escaped, CriticMarkup included, and a line break is a hard one.
 * `where` they stand: at the beginning of a block, in a table, or after other words.
 */
export function proseAsMarkdown(words: string, where: 'start' | 'cell' | 'inside' = 'start'): string {
  const [, before = '', said = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
  if (said === '') return blanks(words)
  // After a letter, nothing opens a block.
  const guard = where === 'start' ? '' : 'x'
  const lines = said.split(/[ \t]*\n[ \t]*/).map((line, index) => escaped(index === 0 ? guard + line : line, where))
  return blanks(before) + lines.join(where === 'cell' ? ' ' : '\\\n').slice(guard.length) + blanks(after)
}

function blanks(space: string): string {
  return space.replace(/[\t\n]+/g, ' ')
}

function escaped(line: string, where: 'start' | 'cell' | 'inside'): string {
  const written = toMarkdown({ type: 'paragraph', children: [{ type: 'text', value: line.replaceAll('\t', ' ') }] }).replace(/\n$/, '')
  const plain = written.replace(/(?<!\\)\{(?=\+\+|--|~~|==|>>)/g, '\\{').replace(/(?<!\\)~(?=~)/g, '\\~')
  return where === 'cell' ? plain.replace(/(?<!\\)\|/g, '\\|') : plain
}
