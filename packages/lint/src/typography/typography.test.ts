import { applyEdits, type Edit, readDocument } from '@cahier/core'
import { parseMarkdown } from '@cahier/prose'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import type { Settings } from '../document/settings.ts'
import { lintText } from '../engine/lint-text.ts'
import { rules } from '../rules/index.ts'

const SETTINGS: Settings = {
  language: 'fr',
  sections: [],
  amendmentSections: { reasons: 'Motifs', text: 'Texte' },
  locale: 'fr-FR',
  punctuationSpace: 'narrow',
  inclusive: { profile: 'none', plural: 'keep' },
  words: [],
  acronyms: [],
  maxAge: { legalFact: 1, source: 10 },
  isLoose: true,
}
const prose = rules.filter(
  ({ id, editScope }) => id.startsWith('typography/') && editScope !== 'tree',
)

const editsOf = (text: string, settings = SETTINGS): readonly Edit[] =>
  lintText(readDocument({ path: 'a.md', text }, 'page'), settings, prose).flatMap(
    ({ edits }) => edits ?? [],
  )
const mended = (text: string, settings = SETTINGS) => applyEdits(text, editsOf(text, settings))

/** Everything of a tree but its words: node by node, with attributes, addresses, code and tags. */
function shape(node: Nodes): unknown {
  const { position: _, ...rest } = node
  if (node.type === 'text') return 'text'
  // The items of a citation know where they are.
  if (node.type === 'citation')
    return JSON.stringify(rest, (key, value) =>
      key === 'start' || key === 'end' ? undefined : value,
    )
  return 'children' in node ? { ...rest, children: node.children.map(shape) } : rest
}

/** `~` is U+00A0 and `|` U+202F, in what is typed and in what is expected. */
function check(typed: string, expected: string, settings: Partial<Settings> = {}): void {
  const real = (text: string) => text.replaceAll('~', '\u00A0').replaceAll('|', '\u202F')
  expect(mended(real(typed), { ...SETTINGS, ...settings })).toBe(real(expected))
}

