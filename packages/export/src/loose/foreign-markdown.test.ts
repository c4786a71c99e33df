import { expect, it } from 'vitest'
import { chapter, composed, said, shown } from './sample-book.ts'
import { tinyPng } from './sample-folder.ts'

it('a head in TOML is a head', () => {
  const toml =
    '+++\ntitle = "Un \\"livre\\""\nlang = \'de\'\ndate = 2025-03-01T10:00:00Z\nauthors = ["Ana", "Bo"]\nweight = 3\n\n[menu]\ntitle = "non"\n+++\n\nTexte\n'
  const book = composed({ 'README.md': toml, 'b.md': '+++\n\nsans fin\n' })
  expect(book.edition).toMatchObject({
    title: 'Un "livre"',
    language: 'de',
    date: '2025-03-01',
    publisher: 'Ana, Bo',
  })
  expect(shown(chapter(book).introduction)).toEqual(['Texte'])
  expect(shown(chapter(book, 1).introduction)).toEqual(['+++', 'sans fin'])
})

it('the alerts of forges bear their name, or the title that Obsidian gives them', () => {
  const text =
    '> [!NOTE]\n> Une *chose*.\n\n> [!warning]\n>\n> - un\n\n> [!TIP]- Un titre\n> oui\n\n> [!SeeAlso]\n> là\n\n> [!CONSTAT]\n> non\n\n> [!constructor]\n> non\n'
  expect(shown(chapter(composed({ 'a.md': text })).introduction)).toEqual([
    '*Note* Une _chose_.',
    '*Attention* - un',
    '*Un titre* oui',
    '*Voir aussi* là',
    '[!CONSTAT] non',
    '[!constructor] non',
  ])
  const english = shown(chapter(composed({ 'a.md': `---\nlang: en\n---\n${text}` })).introduction)
  expect([english[1], english[3]]).toEqual(['*Warning* - un', '*See also* là'])
})

it('a picture of a set is its first, and an address over two lines is one', () => {
  const text =
    'Voir <a href="b.md#la-\n  fin">la fin</a>.\n\n<picture><source srcset="x.png"><img srcset="i.png 1x, j.png 2x" alt="Un point"></picture>\n\n<img srcset="i,2.png, j.png 2x" alt="Deux">\n'
  const book = composed({
    'a.md': `# A\n\n${text}`,
    'b.md': '# B\n\n## La fin\n',
    'i.png': tinyPng,
    'i,2.png': tinyPng,
  })
  expect(shown(chapter(book).introduction)).toEqual(['Voir [la fin].', '{Un point}', '{Deux}'])
  expect(said(book)).toEqual([])
})

it('raw HTML is printed as Markdown would say it, and what Markdown cannot say is said, a tag once a file', () => {
  const text = `<h1 align="center">Notre <i>projet</i></h1>

<p align=center>Un <a href="b.md">lien</a>,
<a href='javascript:alert(1)'>mal</a> et <code>x &lt; y</code><br>suite&nbsp;: 10<sup>6</sup> <IMG SRC="i.png" ALT="Un point"></p>

<details><summary>Voir</summary>

Contenu

</details>

<ul><li>un<li>deux<ol start=3><li>trois</ol></ul>
<table><tr><th>A<th>B<tr><td>1<td><p>c</p><p>d</p></table>
<table><tr><td>1</td></tr></table>
<div>un <kbd>mot</kbd> <script>alert(2)</script> <iframe src=x>rien</iframe><style>p{}</style> fin</div><!-- rien --><blockquote>cité<ul><li></ul></blockquote><blockquote></blockquote><pre>
  a
</pre>

<a id="ici"></a>

## Titre

Un <b>mot *fort*</b>, <a href="b.md">un lien</a>, <img src=i.png alt="un point">, <em>pas fermé, [là](#ici).
`
  const book = composed({ 'a.md': text, 'b.md': '# B', 'i.png': tinyPng })
  expect(chapter(book).title).toBe('Notre projet')
  expect(shown(chapter(book).introduction)).toEqual([
    'Un [lien], mal et `x < y`/suite : 10⁶ {Un point}',
    '*Voir*',
    'Contenu',
    '- un - deux 3. trois',
    'A | B || 1 | c/d',
    ' || 1',
    'un mot fin',
    'cité',
    '  a',
    'Titre',
    'Un *mot _fort_*, [un lien], {un point}, pas fermé, [là].',
  ])
  expect(said(book).filter((line) => !line.includes('link'))).toEqual([
    'a.md:3 warning html/tag',
    'a.md:12 warning html/tag',
    'a.md:12 warning html/tag',
    'a.md:12 warning html/unprinted',
    'a.md:12 warning html/unprinted',
    'a.md:12 warning html/unprinted',
  ])
})

it('a link of which nothing is said is called by where it leads, on its picture if it has one', () => {
  const text =
    '[![](i.png)](https://a.fr/x) [*![](i.png)*](b.md) [&nbsp;](https://b.fr) [&nbsp;](b.md) <a href="https://c.fr"><br></a> [![](i.png) un](https://d.fr)'
  const { introduction } = chapter(
    composed({ 'a.md': `# A\n\n${text}`, 'b.md': '# B', 'i.png': tinyPng }),
  )
  expect(shown(introduction)).toEqual([
    '{https://a.fr/x} [_{b.md}_] https://b.fr https://c.fr {} un',
  ])
})
