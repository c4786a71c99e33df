import { describe, expect, it } from 'vitest'
import type { Chapter } from '../edition/edition.ts'
import { type FlowNode, nodesAsText } from '../edition/nodes.ts'
import { composeLooseEdition, type LooseEdition } from './compose-loose-edition.ts'
import { sampleFolder, tinyPng } from './sample-folder.ts'

function composed(files: Readonly<Record<string, string | Uint8Array>>, date = ''): LooseEdition {
  const { folder, readAsset } = sampleFolder(files)
  return composeLooseEdition(folder, { readAsset }, date)
}

/** All that is said, but that a book of one file has no title of its own. */
function said({ findings }: LooseEdition): string[] {
  return findings
    .filter(({ message }) => message !== 'untitled')
    .map(
      ({ path, rule, message, place, severity }) =>
        `${path}:${place.start.line} ${severity} ${rule.slice(12)}/${message}`,
    )
}

function titles({ edition }: LooseEdition): string[] {
  return edition.chapters.map(({ id, title }) => `${id}: ${title}`)
}

function chapter(book: LooseEdition, at = 0): Chapter {
  return book.edition.chapters[at] as Chapter
}

function outline({ introduction }: Chapter): string[] {
  return introduction.flatMap((node) =>
    node.type === 'heading' ? [`${node.depth} ${node.data?.id} ${nodesAsText(node.children)}`] : [],
  )
}

const flatten = (nodes: readonly FlowNode[]): FlowNode[] =>
  nodes.flatMap((node) => [
    node,
    ...('children' in node ? flatten(node.children as FlowNode[]) : []),
  ])