describe('fixing typography', () => {
  it.each([
    ['**Mot**: oui', '**Mot**~: oui'],
    ['**Mot:** oui', '**Mot~:** oui'],
    ['**Mot :** oui', '**Mot~:** oui'],
    ['un mot **: oui**', 'un mot~**: oui**'],
    ['un mot* : oui, un autre_ : non', 'un mot* : oui, un autre_ : non'],
    ['*Qui ?* et _qui_?', '*Qui|?* et _qui_|?'],
    [
      '`code`: et [lien](a.md "T : t"); ![a ?](b.png "c !")',
      '`code`~: et [lien](a.md "T : t")|; ![a ?](b.png "c !")',
    ],
    ['il dit "**oui**", puis **"non"**.', 'il dit «~**oui**~», puis **«~non~»**.'],
    ['«**oui**» et **«non»**', '«~**oui**~» et **«~non~»**'],
    ['d"un" et "deux', 'd"un" et "deux'],
    [
      'le texte[^1]: oui [@insee-2022; @ademe, p. 3]!\n\n[^1]: Une note ?',
      'le texte[^1]~: oui [@insee-2022; @ademe, p. 3]|!\n\n[^1]: Une note|?',
    ],
    ["[l'école]\n\n[l'école]: a.md", "[l'école]\n\n[l'école]: a.md"],
    [
      '<span title="a : b">oui ?</span> <kbd>a ?</kbd>',
      '<span title="a : b">oui|?</span> <kbd>a ?</kbd>',
    ],
    [
      'Une <span lang="en">what is this ? No !</span> idée ?',
      'Une <span lang="en">what is this ? No !</span> idée|?',
    ],
    [
      'Ligne ?  \nfin \\\nsuite !\n\n    code ?\n\n> Cité ?',
      'Ligne|?  \nfin \\\nsuite|!\n\n    code ?\n\n> Cité|?',
    ],
    ['::: note Titre ?\nTexte ?\n:::', '::: note Titre ?\nTexte|?\n:::'],
    ['!!! note "Titre"\n    Texte ?', '!!! note "Titre"\n    Texte|?'],
    ['> [!NOTE]\n> Texte ?', '> [!NOTE]\n> Texte|?'],
    [
      '{{ a ? b : c }} et {% if x ? %} et :smile: et $x ; y$ !',
      '{{ a ? b : c }} et {% if x ? %} et :smile: et $x ; y$|!',
    ],
    ['## Titre ? {#titre .c k="v"}', '## Titre|? {#titre .c k="v"}'],
    ['*[SIGLE]: Forme\n\nTerme\n: déf', '*[SIGLE]: Forme\n\nTerme\n: déf'],
    [
      'C:\\a\\b et fe80::1 et 10:30 et 1:25000 et feat!: x',
      'C:\\a\\b et fe80::1 et 10:30 et 1:25000 et feat!: x',
    ],
    ['{++ajout ?++} {--a ;--} fin ?', '{++ajout|?++} {--a|;--} fin|?'],
    ['`code` , 20 % , [^1] .\n\n[^1]: Non ... »', '`code`, 20~%, [^1].\n\n[^1]: Non…~»'],
    ['push(item, ...) et Type<...> puis (oui...)', 'push(item, ...) et Type<...> puis (oui…)'],
    [
      "mo\u00ADt\u200B ? l\uFEFF'eau, @\u200Bnom et `x\u200By`",
      'mot|? l’eau, @\u200Bnom et `x\u200By`',
    ],
    ['a * , b* et 20 %', 'a * , b* et 20~%'],
    ['de un à . . . . trois', 'de un à . . . . trois'],
    [
      'de -12 500 à (-3 000), Paris-12 000, version 1.234.567',
      'de -12|500 à (-3|000), Paris-12 000, version 1.234.567',
    ],
  ])('%s', (typed, expected) => check(typed, expected))

  it('leaves tables drawn as they are', () => {
    expect(mended('| a ? | b |\n| :-- | --: |\n| 12 % | `d ?` |')).toBe(
      '| a\u202F? | b |\n| :-- | --: |\n| 12\u00A0% | `d ?` |',
    )
  })

  it('follows the usages of each country', () => {
    check('Qui? Oui : 20%, 1 234 €, «mot», « mot »', 'Qui|? Oui~: 20~%, 1|234~€, «~mot~», «~mot~»')
    check('Qui? Oui : 20%, 1 234 €, «mot», « mot »', 'Qui|? Oui|: 20%, 1|234~€, «mot», «|mot|»', {
      locale: 'fr-CH',
    })
    check('Qui? Oui ! Oui : 20%, 1 234 €, « mot »', 'Qui? Oui|! Oui~: 20~%, 1~234~€, «~mot~»', {
      locale: 'fr-CA',
    })
    check('Mr Martin dit "oui"', 'M.~Martin dit «~oui~»', { language: 'fr-CA', locale: 'fr-CA' })
    check('Qui ? Oui~! Oui|: 1 234', 'Qui~? Oui~! Oui~: 1~234', { punctuationSpace: 'no-break' })
    check('Qui ? Oui~! Oui|: «|a|» 1~234', 'Qui|? Oui~! Oui|: «|a|» 1~234', {
      punctuationSpace: 'either',
    })
  })

  it('takes away the spaces that English has not', () => {
    check('What ?! Yes ; it is : here.', 'What?! Yes; it is: here.', { language: 'en' })
    check('A ratio of 3 : 1 and no more , etc...', 'A ratio of 3 : 1 and no more, etc.', {
      language: 'en',
    })
  })

  it('leaves the tree, line ends and all that is no prose as they are, and nothing for a second time', {
    tags: ['long'],
  }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 28 }), (pieces) => {
        const text = pieces.join('')
        const after = mended(text)
        expect(editsOf(after)).toEqual([])
        expect(after.match(/[\r\n]/g)).toEqual(text.match(/[\r\n]/g))
        expect(shape(parseMarkdown(after))).toEqual(shape(parseMarkdown(text)))
      }),
      { numRuns: Number(process.env.FUZZ ?? 400) },
    )
  })
})

const PIECES = [
  ...[
    'mot',
    'l',
    'École',
    'Etat',
    'oui',
    '12',
    '000',
    '5',
    'kg',
    '%',
    '€',
    'XX',
    'e',
    'ème',
    'siècle',
    'M.',
    'Mr',
    'n°',
    'n °',
    'etc',
    'cf',
    'oeuvre',
  ],
  ...[
    'Kg',
    'm2',
    '° C',
    '1',
    'mars',
    'XXI',
    'Ã',
    '©',
    'â€™',
    '´',
    '`',
    'd´',
    'ans',
    'repas',
    'Mme',
    '\u00A0mot\u00A0mot',
  ],
  ...[' ', ' ', ' ', '  ', '\u00A0', '\u202F', '\n', '\n\n', '\r\n', '  \n'],
  ...["'", '"', '«', '»', ':', ';', '?', '!', '.', ',', '...', '…', '(', ')', ' - ', 'e\u0301'],
  ...[
    '**',
    '*',
    '_',
    '`',
    '[',
    '](a.md)',
    '](a.md "t : t")',
    '[^1]',
    '\n\n[^1]: ',
    'mot [@a; @b]',
    '<b>',
    '</b>',
    '![a ?](b.png)',
    '~~',
    '\\',
    '&nbsp;',
    '&amp;',
  ],
  ...[
    '# ',
    '- ',
    '1. ',
    '> ',
    '| un | deux |\n| - | - |\n| ',
    ' | ',
    '\n```\n',
    '<!-- a ? -->',
    'https://a.fr/?b;c',
    ':smile:',
    '{{ a ? b }}',
    '{#a}',
    '$x ; y$',
  ],
]
