import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromXml } from 'xast-util-from-xml'
import { paragraphsIn } from './document/odt-paragraphs.ts'
import { runsAsMarkdown, wordsOfMarkdown } from './runs-as-markdown.ts'
import { comparedWords } from './text-change.ts'

const NAMESPACES = ['office', 'text', 'style', 'fo', 'xlink', 'draw']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ')
const STYLES = [
  '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>',
  '<style:style style:name="T2" style:family="text" style:parent-style-name="Emphasis"/>',
  '<style:style style:name="T3" style:family="text"><style:text-properties fo:font-weight="normal"/></style:style>',
  '<style:style style:name="T4" style:family="text"><style:text-properties fo:font-weight="700" fo:font-style="italic"/></style:style>',
  '<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>',
].join('')

/** A new paragraph of a document that came back, as Markdown. */
function markdownOf(inside: string): string | null {
  const body = `<office:body><office:text><text:p text:style-name="P1">${inside}</text:p></office:text></office:body>`
  const content = `<office:document-content ${NAMESPACES}><office:automatic-styles>${STYLES}</office:automatic-styles>${body}</office:document-content>`
  const [paragraph] = paragraphsIn(fromXml(content))?.paragraphs ?? []
  if (paragraph === undefined) throw new Error('no paragraph')
  return runsAsMarkdown(paragraph.text, paragraph.runs)
}

describe('the formats of a new paragraph', () => {
  it.each([
    [
      'bold',
      'Un <text:span text:style-name="T1">accueil</text:span> ouvert',
      'Un **accueil** ouvert',
    ],
    [
      'bold with its blanks',
      'Un<text:span text:style-name="T1"> accueil </text:span>ouvert',
      'Un **accueil** ouvert',
    ],
    [
      'bold cut in two by what a word processor notes',
      '<text:span text:style-name="T1">deux </text:span><text:span text:style-name="T1">mots</text:span>',
      '**deux mots**',
    ],
    [
      'italics by a style of the document',
      'le <text:span text:style-name="T2">Titre</text:span>.',
      'le *Titre*.',
    ],
    [
      'both, and bold undone inside',
      '<text:span text:style-name="T4">a</text:span> <text:span text:style-name="T1">b <text:span text:style-name="T3">c</text:span> d</text:span>',
      '***a*** **b** c **d**',
    ],
    [
      'a link',
      'voir <text:a xlink:href="https://exemple.org/a_(b)">la <text:span text:style-name="T1">loi</text:span></text:a>',
      'voir [la **loi**](<https://exemple.org/a_(b)>)',
    ],
    [
      'an address typed in',
      '<text:a xlink:href="https://exemple.org/a">https://exemple.org/a</text:a>',
      '<https://exemple.org/a>',
    ],
    [
      'signs that mean something',
      '<text:span text:style-name="T1">1. *a* [b]</text:span> {++c++}',
      '**1\\. \\*a\\* \\[b]** \\{++c++}',
    ],
  ])('%s', (_, inside, markdown) => expect(markdownOf(inside)).toBe(markdown))

  it.each([
    ['nothing does', 'Un <text:span text:style-name="T3">accueil</text:span>'],
    ['the whole is in the style of its paragraph', 'Un accueil'],
    ['blanks do', 'a<text:span text:style-name="T1"> </text:span>b'],
    [
      'a link leads nowhere',
      '<text:a xlink:href="javascript:alert(1)">a</text:a> <text:a xlink:href="#b">c</text:a>',
    ],
    ['Markdown would read other words', 'in<text:span text:style-name="T1">(a)</text:span>b'],
  ])('its words alone are written when %s', (_, inside) => expect(markdownOf(inside)).toBeNull())

  it('never lose a word or a sign', { tags: ['long'] }, () => {
    const text = fc.constantFrom(
      'mot',
      ' ',
      '*',
      '_',
      '[',
      '](',
      '`',
      '<b>',
      '1.',
      '- ',
      '#',
      'é',
      '\n',
      '\u2029',
      '\uFFFC',
      '~~',
      '[@a]',
      '[^1]',
    )
    const run = fc.record({
      strong: fc.boolean(),
      emphasis: fc.boolean(),
      link: fc.constantFrom('', 'https://e.org/)'),
    })
    fc.assert(
      fc.property(fc.array(fc.tuple(text, run), { maxLength: 10 }), (parts) => {
        const lengths = parts.map(([wording]) => wording.length)
        const runs = parts.map(([wording, format], index) => {
          const start = lengths.slice(0, index).reduce((sum, length) => sum + length, 0)
          return { ...format, start, end: start + wording.length }
        })
        const whole = parts.map(([wording]) => wording).join('')
        const markdown = runsAsMarkdown(whole, runs)
        if (markdown !== null)
          expect(comparedWords(wordsOfMarkdown(markdown))).toBe(
            comparedWords(whole.replaceAll('\u2029', ' ')),
          )
      }),
    )
  })
})
