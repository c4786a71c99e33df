import { expect, it } from 'vitest'
import { linesOf } from './lines/book-lines.ts'
import { writeDrawnTables } from './lines/drawn-tables.ts'
import { chapter, composed, said, shown } from './sample-book.ts'
import { tinyPng } from './sample-folder.ts'

const printed = (text: string, files: Readonly<Record<string, string | Uint8Array>> = {}) =>
  shown(
    chapter(
      composed({
        'a.md': `# A\n\n${text}`,
        'b.md': '# B\n\n## Un titre\n',
        'i.png': tinyPng,
        ...files,
      }),
    ).introduction,
  )

it.each([
  ['a notice of Hugo', '{{% notice tip %}}\nUn *mot*.\n{{% /notice %}}', ['*Conseil* Un _mot_.']],
  [
    'a hint of GitBook',
    '{% hint style="info" %}\nUn mot.\n{% endhint %}\nSuite',
    ['*À savoir* Un mot.', 'Suite'],
  ],
  [
    'an alert with its title',
    '{{< alert color="warning" title="Gare à *vous*" >}}\nUn\n{{< /alert >}}',
    ['*Gare à _vous_* Un'],
  ],
  [
    'tabs',
    '{% tabs %}\n{% tab title="Un" %}\n1\n{% endtab %}\n\n{% tab title="Deux" %}\n2\n{% endtab %}\n{% endtabs %}',
    ['*Un* 1', '*Deux* 2'],
  ],
  [
    'one in a list, far in',
    '10. un\n\n    {{< note >}}\n    deux\n    {{< /note >}}',
    ['10. un *Note* deux'],
  ],
  ['what is folded', '{{< details "Voir" >}}\n- un\n{{< /details >}}', ['*Voir* - un']],
  [
    'one in a list',
    '1. un\n\n   {{< note >}}\n   deux\n   {{< /note >}}\n2. trois',
    ['1. un *Note* deux 2. trois'],
  ],
  [
    'code',
    '{{< highlight go "linenos=table" >}}\na_b := *x*\n\n# c\n{{< /highlight >}}',
    ['a_b := *x*\n\n# c'],
  ],
  [
    'code that is fenced already',
    '{% code title="a.js" %}\n```js\n<b>\n```\n{% endcode %}',
    ['<b>'],
  ],
  ['a figure', '{{< figure src="i.png" alt="Un point" caption="Point" >}}', ['{Un point}']],
  ['an address', '{% embed url="https://example.org/v" %}', ['https://example.org/v']],
  ['a directive', '::pin[Un *mot*]{add="rien"}\n\na::b\n::', ['Un _mot_', 'a::b ::']],
  [
    'what a site leaves as it is',
    '{% raw %}\nUn\n{% endraw %}\n{% comment %}\nrien\n{% endcomment %}',
    ['Un'],
  ],
  [
    'code that shows a tag',
    '```\n{% hint %}\n```\n\n    {{< toc >}}\n\n`{{< toc >}}`',
    ['{% hint %}', '{{< toc >}}', '`{{< toc >}}`'],
  ],
  ['a tag that is shown', '{{</* toc */>}}', ['{{</* toc */>}}']],
])('what tags of site builders mean is printed, and they are not: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it('a caption of Hugo is a caption, in words alone', () => {
  const figure = '{{< figure src="i.png" caption="Un *point*, [ici](https://a.fr)" >}}'
  const [image] = chapter(composed({ 'a.md': `# A\n\n${figure}\n`, 'i.png': tinyPng })).introduction
  expect(JSON.stringify(image)).toContain('"Un point, ici"')
})

it('a tag of which nothing can be printed goes, and is said once a file', () => {
  const book = composed({
    'a.md':
      '# A\n\nUn\n\n{{< youtube abc >}}\n\n{{< youtube def >}}\n\n{% include x.html %}\n\n{{#include x.rs}}\n\n::youtube{id=a}\n\n{{< toc >}}\n\n{% endif %}\n\n--8<-- "b.md"\n',
    'b.md':
      "import A, { B } from '@a/b';\nimport 'c'\n\n# B\n\nimport de la marchandise\n\n```js\nimport A from 'b'\n```\n",
  })
  expect(shown(chapter(book).introduction)).toEqual(['Un'])
  expect(shown(chapter(book, 1).introduction)).toEqual([
    'import de la marchandise',
    "import A from 'b'",
  ])
  expect(said(book)).toEqual([
    'a.md:5 warning html/template',
    'a.md:9 warning html/template',
    'a.md:19 warning html/template',
  ])
})

