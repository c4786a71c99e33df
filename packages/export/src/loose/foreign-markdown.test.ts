import { expect, it } from 'vitest'
import { chapter, composed, said, shown } from './sample-book.ts'
import { tinyPng } from './sample-folder.ts'

it('an alert of GitHub begins with its label', () => {
  const text =
    '> [!NOTE]\n> Une *chose*.\n\n> [!warning]\n>\n> - un\n\n> [!CONSTAT]\n> non\n\n> [!constructor]\n> non\n'
  expect(shown(chapter(composed({ 'a.md': text })).introduction)).toEqual([
    '*Note* Une _chose_.',
    '*Attention* - un',
    '[!CONSTAT] non',
    '[!constructor] non',
  ])
  const english = shown(chapter(composed({ 'a.md': `---\nlang: en\n---\n${text}` })).introduction)
  expect(english[1]).toBe('*Warning* - un')
})

it('a srcset shows its first image, and an address may be broken over two lines', () => {
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

it('raw HTML is printed as the same Markdown; tags that Markdown lacks are reported, each once a file', () => {
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

it('a link without words shows its address, as the alternative of its image if it has one', () => {
  const text =
    '[![](i.png)](https://a.fr/x) [*![](i.png)*](b.md) [&nbsp;](https://b.fr) [&nbsp;](b.md) <a href="https://c.fr"><br></a> [![](i.png) un](https://d.fr)'
  const { introduction } = chapter(
    composed({ 'a.md': `# A\n\n${text}`, 'b.md': '# B', 'i.png': tinyPng }),
  )
  expect(shown(introduction)).toEqual([
    '{https://a.fr/x} [_{b.md}_] https://b.fr https://c.fr {} un',
  ])
})

it('HTML blocks on one line are printed on lines of their own', () => {
  const text =
    '| a | b |\n|---|---|\n| <ul><li>un</li><li>*deux*</li></ul> | <p>un</p><br><p>deux</p> |\n\n<table><tr><td><ul><li>un</li> <li>deux</li></ul></td></tr></table>'
  expect(shown(chapter(composed({ 'a.md': `# A\n\n${text}` })).introduction)).toEqual([
    'a | b || un/_deux_ | un/deux',
    ' || un/deux',
  ])
})

it('the content of noscript is printed', () => {
  const text =
    '<script src="x"></script><noscript><p>Voir <a href="b.md">là</a></p></noscript>\n\n<mark>deux</mark>'
  const book = composed({ 'a.md': `# A\n\n${text}`, 'b.md': '# B' })
  expect(shown(chapter(book).introduction)).toEqual(['Voir [là]', '*deux*'])
})

it('weights in the front matter order the texts of each folder, before those without', () => {
  const book = composed({
    '_index.md': '# Zéro',
    'a.md': '# Cinq',
    'b/_index.md': '---\nweight: 2\n---\n# Deux',
    'b/c.md': '---\nsidebar_position: 2\n---\n# Quatre',
    'b/d.md': '---\nnav_order: 1\n---\n# Trois',
    'e.md': '---\nweight: 1\n---\n# Un',
  })
  expect(book.edition.chapters.map(({ title }) => title)).toEqual([
    'Zéro',
    'Un',
    'Deux',
    'Trois',
    'Quatre',
    'Cinq',
  ])
})

it('a draft is printed and reported', () => {
  const heads = [
    '---\ndraft: true\n---\n',
    '---\npublished: false\n---\n',
    '---\ndraft: false\n---\n',
  ]
  const book = composed(
    Object.fromEntries(heads.map((head, at) => [`${at}.md`, `${head}# Le titre\n\nUn mot.\n`])),
  )
  expect(book.edition.chapters).toHaveLength(3)
  expect(said(book)).toEqual(['0.md:1 info file/draft', '1.md:1 info file/draft'])
})

it('signs that only another tool reads are printed as they are written', () => {
  const text =
    '!!! note\n\n:::tip\n\n{: .lead }\n\n[[B]] ==a== x^2^ {++b++}\n\n{{< toc >}}\n\n{% hint %}\n\nTerme\n: sens\n\n+++\n\n## B {#ici}'
  expect(shown(chapter(composed({ 'a.md': `# A\n\n${text}` })).introduction)).toEqual([
    '!!! note',
    ':::tip',
    '{: .lead }',
    '[[B]] ==a== x^2^ {++b++}',
    '{{< toc >}}',
    '{% hint %}',
    'Terme : sens',
    '+++',
    'B {#ici}',
  ])
})