describe('the metadata of a folder of Markdown', () => {
  it('the opening text gives the title, language, date and authors', () => {
    const head =
      '---\ntitle: Nos « rêves »\nlang: fr-BE\ndate: 2025-03-01T10:00\nauthor: [Ana, {name: Bo}]\nlicense: CC0-1.0\n---\n# Un\n'
    const { edition } = composed({ 'README.md': head, 'b.md': '---\ntitle: B\n---\n' })
    expect(edition).toMatchObject({
      kind: 'book',
      title: 'Nos «\u00A0rêves\u00A0»',
      language: 'fr-BE',
      date: '2025-03-01',
      publisher: 'Ana, Bo',
      licence: 'CC0-1.0',
      identifier: 'nos-reves',
      name: 'nos-reves',
      edition: '',
      words: { axis: 'Chapitre' },
    })
  })

  it('authors are named beside the publisher, and the subtitle is kept', () => {
    const head = (fields: string) =>
      composed({ 'README.md': `---\ntitle: Un\n${fields}\n---\n# Un\n` }).edition
    expect(head('subtitle: Un essai\nauthors: [Ana, Bo]\npublisher: Du Quai')).toMatchObject({
      publisher: 'Ana, Bo, Du Quai',
      subtitle: 'Un essai',
    })
    expect(head('author: Ana\npublisher: Ana').publisher).toBe('Ana')
  })

  it('the first heading is the title without front matter, that of the first text without an opening text', () => {
    expect(composed({ 'readme.md': 'Bonjour\n\n# Le titre\n' }).edition.title).toBe('Le titre')
    const untitled = composed({ 'b.md': '# B\n', 'a.md': '# A\n' }, '2025-02-02')
    expect(untitled.edition).toMatchObject({ title: 'A', language: 'fr', date: '2025-02-02' })
    expect(
      untitled.findings.map(({ path, severity, message }) => [path, severity, message]),
    ).toEqual([['a.md', 'info', 'untitled']])
    expect(composed({ 'a.md': '---\nlang: french\n---\n# A\n' }).edition.language).toBe('fr')
  })

  it('each paragraph has the typography of its language and of the country in the front matter', () => {
    const book = (lang: string) =>
      composed({
        'a.md': `---\nlang: ${lang}\n---\n# A\n\nQui perd 20% : nous ?\n\n> Who loses 20% of it: is it us, or is it them?\nOr you?\n`,
      })
    const printed = (lang: string) =>
      nodesAsText(chapter(book(lang)).introduction)
        .replaceAll('\u00A0', '~')
        .replaceAll('\u202F', '|')
    const english = 'Who loses 20% of it: is it us, or is it them? Or you?'
    expect(printed('fr')).toBe(`Qui perd 20~%~: nous|?${english}`)
    expect(printed('fr-CH')).toBe(`Qui perd 20%|: nous|?${english}`)
  })

  it('words in Arabic or in Hebrew in a French book get no French space', () => {
    const book = composed({ 'a.md': '---\nlang: fr\n---\n# A\n\nنقترح ما يلي:\n\nהאם כן?\n' })
    expect(nodesAsText(chapter(book).introduction)).toBe('نقترح ما يلي:האם כן?')
  })

  it('a missing language is guessed from words or script, and the guess is reported', () => {
    const told = {
      en: 'This is the guide of those who write, and it was made for all of them.',
      fr: 'Trois mots.',
      ar: 'نعرف الكثير من المعاملات الحسابية. The operator.',
      fa: 'این گزارش برای همه است، چون پژوهش گران آن را نوشته‌اند.',
      he: 'שלום עולם, זה הספר שלנו.',
      zh: '在本章的前两节中，我们探讨了 CPU 和链表。',
      ja: 'この章では、配列とリストについて説明します。',
      ko: '이 장에서는 배열을 설명합니다.',
      el: 'Αυτό είναι το βιβλίο μας.',
      und: 'Książka jest napisana przez nas dla wszystkich, którzy chcą pisać razem swój program wyborczy.',
    }
    for (const [language, text] of Object.entries(told)) {
      const book = composed({
        'a.md': `# OK\n\n${text}\n\n\`\`\`\nthe code of the user is for this and that, not for it\n\`\`\`\n`,
      })
      expect([book.edition.language, text]).toEqual([language, text])
      expect(said(book)).toEqual(language === 'fr' ? [] : ['a.md:1 info file/language'])
    }
    const head = composed({ 'a.md': `# OK\n\n${told.en}\n`, 'b.md': '---\nlang: es\n---\n' })
    expect([head.edition.language, said(head).includes('a.md:1 info file/language')]).toEqual([
      'es',
      false,
    ])
  })

  it('each file is a chapter titled by front matter, first heading or file name', () => {
    const book = composed({
      '1.md': '---\ntitle: Un\n---\nx',
      '2.md': 'Deux\n====\n',
      '03-les_débuts.markdown': 'rien',
      'x/README.md': 'y',
    })
    expect(titles(book)).toEqual(['1: Un', '2: Deux', '03-les-debuts: Les débuts', 'x-readme: X'])
  })

  it('chapters are in natural order, the opening text of a folder first', () => {
    const files = {
      'ch10.md': '',
      'ch2.md': '',
      'b/z.md': '',
      'b/index.md': '',
      'README.md': '',
      'Index.md': '',
      'b.md': '',
    }
    const ids = (some: Readonly<Record<string, string>>) =>
      composed(some).edition.chapters.map(({ id }) => id)
    expect(ids(files)).toEqual(['readme', 'index', 'b', 'b-index', 'b-z', 'ch2', 'ch10'])
    expect(ids(Object.fromEntries(Object.entries(files).reverse()))).toEqual(ids(files))
  })

  it('SUMMARY.md gives the order, and forgotten files come last', () => {
    const book = composed({
      'SUMMARY.md': '# Table\n\n- [B](b.md)\n  - [A](./sub/a%20b.md#x)\n',
      'b.md': '',
      'sub/a b.md': '',
      'c.md': '',
    })
    expect(titles(book)).toEqual(['b: B', 'sub-a-b: A b', 'c: C'])
    expect(said(book)).toContain('c.md:1 info file/unlisted')
    expect(titles(composed({ 'SUMMARY.md': '# En bref\n', 'b.md': '' }))).toEqual([
      'b: B',
      'summary: En bref',
    ])
  })

  it('two paths never share an address, in any script', () => {
    const ids = composed({
      'a b.md': '',
      'a-b.md': '',
      '日本.md': '',
      'con.md': '',
      'images.md': '',
    }).edition.chapters.map(({ id }) => id)
    expect(new Set(ids).size).toBe(5)
    expect(ids).toEqual(['a-b', 'a-b-2', 'texte-con', 'texte-images', 'texte-5'])
  })
})