it.each([
  [
    'attributes of kramdown',
    '{: .no_toc }\n\nUn mot.\n{: .lead }\n\nDeux{: .x }\n\n| a |\n|---|\n| b |\n{: .t #u }',
    ['Un mot.', 'Deux', 'a || b'],
  ],
  [
    'attributes that have a paragraph of a list to themselves',
    '- un\n\n  []{.x}\n- deux\n\n  {: .x }',
    ['- un - deux'],
  ],
  [
    'attributes after a link, a picture or words',
    '[un](b.md){target=_blank} ![deux](i.png){: width = "50%" } [trois]{.petit} {4}',
    ['[un] {deux} trois {4}'],
  ],
  [
    'attributes of pandoc, around links and words in bold, over lines, and where nothing is said',
    'Un [[mot](b.md)]{.section} [*fort* et\nlong]{.keycap lang="fr" a:b=""}.\n\n[]{#x .index}Deux [[trois]{.a}]{.b}, `a[0]{.c}`, a[0]{.c} [quatre] {5}',
    ['Un [mot] _fort_ et long.', 'Deux trois, `a[0]{.c}`, a[0]{.c} [quatre] {5}'],
  ],
  [
    'what pandoc keeps for another format',
    '`\\newpage`{=latex}\n\nUn `\\newpage`{=latex} deux `<b>`{=html}trois`</b>`{=html}, `<b title="5 > 4">quatre</b> cinq`{=html}\n\n```{=latex}\n\\x\n```\n\n```{=html}\n<p>six</p>\n```',
    ['Un deux *trois*, *quatre* cinq', 'six'],
  ],
  [
    'braces that follow nothing, and a title',
    '{.x} Un\n\n## Deux {: .y }',
    ['{.x} Un', 'Deux {: .y }'],
  ],
  ['the place of a table of contents', '[TOC]\n\n[[_TOC_]]\n\n* Sommaire\n{:toc}\n\nUn', ['Un']],
  ['a new page', 'Un\n\n\\newpage\n\nDeux', ['Un', 'Deux']],
  [
    'comments of Obsidian',
    'Un\n\n%%rien%%\n\n%%\nrien\n\nnon plus\n%%\n\n%%\nDeux',
    ['Un', '%% Deux'],
  ],
])('what speaks to a tool alone is not printed: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it('an identifier that a tool reads is an anchor', () => {
  const book = composed({ 'a.md': '# A\n\n## B\n\nUn mot.\n{: #ici }\n\n[là](#ici)\n' })
  expect([shown(chapter(book).introduction), said(book)]).toEqual([['B', 'Un mot. ', '[là]'], []])
})

it('identifiers of pandoc are anchors, in titles too', () => {
  const book = composed({
    'a.md':
      '# A\n\n## []{#b x=""}B {#c .d}\n\nUn [mot]{#e} de la fin.\n\n[]{#f}\n\n[b](#b) [c](#c) [e](#e) [f](#f)\n',
  })
  expect([shown(chapter(book).introduction), said(book)]).toEqual([
    ['B', 'Un mot de la fin.', '[b] [c] [e] [f]'],
    [],
  ])
})

it('what a text takes from its own head is said, and what is not there stays as it is written', () => {
  const text =
    '---\ntitle: Un titre\nn: 3\n---\n# {{ $frontmatter.title }}\n\n{{ page.n }} et {{ page.m }}, {{ page.toString }}, `{{ page.n }}`.\n'
  const [first] = composed({ 'a.md': text }).edition.chapters
  expect([first?.title, shown(first?.introduction ?? [])]).toEqual([
    'Un titre',
    ['3 et {{ page.m }}, {{ page.toString }}, `{{ page.n }}`.'],
  ])
})

