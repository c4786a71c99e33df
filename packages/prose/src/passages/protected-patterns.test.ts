import { expect, it } from 'vitest'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { passagesOf } from './passages-of.ts'
import { PROTECTED, PROTECTED_IN_SOURCE } from './protected-patterns.ts'
import { OBJECT, proseOnly } from './protected-stretches.ts'

/** Stretches of each kind. A bar stands for a line end before and after: some are lines. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  address: ['https://exemple.org/coeur?a=b;c'],
  'www address': ['www.exemple.org/coeur'],
  'e-mail address': ['coeur@exemple.org'],
  handle: ['@coeur_de_ville'],
  'file name': ['coeur.png', 'images/coeur.png', 'docs/v1.2/coeur.pdf'],
  'image or link that is none': [
    '](coeur neuf.png)',
    '](a.png "Un : mot" =600x)',
    '](a =x200)',
    '](a =600x200)',
    '](a =50%)',
  ],
  'dollar formula': ['$a ; b : "c"$', '$$a\n; b$$'],
  braces: [
    '{{ a ? b : c }}',
    '{% include "a.html" x="y z" %}',
    '{% include a.html x="y {{ z }}"\n   b="c ; d" %}',
    '{{< figure title="a : b" >}}',
    '{.class}',
    '{ .class : x }',
    '{#titre .c k="v ; w"}',
    `{: data-x='l a : b' }`,
    `{:.x data-x='{"a": "b"}' }`,
    '{* ../a.py hl[2:3] title["main.py"] *}',
  ],
  CriticMarkup: ['{++ajout ?++}', '{--oui ;--}', '{~~a ;~>b ;~~}', '{>>a ?<<}'],
  'ERB template': ['<% a ? b %>'],
  'directive line': ['|::: note "Titre" ?|'],
  'component fields': ['|adresse: "a"\ntitre: "b"|'],
  'inline directive': [':abbr'],
  'admonition line': ['|!!! note "Titre ?"|', '|=== "Titre ?"|', '|[!NOTE]'],
  label: ['|*[SIGLE]:', '[^1]:', '[[une page : ici]]', '|[TOC]|'],
  'emoji name': [':smile:', ':+1:', ':-1:'],
  emoticon: [':-)', '<3'],
  'name that ends with a mark': ['Yahoo!', 'Which?'],
  'commit prefix': ['feat(lint)!:', 'fix:'],
  'Windows path': ['C:\\coeur\\oeuvre'],
  'IPv6 address': ['fe80::1:2'],
  'character reference': ['&nbsp;', '&#233;'],
  path: ['/srv/coeur', './coeur', '~/coeur/oeuvre'],
  identifier: ['coeur_oeuvre', 'coeur()', 'a="b"'],
  call: ['push(item, ...)'],
  'method chain': ['push(a).coeur;'],
  operator: ['a::b', '!==', '=>', '&&', '--coeur'],
  'snippet line': ['|--8<-- "coeur.md"|', '|;--8<-- "x y"|', '|--8<--\n"a b"\n"c d"\n--8<--|'],
  'line of a module': [
    '|import X from "y";|',
    `|import { A, B } from 'y'|`,
    '|import "a ; b";|',
    '|import {\n  A,\n} from "y";|',
    '|export const a = "y";|',
    '|export default { a : b }|',
  ],
  'list of quoted values': ['["oeufs"]', `['Equipement', "Etat"]`],
}

it.each(PROTECTED.map(({ what }) => what))('%s is no prose', (what) => {
  const examples = WRITTEN[what] ?? []
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) {
    const [, before = '', own = '', after = ''] = /^(\|?)([^|]+)(\|?)$/.exec(example) ?? []
    const around = (middle: string) =>
      `Un coeur${before === '' ? ' ' : '\n'}${middle}${after === '' ? ' ' : '\n'}et deux.`
    // What a directive names is prose: its brackets follow.
    const end = what === 'inline directive' ? '[mot]' : ''
    expect(proseOnly(around(own + end)), example).toBe(around(own.replace(/[^\n]/g, OBJECT) + end))
  }
})

it.each([
  'Importer des données, exporter un texte.',
  'import de données et "mots".',
  'Le cœur (a =600x), 8 < 9, [mot] et ["mot].',
  'Oui : +1 pour moi, deux : trois.',
  'Et/ou etc. Un mot/deux mots.',
])('%s: all prose', (words) => {
  expect(proseOnly(words)).toBe(words)
})

const WRITTEN_IN_SOURCE: Readonly<Record<string, readonly string[]>> = {
  diagram: [
    '@startuml\nAna -> Bob : "oui" ?\n\nnote left : x\n@enduml',
    '@startmindmap\n* coeur : a\n@endmindmap',
  ],
  'TeX formula': [
    '\\(a ; b : "c"\\)',
    '\\\\(a ; b\\\\)',
    '\\[a : b ; c\\]',
    '\\[\na : b\n\nc ; d\n\\]',
    '\\\\[\na ; b\n\\\\]',
  ],
}

it.each(PROTECTED_IN_SOURCE.map(({ what }) => what))('%s is no prose', (what) => {
  const examples = WRITTEN_IN_SOURCE[what] ?? []
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples)
    for (const end of ['\n', '\r\n']) {
      const source = `Un mot.\n\n${example}\n\nEt deux.\n`.replaceAll('\n', end)
      const prose = passagesOf(parseMarkdown(source), source).map(({ text }) =>
        text.replaceAll(OBJECT, ''),
      )
      expect(prose.join('').replace(/[\\()[\]\n]/g, ''), example).toBe('Un mot.Et deux.')
    }
})

it.each(['Un \\[\\...\\] mot\\...', 'Un (mot) [et] \\(deux.', '@startuml\n\nUn mot.'])(
  '%s: all prose',
  (source) => {
    expect(passagesOf(parseMarkdown(source), source).at(-1)?.text).not.toContain(OBJECT)
  },
)