describe('its text', () => {
  it('blocks are numbered by chapter, and headings skip no level', () => {
    const book = composed({
      'a.md': '',
      'b.md':
        '# T\n\nun\n\n#### Bas\n\n- deux\n\n## Haut\n\n##### Plus bas\n\n# Encore\n\n> ## Cité\n',
    })
    expect(outline(chapter(book, 1))).toEqual([
      '3 t2-bas Bas',
      '3 t2-haut Haut',
      '4 t2-plus-bas Plus bas',
      '3 t2-encore Encore',
    ])
    expect(
      flatten(chapter(book, 1).introduction).flatMap(({ data }) => data?.number ?? []),
    ).toEqual(['2.1', '2.2', '2.3'])
  })

  it('titles, headings and paragraphs without a visible character are left out', () => {
    const book = composed({
      'a.md':
        '# \u0007\n\n# Un\n\n&nbsp;\n\n## \u200b\n\nb\n\n## &nbsp; *\u00ad*\n\n![mots](c.png)\n\n\u2060\n',
    })
    expect(titles(book)).toEqual(['a: Un'])
    expect(outline(chapter(book))).toEqual([])
    expect(chapter(book).introduction.filter(({ type }) => type === 'paragraph')).toHaveLength(2)
  })

  it('a title in the front matter is not printed twice', () => {
    expect(
      outline(chapter(composed({ 'a.md': '---\ntitle: Le Titre\n---\n# le titre\n\n## Suite\n' }))),
    ).toEqual(['3 t1-suite Suite'])
    expect(outline(chapter(composed({ 'a.md': '---\ntitle: Autre\n---\n# Le titre\n' })))).toEqual([
      '3 t1-le-titre Le titre',
    ])
    const noted = composed({ 'a.md': '# Titre[^1]\n\n[^1]: Note\n' })
    expect([chapter(noted).title, chapter(noted).notes.length]).toEqual(['Titre', 1])
  })

  it('citations are printed as they are written, and raised figures as characters', () => {
    const text = 'Prix : 5$ et *6*$. [@cle, p. 3] 10<sup>6</sup> CO<sub>2</sub> 1<sup>er</sup>\n'
    const [first] = chapter(composed({ 'a.md': text })).introduction
    expect(nodesAsText([first as FlowNode]).replace(/[\u00A0\u202F]/g, ' ')).toBe(
      'Prix : 5 $ et 6 $. [@cle, p. 3] 10⁶ CO₂ 1er',
    )
  })

  it('anything but a YAML map between two lines is text', () => {
    const book = composed({
      'a.md': '---\n\nEntre deux filets\n\n---\n\n# Titre\n',
      'b.md': '---\nx: {a: 1\n---\nTexte\n',
      'c.md': '---\n---\nx',
    })
    expect(chapter(book).introduction.map(({ type }) => type)).toEqual([
      'thematicBreak',
      'paragraph',
      'thematicBreak',
    ])
    expect(said(book).some((line) => /^b\.md:\d warning /.test(line))).toBe(true)
    expect(titles(book)).toEqual(['a: Titre', 'b: B', 'c: C'])
  })

  it('old encodings are read and reported, and binary files are left out', () => {
    const book = composed({
      'a.md': Buffer.from('# Été\r\n\r\nDéjà\r\n', 'latin1'),
      'b.md': Buffer.from('\uFEFF# Noël\n', 'utf8'),
      'c.md': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# Août\n', 'utf16le')]),
      'd.md': Buffer.from('a\0b'),
    })
    expect(titles(book)).toEqual(['a: Été', 'b: Noël', 'c: Août'])
    expect(said(book)).toEqual(['d.md:1 warning file/binary', 'a.md:1 warning file/encoding'])
  })
})