it('addresses that a site builder computes, and names with blanks, are found', () => {
  const text = `[1]({{< ref "b.md#un-titre" >}}) [2]({{<relref "b">}}) [3]({% link b.md %}) [4]({{ site.baseurl }}/b) [5]({{ '/b.html' | relative_url }})

![un](des images/un é.png) ![deux](des%20images/un%20é.png =30x20) [6](un texte.md#t "Titre")

\`[7]({{< ref "b.md" >}})\` [8](pas un fichier)
`
  const book = composed({
    'a.md': `# A\n\n${text}`,
    'b.md': '# B\n\n## Un titre\n',
    'un texte.md': '# T',
    'des images/un é.png': tinyPng,
  })
  expect(shown(chapter(book).introduction)).toEqual([
    '[1] [2] [3] [4] [5]',
    '{un} {deux} [6]',
    '`[7]({{< ref "b.md" >}})` [8](pas un fichier)',
  ])
  expect(said(book)).toEqual([])
})

it('what wikis write between two brackets is a link or a picture, wherever the file lies, and stays where there is none', () => {
  const text =
    '[[B]], [[b#Un titre|là]], [[#A]], ![[plan.png|300]], ![[Plan.png|un plan]], [[absent]], [[ -f x ]], [[Été]], [[b#^1a2b|ce bloc]], ![[b]], [[]] et `[[B]]`.'
  const book = composed({
    'a.md': `# A\n\n${text}\n`,
    'E\u0301te\u0301.md': '# Été',
    'notes/b.md': '# B\n\n## Un titre\n',
    'images/plan.png': tinyPng,
  })
  expect(shown(chapter(book).introduction)).toEqual([
    '[B], [là], [A], {}, {un plan}, [[absent]], [[ -f x ]], [Été], [ce bloc], [b], [[]] et `[[B]]`.',
  ])
  expect(said(book).filter((line) => !line.includes('undescribed'))).toEqual([])
})

it.each([
  [
    'a term, and what it means',
    'Terme\n: Un *sens*.\n: Un autre.\n\nSuite',
    ['*Terme*', 'Un _sens_.', 'Un autre.', 'Suite'],
  ],
  [
    'with blank lines, and blocks',
    'Terme\n\n:   Un\n    sens.\n\n    - liste\n\nAutre\n\n:   Fin.',
    ['*Terme*', 'Un sens.', '- liste', '*Autre*', 'Fin.'],
  ],
  [
    'abbreviations',
    'Le HTML.\n\n*[HTML]: HyperText\n*[W3C]: Consortium',
    ['Le HTML.', '- *HTML* : HyperText - *W3C* : Consortium'],
  ],
  ['but a note is no term', 'Un[^1].\n\n[^1]: Une note.\n\n:   Deux', ['Un.', ': Deux']],
  [
    'but no sentence',
    'Une phrase qui est si longue que son auteur l’a coupée en deux lignes\n: la suite.',
    ['Une phrase qui est si longue que son auteur l’a coupée en deux lignes : la suite.'],
  ],
])('lists of definitions are read: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it.each([
  [
    'with dashes under its columns',
    '  Un     Deux\n  ------ ------\n  *a*    b | c\n         d\n\n  : Une légende.\n\nFin',
    ['Un | Deux || _a_ | b | c ||  | d', 'Une légende.', 'Fin'],
  ],
  [
    'without a head',
    '  ---- -----\n    12 trois\n  ---- -----\n\nFin',
    [' |  || 12 | trois', 'Fin'],
  ],
  [
    'whose rows have several lines',
    '-----------\nUn    Deux\nmot   \n----- -----\na     b\n      suite\n\nc     d\n-----------\n',
    ['Un mot | Deux || a | b suite || c | d'],
  ],
  [
    'in a list, its head set further in',
    '1.  Un\n\n           Un Deux\n      ------- ------\n      a       b\n\n2.  Fin',
    ['1. Un Un | Deux || a | b 2. Fin'],
  ],
  [
    'that is a box',
    '+----+-------+\n| Un | Deux  |\n+====+=======+\n| a  | b     |\n|    |       |\n|    | c | d |\n+----+-------+\n| e  | - f   |\n|    | - g   |\n+----+-------+\n',
    ['Un | Deux || a | b/c | d || e | - f/- g'],
  ],
  [
    'in a quotation',
    '> Un\n>\n>  a    b\n>  ---- ----\n>  un   deux\n>\n> Fin\n\nSuite',
    ['Un a | b || un | deux Fin', 'Suite'],
  ],
  [
    'in an admonition of a list, after code',
    '- Un\n\n  :::note\n  ```\n  --- ---\n  ```\n\n  +---+---+\n  | a | b |\n  +===+===+\n  | c | d |\n  +---+---+\n\n  Fin\n  :::\n- Deux\n',
    ['- Un *Note* --- --- a | b || c | d Fin - Deux'],
  ],
])('a table that pandoc draws is a table: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it.each([
  ['words cut by a column', 'Un titre\n--- ----\nde mots', ['Un titre', '', 'de mots']],
  ['a rule, and code', 'Un\n\n--- ---\n\n    a b\n    - -\n    c d', ['Un', '', 'a b\n- -\nc d']],
  [
    'a box with cells of several columns',
    '+---+---+\n| a     |\n+---+---+\n',
    ['+---+---+ | a | +---+---+'],
  ],
])('and what is none is printed as it is: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it('notes written where they are called are notes', () => {
  const { introduction, notes } = chapter(
    composed({
      'a.md': '# A\n\nUn^[La [note](https://a.fr) `]`.] et x^[2], `^[non oui]`.\n\nDeux^[Autre].\n',
    }),
  )
  expect(shown(introduction)).toEqual(['Un et x^[2], `^[non oui]`.', 'Deux.'])
  expect(notes.map(({ nodes }) => shown(nodes).join())).toEqual(['La note `]`.', 'Autre'])
})

