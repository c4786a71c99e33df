import { expect, it } from 'vitest'
import { composed, said } from './sample-book.ts'

it('texts come in the order of mkdocs.yml, or of the sidebar of Docsify', () => {
  const nav =
    'nav:\n  - Accueil: index.md\n  - Deux:\n    - suite/b.md\n    - Trois: a.md\n  - https://a.fr\nplugins:\n  - x: !!python/name:y.z\n'
  const texts = {
    'docs/index.md': '# Un',
    'docs/suite/b.md': '# Deux',
    'docs/a.md': '# Trois',
    'lisez.md': '# Quatre',
  }
  const titlesOf = (files: Readonly<Record<string, string>>) => {
    const book = composed(files)
    return [
      book.edition.chapters.map(({ title }) => title).join(' '),
      said(book).filter((one) => one.includes('unlisted')),
    ]
  }
  expect(titlesOf({ ...texts, 'mkdocs.yml': nav })).toEqual([
    'Un Deux Trois Quatre',
    ['lisez.md:1 info file/unlisted'],
  ])
  expect(titlesOf({ ...texts, 'mkdocs.yml': 'site_name: [' })).toEqual(['Un Trois Deux Quatre', []])
  expect(
    titlesOf({
      'docs/b.md': '# Deux',
      'docs/a.md': '# Un',
      'mkdocs.yml': `docs_dir: .\nnav: [docs/b.md, docs/a.md]`,
    })[0],
  ).toBe('Deux Un')
  const other = 'docs_dir: .\nnav: [lisez.md]\n'
  expect(titlesOf({ ...texts, 'mkdocs.yml': nav, 'a/mkdocs.yml': other })[0]).toBe(
    'Un Deux Trois Quatre',
  )
  expect(
    titlesOf({
      'z/mkdocs.yml': nav,
      'a/mkdocs.yml': other,
      'z/docs/a.md': '# Un',
      'a/lisez.md': '# Deux',
    })[0],
  ).toBe('Deux Un')
  expect(
    titlesOf({ '_sidebar.md': '- [Un](b)\n- [Deux](a.md)', 'a.md': '# Deux', 'b.md': '# Un' })[0],
  ).toBe('Un Deux')
  const docsify = { 'README.md': '# Zéro', 'a.md': '# Deux', 'b.md': '# Un' }
  for (const home of ['', '- [Zéro](/)\n', '- [Zéro](./)\n'])
    expect(titlesOf({ '_sidebar.md': `${home}- [Un](b)\n- [Deux](a.md)`, ...docsify })[0]).toBe(
      'Zéro Un Deux',
    )
  expect(titlesOf({ '_sidebar.md': '- [Un](b)\n- [Zéro](README.md)', ...docsify })[0]).toBe(
    'Un Zéro Deux',
  )
})