describe('its links', () => {
  const targets = (
    text: string,
    others: Readonly<Record<string, string | Uint8Array>> = {},
  ): unknown[] => {
    const book = composed({
      'a.md': text,
      'guide/Été 2.md': '# Été\n\n## Un titre\n\n## Un titre\n',
      'guide/z.md': '',
      'd.csv': '1',
      ...others,
    })
    return flatten(chapter(book).introduction).flatMap((node): unknown[] =>
      node.type === 'crossReference' ? [node.target] : node.type === 'link' ? [node.url] : [],
    )
  }
  const chapterTo = (id: string) => ({ kind: 'chapter', id })
  const sectionTo = (id: string, section: string) => ({ kind: 'section', id, section })

  it.each([
    ['guide/%C3%89t%C3%A9%202.md', chapterTo('guide-ete-2')],
    ['<guide/Été 2.md>', chapterTo('guide-ete-2')],
    ['guide/E\u0301te\u0301%202.md', chapterTo('guide-ete-2')],
    ['./guide/Été%202', chapterTo('guide-ete-2')],
    ['/guide/Été%202.html', chapterTo('guide-ete-2')],
    ['guide/Été%202.md#un-titre', sectionTo('guide-ete-2', 't2-un-titre')],
    ['guide/Été%202.md#un-titre-1', sectionTo('guide-ete-2', 't2-un-titre-2')],
    ['guide/Été%202.md#été', chapterTo('guide-ete-2')],
    ['guide/', chapterTo('guide-ete-2')],
    ['#bas', sectionTo('a', 't1-bas')],
    ['https://example.org/a|b#c#d', 'https://example.org/a%7Cb#c%23d'],
    ['mailto:a@b.fr', 'mailto:a@b.fr'],
  ])('%s leads there', (url, target) => {
    const text = `# A\n\n[lien](${url})\n\n## Bas\n`
    expect(targets(text)).toEqual([target])
    expect(targets(`# A\n\n[lien][r]\n\n## Bas\n\n[r]: ${url}\n`)).toEqual([target])
    expect(
      said(
        composed({
          'a.md': text,
          'guide/Été 2.md': '# Été\n\n## Un titre\n\n## Un titre\n',
        }),
      ),
    ).toEqual([])
  })

  it.each([
    ['absent.md', 'missing'],
    ['guide/zz.md', 'missingNear'],
    ['guide/fiche-2718.md', 'missing'],
    ['../../etc/passwd', 'outside'],
    ['javascript:alert(1)', 'unsafe'],
    ['#haut-de-page', 'anchor'],
    ['guide/z.md#rien', 'anchor'],
    ['GUIDE/Z.md', 'case'],
    ['', 'empty'],
    ['http://[', 'address'],
  ])('%s is reported as dead: %s', (url, message) => {
    const saidOf = (text: string) =>
      said(
        composed({
          'a.md': `# A\n\n${text}\n`,
          'guide/z.md': '# Z\n',
          'guide/fiche-712.md': '# F\n',
        }),
      )
    expect(saidOf(`un [mot](${url})`)).toEqual([`a.md:3 warning link/${message}`])
    expect(saidOf(`[un][r] [mot][r]\n\n[r]: <${url}>`)).toEqual([`a.md:5 warning link/${message}`])
  })

  it('a dead anchor is reported with a suggestion', () => {
    expect(
      said(
        composed({ 'a.md': '# A\n\n[x](#coment-participer)\n\n## Comment participer\n\nOui.\n' }),
      ),
    ).toEqual(['a.md:3 warning link/anchorNear'])
  })

  it('a heading without letters does not answer to a dead anchor', () => {
    expect(said(composed({ 'a.md': '# A\n\n[x](#absent)\n\n## 🎉\n\nOui.\n' }))).toEqual([
      'a.md:3 warning link/anchor',
    ])
  })

  it('a link to a file outside the book is a remark, and its words are printed', () => {
    expect(targets('[mot](d.csv)')).toEqual([])
    expect(said(composed({ 'a.md': '[mot](d.csv)', 'd.csv': '1' }))).toEqual([
      'a.md:1 info link/notInBook',
    ])
  })
})

describe('its images, notes and HTML', () => {
  it('the type of an image comes from its bytes; a broken or absent one is replaced by its words', () => {
    const book = composed({
      'a.md':
        '![bon](i.png) ![faux nom](i.jpg) ![coupée](c.png) ![absente](x.png) ![ailleurs](https://e.org/x.png) ![](i.png) ![csv](d.csv)\n',
      'i.png': tinyPng,
      'i.jpg': tinyPng,
      'c.png': tinyPng.subarray(0, 40),
      'd.csv': 'a',
    })
    expect(said(book)).toEqual([
      'a.md:1 warning image/missing',
      'a.md:1 warning image/remote',
      'a.md:1 info image/undescribed',
      'c.png:1 warning image/broken',
      'd.csv:1 warning image/unknown',
      'i.jpg:1 warning image/misnamed',
    ])
    const shown = flatten(chapter(book).introduction).flatMap((node) =>
      node.type === 'image' ? [node.url] : [],
    )
    expect(shown).toEqual(['i.png', 'i.jpg', 'i.png'])
    expect(nodesAsText(chapter(book).introduction)).toContain('coupée absente ailleurs')
  })

  it('notes that are missing, uncalled or written twice are reported', () => {
    const book = composed({
      'a.md': 'un[^a] deux[^b] \\[^c] `[^d]`\n\n[^a]: A\n[^a]: Encore\n[^e]: E\n',
    })
    expect(said(book)).toEqual([
      'a.md:1 warning note/undefined',
      'a.md:4 warning note/twice',
      'a.md:5 warning note/uncalled',
    ])
  })
})

it.each([40, 10_000])(
  '%i notes that call each other in a ring are each printed once in brackets',
  { tags: ['long'], timeout: 120_000 },
  (count) => {
    const notes = Array.from(
      { length: count },
      (_, rank) => `[^${rank}]: note ${rank}[^${(rank + 1) % count}] et[^${(rank + 1) % count}].`,
    )
    const [first] = chapter(
      composed({ 'a.md': `# A\n\nTexte[^0].\n\n${notes.join('\n\n')}\n` }),
    ).notes
    const text = nodesAsText(first?.nodes ?? [])
    // What a note calls itself is said each time; what that calls in turn, once.
    expect(text.match(/note 1\b/g)).toHaveLength(2)
    expect(text.match(/note 2\b/g)).toHaveLength(2)
    expect(text).not.toContain('note 20')
  },
)