it('a note whose colon has its space, as in French, is a note', () => {
  const book = composed({
    'a.md': '# A\n\nUn[^1] deux[^b].\n\n[^1] : Une *note*.\n[^b]\u00A0: Autre.\n',
  })
  expect(chapter(book).notes.map(({ nodes }) => shown(nodes).join())).toEqual([
    'Une _note_.',
    'Autre.',
  ])
  expect(said(book)).toEqual([])
})

it('words gone over with a marker are strong, what CriticMarkup takes out is struck, and figures are raised or lowered', () => {
  const text =
    'Un ==mot *fort*== et {==**un** mot==}, {==deux==}, a == b, `==c==`, H~2~O, x^2^, <mark>deux</mark> et ~3 ou 2^8.'
  expect(printed(text)).toEqual([
    'Un *mot _fort_* et **un* mot*, *deux*, a == b, `==c==`, H₂O, x², *deux* et ~3 ou 2^8.',
  ])
  expect(
    printed('这是==标记==。 {++Un++} {--mot--} {~~deux~>trois~~}{>>remarque<<} `{++a++}`'),
  ).toEqual(['这是*标记*。 Un mot deuxtrois `{++a++}`'])
})

it('blocks of HTML on one line each have their line', () => {
  const text =
    '| a | b |\n|---|---|\n| <ul><li>un</li><li>*deux*</li></ul> | <p>un</p><br><p>deux</p> |\n\n<table><tr><td><ul><li>un</li> <li>deux</li></ul></td></tr></table>'
  expect(printed(text)).toEqual(['a | b || un/_deux_ | un/deux', ' || un/deux'])
})

it('what is shown where no script runs is printed', () => {
  expect(
    printed('<script src="x"></script><noscript><p>Voir <a href="b.md">là</a></p></noscript>'),
  ).toEqual(['Voir [là]'])
})

