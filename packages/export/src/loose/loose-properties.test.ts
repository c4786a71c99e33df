// @module-tag long
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FlowNode } from '../edition/nodes.ts'
import { exporters } from '../exporters.ts'
import { htmlExporter } from '../html/html-exporter.ts'
import { composeLooseEdition } from './compose-loose-edition.ts'
import { sampleFolder, tinyPng } from './sample-folder.ts'

const names = fc.constantFrom(
  'README',
  'index',
  'SUMMARY',
  'a',
  'b c',
  'é',
  '日本',
  'main',
  'images',
  'nul',
  '10',
  '9',
)
const folders = fc.constantFrom('', '', 'guide/', 'guide/Été/', 'mots/')
const addresses = fc.constantFrom(
  'a.md',
  'guide/',
  '../README.md#titre',
  '#titre',
  'i.png',
  'i.jpg',
  'x.svg',
  'absent.png',
  'https://e.org/a|b',
  'javascript:x',
  'b%20c.md',
  '%',
  '//e.org',
  '',
)
const words = fc.oneof(
  fc.constantFrom(
    'Titre',
    'mot',
    '« mot »',
    'l’été ?',
    '50 000 €',
    '$a_1*b*$',
    '👩‍👩‍👧',
    'שלום',
    '&amp;',
    '\\',
    '<b>',
    '</b>',
    '<br>',
    '[^1]',
    '[^2]',
    '[@cle]',
    '`code`',
    '**gras**',
    '*',
    '_',
    '|',
    '\u0000',
    '\uFFFE',
    '\uD800',
    '\u202E',
    '10<sup>6</sup>',
    '<img src="i.png" onerror="alert(1)">',
    '<a href="javascript:alert(1)" onclick=alert(1)>',
    '<a href="a.md">',
    '</a>',
    '<script>alert(1)</script>',
  ),
  fc.string({ maxLength: 8, unit: 'grapheme' }),
)
const inline = fc.oneof(
  { weight: 4, arbitrary: words },
  fc.tuple(words, addresses).map(([text, url]) => `[${text}](${url})`),
  fc.tuple(words, addresses).map(([text, url]) => `![${text}](${url})`),
)
const line = fc.array(inline, { maxLength: 6 }).map((pieces) => pieces.join(' '))
const opening = fc.constantFrom(
  '',
  '',
  '',
  '# ',
  '## ',
  '#### ',
  '###### ',
  '- ',
  '1. ',
  '7. ',
  '> ',
  '> > # ',
  '- ## ',
  '    ',
  '```\n',
  '---\n',
  '---\ntitle: ',
  '| ',
  '[^1]: ',
  '[^2]: ',
  '[r]: ',
  '$$',
  '<div>',
  '{{< note >}}\n',
  '{% endnote %}\n{% note %}\n',
  '{{< figure src="img/vraie.png" >}}\n',
  '{: #titre }\n',
  ': ',
  '*[a]: ',
  'x^[note',
  '[[titre|',
  '==a== ![[',
  '<p align=center>',
  '<h2>',
  '<ul><li>',
  '<table><tr><th onclick=x>a<td>',
  '<pre>',
  '<style>@import "//e.org"',
  '<svg onload=alert(1)>',
  '<a id="titre">',
  '***',
  '- [ ] ',
  '- | a |\n  |---|\n  | ',
)
const block = fc
  .tuple(
    opening,
    line,
    fc.constantFrom('', '', '\n===', '\n---', ' |\n|---|--:|\n| a | b |', ' {#titre}'),
  )
  .map((parts) => parts.join(''))
const markdown = fc
  .tuple(fc.array(block, { maxLength: 10 }), fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\r'))
  .map(([blocks, between]) => blocks.join(between))
const tree = fc.dictionary(
  fc
    .tuple(folders, names, fc.constantFrom('.md', '.md', '.markdown'))
    .map((parts) => parts.join('')),
  fc.oneof({ weight: 9, arbitrary: markdown }, fc.uint8Array({ maxLength: 30 })),
  { minKeys: 1, maxKeys: 5 },
)

it('any folder of Markdown is composed, with no address given twice, and rendered in every format', () => {
  fc.assert(
    fc.property(tree, (files) => {
      const { folder, readAsset } = sampleFolder({
        ...files,
        'i.png': tinyPng,
        'i.jpg': tinyPng,
        'guide/i.png': tinyPng.subarray(0, 30),
        'x.svg': '<svg/>',
      })
      const { edition, findings } = composeLooseEdition(folder, { readAsset }, '')
      expect(findings.every(({ severity }) => severity !== 'error')).toBe(true)
      const ids = edition.chapters.flatMap((chapter) => [
        chapter.id,
        ...everyNode(chapter.introduction).flatMap(({ data }) =>
          [data?.id ?? [], data?.number ?? []].flat(),
        ),
      ])
      expect(new Set(ids).size).toBe(ids.length)
      if (edition.chapters.length === 0) return
      for (const exporter of Object.values(exporters))
        expect(() => exporter.render(edition, { readAsset })).not.toThrow()
      // What runs is never a tag or an attribute: only words may say it.
      for (const { path, bytes } of htmlExporter.render(edition, { readAsset })) {
        const markup = new TextDecoder()
          .decode(bytes)
          .replace(/\s(?:alt|aria-label|title|content)="[^"]*"/g, '')
        if (path.endsWith('.html'))
          expect(markup).not.toMatch(
            /<(?:script|iframe|object)|<[^>]*\s(?:on\w+|href="?javascript:)/i,
          )
      }
    }),
    { numRuns: 60 },
  )
}, 60_000)

it('the order of files on the disk changes nothing', () => {
  fc.assert(
    fc.property(tree, (files) => {
      const compose = (some: Readonly<Record<string, string | Uint8Array>>) => {
        const { folder, readAsset } = sampleFolder(some)
        return composeLooseEdition(folder, { readAsset }, '')
      }
      expect(compose(Object.fromEntries(Object.entries(files).reverse()))).toEqual(compose(files))
    }),
    { numRuns: 40 },
  )
})

function everyNode(nodes: readonly FlowNode[]): FlowNode[] {
  return nodes.flatMap((node) => [
    node,
    ...('children' in node ? everyNode(node.children as FlowNode[]) : []),
  ])
}
