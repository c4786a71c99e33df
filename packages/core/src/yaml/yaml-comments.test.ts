import { expect, it } from 'vitest'
import { yamlComments } from './yaml-comments.ts'

it('gives the comments of YAML with their places, and no other sign of number', () => {
  const text = [
    '# one',
    'title: Loi # 3',
    'id: a # two',
    'url: https://example.org/#no',
    'quoted: "# no"',
    "single: '# no'",
    'block: |',
    '  # no',
    '  text',
    'list: # three',
    '  # four',
    '  - [a, # five',
    '    b]',
    '# six',
  ].join('\n')
  const found = yamlComments(`---\n${text}\n---\n# Body\n`, 4, 4 + text.length)
  expect(found.map((comment) => comment.text)).toEqual([
    '# one',
    '# two',
    '# three',
    '# four',
    '# five',
    '# six',
  ])
  expect(found.map((comment) => comment.start - 4)).toEqual(
    found.map((comment) => text.indexOf(comment.text)),
  )
})