it('texts come in the order that their heads give, folder by folder, before those that give none', () => {
  const book = composed({
    '_index.md': '# Zéro',
    'a.md': '# Cinq',
    'b/_index.md': '+++\nweight = 2\n+++\n# Deux',
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

it('a text that says it is a draft is printed, and that is said', () => {
  const heads = [
    '---\ndraft: true\n---\n',
    '---\npublished: false\n---\n',
    '+++\ndraft = true\n+++\n',
    '---\ndraft: false\n---\n',
  ]
  const book = composed(
    Object.fromEntries(heads.map((head, at) => [`${at}.md`, `${head}# Le titre\n\nUn mot.\n`])),
  )
  expect(book.edition.chapters).toHaveLength(4)
  expect(said(book)).toEqual([
    '0.md:1 info file/draft',
    '1.md:1 info file/draft',
    '2.md:1 info file/draft',
  ])
})

it('signs of tools of any length are read once, whatever is not closed in them: read again and again, they would outlast the test', () => {
  const units = [
    '{% a %}\n',
    '{{< a >}}\n\n',
    '- {% a %}\n',
    '[a]({{< ',
    '^[ab ',
    '[[a',
    '%%\n',
    'a\n: b\n',
    '{: .a }\n',
    'x ==a',
    '](a b',
    'mot\n\n: b\n',
    '\n---\n--- ---\n',
    '\n-- --\na b\n',
    '\n+--+--+\n',
  ]
  for (const unit of units)
    expect(chapter(composed({ 'a.md': `# A\n\nUn\n\n${unit.repeat(3000)}` })).title).toBe('A')
})

it('tables of which none is closed but the last are read once: read again and again, they would outlast the test', () => {
  const lines = linesOf(`${'\n-----\nUn b\n-- --\nd  e\n'.repeat(40_000)}\n-----\n`, 0, 1)
  const written = writeDrawnTables(lines).map(({ text }) => text)
  expect(written.slice(-4)).toEqual(['', '| Un | b |', '| --- | --- |', '| d | e |'])
  expect(written.slice(0, 5)).toEqual(['', '-----', 'Un b', '-- --', 'd  e'])
})

it.each([
  [
    'between tags',
    '{% highlight tex %}\n\\newpage\n{++a++}\n%%\nb\n%%\n{% endhighlight %}\n\n{++c++}',
    ['\\newpage\n{++a++}\n%%\nb\n%%', 'c'],
  ],
  [
    'indented',
    "Un :\n\n    {++a++} {--b--}\n    (a ==b== c) [x](un texte.md)\n\n    grep '^[[:alpha:]]' x\n",
    ['Un :', "{++a++} {--b--}\n(a ==b== c) [x](un texte.md)\n\ngrep '^[[:alpha:]]' x"],
  ],
  [
    'under a title, or a rule',
    '## Un\n    {++a++}\n\n* * *\n\n    {++b++}',
    ['Un', '{++a++}', '', '{++b++}'],
  ],
  ['in an item', '- un\n\n      {++a++}\n\n  {++deux++}', ['- un {++a++} deux']],
  [
    'in a quotation',
    '> Un\n>\n>     {++a++}\n>\n> {++deux++}\n> > Trois\n> > - quatre\n> >\n> >       {++b++}',
    ['Un {++a++} deux Trois - quatre {++b++}'],
  ],
  [
    'over two lines',
    'Un `mot ==a==\nde ^[long code] ==b==` et ==trois==, \\` ==quatre== ``==c`==``.',
    ['Un `mot ==a==\nde ^[long code] ==b==` et *trois*, ` *quatre* `==c`==`.'],
  ],
  [
    'in a formula',
    'Soit $a ==b== c$ et $$\n{++d++}\n$$ ou 5 $ ==deux== 6 $.',
    ['Soit $a ==b== c$ et $$ {++d++} $$ ou 5 $ *deux* 6 $.'],
  ],
  [
    'in a definition',
    'Terme\n:   Un\n\n        {++a++}\n\n    {++deux++}',
    ['*Terme*', 'Un', '{++a++}', 'deux'],
  ],
])('code is printed as it is, with no fence around it too: %s', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it.each([
  ['a quotation that goes on without its sign', '> Un\n    {++deux++}', ['Un deux']],
  [
    'an item',
    '1. un\n\n    {++deux++}\n\n    - trois\n\n        {++quatre++}',
    ['1. un deux - trois quatre'],
  ],
  ['a paragraph', 'Un\n    {++deux++}', ['Un deux']],
  ['a note of MkDocs', '!!! note\n\n    {++Un++}', ['*Note* Un']],
])('and what is indented in %s is no code', (_, text, expected) =>
  expect(printed(text)).toEqual(expected),
)

it.each(['Pages 12{--}34 et 45{--}67.', 'Ca^{++} et Mg^{++}.', 'y_{==} et z_{==}.'])(
  'braces of TeX are no marks: %s',
  (text) => expect(printed(text)).toEqual([text]),
)
