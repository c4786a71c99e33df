import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from './front-matter.ts'

const parts = (text: string) => {
  const { head, unclosed, bodyStart } = splitFrontMatter(text)
  return {
    head: head === null ? null : text.slice(head.start, head.end),
    unclosed,
    body: text.slice(bodyStart),
  }
}

describe('a file cut at its head', () => {
  it.each<[string, string, string | null, string]>([
    ['a head and a body', '---\ntitle: a\n---\n\nb', 'title: a\n', '\nb'],
    ['an empty head', '---\n---\nb', '', 'b'],
    ['a head alone', '---\ntitle: a\n---', 'title: a\n', ''],
    ['a byte order mark', '\uFEFF---\ntitle: a\n---\nb', 'title: a\n', 'b'],
    ['line ends of Windows', '---\r\ntitle: a\r\n---\r\nb', 'title: a\r\n', 'b'],
    ['line ends of old', '---\rtitle: a\r---\rb', 'title: a\r', 'b'],
    ['blanks after the rulers', '--- \t\ntitle: a\n---  \nb', 'title: a\n', 'b'],
    ['an end by three full stops', '---\ntitle: a\n...\nb', 'title: a\n', 'b'],
    [
      'dashes inside',
      '---\ntitle: a --- b\n----\nx: "---"\n---\nb',
      'title: a --- b\n----\nx: "---"\n',
      'b',
    ],
    ['a ruler in the body', '---\ntitle: a\n---\nb\n\n---\n', 'title: a\n', 'b\n\n---\n'],
    ['no head', '# a\n\n---\n', null, '# a\n\n---\n'],
    ['an empty line first', '\n---\ntitle: a\n---\n', null, '\n---\ntitle: a\n---\n'],
    ['four dashes', '----\ntitle: a\n---\n', null, '----\ntitle: a\n---\n'],
    ['nothing', '', null, ''],
    ['a byte order mark alone', '\uFEFF', null, ''],
  ])('%s', (_what, text, head, body) => {
    expect(parts(text)).toEqual({ head, unclosed: false, body })
  })

  it.each([
    ['ends at an empty line', '---\ntitle: a\n\nb', 'title: a\n', '\nb'],
    ['ends at a heading', '---\ntitle: a\n## b', 'title: a\n', '## b'],
    [
      'ends at an empty line of Windows',
      '---\r\ntitle: a\r\nlead: b\r\n\r\nb',
      'title: a\r\nlead: b\r\n',
      '\r\nb',
    ],
    [
      'ends at a heading, on Windows',
      '---\r\ntitle: a\r\nlead: b\r\n## b',
      'title: a\r\nlead: b\r\n',
      '## b',
    ],
    ['ends at a line of blanks', '---\ntitle: a\n \t\nb', 'title: a\n', ' \t\nb'],
    ['ends with the file', '---\ntitle: a', 'title: a', ''],
    ['is empty', '---', '', ''],
  ])('a head never closed %s', (_what, text, head, body) => {
    expect(parts(text)).toEqual({ head, unclosed: true, body })
  })
})
