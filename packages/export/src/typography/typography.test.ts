import type { LintOptions } from '@cahier/core'
import fc from 'fast-check'
import type { PhrasingContent } from 'mdast'
import { describe, expect, it } from 'vitest'
import { houseStyle } from '../print/house-style.ts'
import { frenchInlines } from './inline-typography.ts'

const frenchText = (text: string) => frenchInlines([{ type: 'text', value: text }])[0]?.value ?? ''

/** `~` is U+00A0 and `|` U+202F in what is expected; a second time changes nothing. */
function check(before: string, after: string): void {
  expect(frenchText(frenchText(before))).toBe(frenchText(before))
  expect(frenchText(before).replaceAll('\u00A0', '~').replaceAll('\u202F', '|')).toBe(after)
}

describe('French typography', () => {
  it.each([
    ['Pourquoi ? Parce que ; voilà !', 'Pourquoi|? Parce que|; voilà|!'],
    ['Pourquoi? Parce que; voilà!', 'Pourquoi|? Parce que|; voilà|!'],
    ['Vraiment\u00A0?! « Oui ! »', 'Vraiment|?! «~Oui|!~»'],
    ['où en est-on ?, 2022', 'où en est-on|?, 2022'],
    ['Concrètement : trois voies', 'Concrètement~: trois voies'],
    ['Concrètement: trois voies', 'Concrètement~: trois voies'],
    ['à 10:30, échelle 1:25000, a::b, C:\\x, fin:', 'à 10:30, échelle 1:25000, a::b, C:\\x, fin~:'],
    ['(!) a;b;c x != y feat!: Yahoo! est là', '(!) a;b;c x != y feat!: Yahoo! est là'],
    ['voir ;) et :smile: ici', 'voir ;) et :smile: ici'],
    [
      'https://a.fr/x?y=1;z et https://a.fr/c : oui',
      'https://a.fr/x?y=1;z et https://a.fr/c~: oui',
    ],
  ])('spaces before punctuation: %s', check)

  it.each([
    ['«oui» et « non »', '«~oui~» et «~non~»'],
    ['il dit "oui" puis "non, jamais".', 'il dit «~oui~» puis «~non, jamais~».'],
    ['« un "mot" dit »', '«~un “mot” dit~»'],
    ['un écran de 27" et un "vrai" mot', 'un écran de 27" et un «~vrai~» mot'],
    ['un " seul', 'un " seul'],
    ['a"b"c', 'a"b"c'],
  ])('quotes: %s', check)

  it.each([
    ["l'école d'aujourd'hui, qu\"elle", 'l’école d’aujourd’hui, qu"elle'],
    ['d\'"un" mot, l\'11 novembre', 'd’«~un~» mot, l’11 novembre'],
    ["6' 10, f'(x), 'mot'", "6' 10, f'(x), 'mot'"],
    ['attendre... [...] de … à … fin …', 'attendre… […] de … à … fin…'],
    ['../x et a...b', '../x et a...b'],
    ['mot , mot ( entre ) et  deux', 'mot, mot (entre) et deux'],
  ])('apostrophes, ellipses, loose spaces: %s', check)

  it.each([
    ['115 000 habitants, 1 234 567,8 t', '115|000 habitants, 1|234|567,8~t'],
    ['12000 € en 2021, loi 452798, 75011 Paris', '12|000~€ en 2021, loi 452798, 75011 Paris'],
    ['en 2021 350 personnes', 'en 2021 350 personnes'],
    ['0 800 123 456', '0 800 123 456'],
    ['67 % et 33%, 8,90 €, 89 M€, 5 $', '67~% et 33~%, 8,90~€, 89~M€, 5~$'],
    [
      '10 MWh, 12kg, 24h/24, 3D, 20 ms, 2 maires, 10 000 m²',
      '10~MWh, 12~kg, 24h/24, 3D, 20 ms, 2 maires, 10|000~m²',
    ],
    ['à 14 h 30, 8 TWh.', 'à 14~h~30, 8~TWh.'],
    [
      'n° 452798, n°5, art. 3, p. 12, § 4, XXe siècle',
      'n°~452798, n°~5, art.~3, p.~12, §~4, XXe~siècle',
    ],
    ['M. Martin, Mme Durand, p. ex. ici', 'M.~Martin, Mme~Durand, p.~ex. ici'],
  ])('numbers, units, abbreviations: %s', check)

  it('what a member says in another language keeps its own signs', () => {
    const said = (text: string) =>
      houseStyle('fr').text(text).replaceAll('\u00A0', '~').replaceAll('\u202F', '|')
    expect(said('Ten metres is a start; thirty would do: why not?')).toBe(
      'Ten metres is a start; thirty would do: why not?',
    )
    expect(said('Dix mètres ; pourquoi pas trente ?\n\nWhy is it not "thirty" as we said?')).toBe(
      'Dix mètres|; pourquoi pas trente|?\n\nWhy is it not "thirty" as we said?',
    )
    expect(
      said('Méthode : https://exemple.org/how-to-build-it-with-your-own-hands (A).'),
    ).toContain('Méthode~: https')
    expect(houseStyle('en').text("L'eau n'attend pas : pourquoi ?")).toBe(
      "L'eau n'attend pas : pourquoi ?",
    )
  })

  it('is printed as the linter asks for it: by country, and with the space that fonts have', () => {
    const printed = (
      locale: LintOptions['locale'],
      punctuationSpace: LintOptions['punctuationSpace'],
    ) =>
      houseStyle('fr', { locale, punctuationSpace })
        .text('Qui ? Oui : 20%, 1 234 km, « mot »')
        .replaceAll('\u00A0', '~')
        .replaceAll('\u202F', '|')
    expect(printed('fr-FR', 'narrow')).toBe('Qui|? Oui~: 20~%, 1|234~km, «~mot~»')
    expect(printed('fr-FR', 'either')).toBe('Qui|? Oui~: 20~%, 1|234~km, «~mot~»')
    expect(printed('fr-FR', 'no-break')).toBe('Qui~? Oui~: 20~%, 1~234~km, «~mot~»')
    expect(printed('fr-CH', 'narrow')).toBe('Qui|? Oui|: 20%, 1|234~km, «|mot|»')
    expect(printed('fr-CA', 'narrow')).toBe('Qui|? Oui~: 20~%, 1~234~km, «~mot~»')
  })

  it('works across the nodes of a block', () => {
    const nodes: PhrasingContent[] = [
      { type: 'strong', children: [{ type: 'text', value: 'Mot' }] },
      { type: 'text', value: ' : il dit "' },
      { type: 'emphasis', children: [{ type: 'text', value: 'oui' }] },
      { type: 'text', value: '" ; voir ' },
      { type: 'inlineCode', value: 'a ; "b"' },
      { type: 'text', value: ' ! Et après' },
      { type: 'noteCall', note: 'n', number: 1, call: 1 },
      { type: 'text', value: ' ?' },
    ]
    expect(frenchInlines(nodes)).toEqual([
      { type: 'strong', children: [{ type: 'text', value: 'Mot' }] },
      { type: 'text', value: '\u00A0: il dit «\u00A0' },
      { type: 'emphasis', children: [{ type: 'text', value: 'oui' }] },
      { type: 'text', value: '\u00A0»\u202F; voir ' },
      { type: 'inlineCode', value: 'a ; "b"' },
      { type: 'text', value: '\u202F! Et après' },
      { type: 'noteCall', note: 'n', number: 1, call: 1 },
      { type: 'text', value: '\u202F?' },
    ])
  })

  it('leaves link targets and foreign titles alone', () => {
    const nodes: PhrasingContent[] = [
      { type: 'link', url: "https://a.fr/l'x?a;b", children: [{ type: 'text', value: "l'x ?" }] },
      {
        type: 'emphasis',
        data: { lang: 'en' },
        children: [{ type: 'text', value: "Don't stop: why?" }],
      },
    ]
    expect(frenchInlines(nodes)).toEqual([
      { ...nodes[0], children: [{ type: 'text', value: 'l’x\u202F?' }] },
      nodes[1],
    ])
  })

  it.each([
    'a',
    ' ',
    '1',
    '.',
    '"',
    "'",
    ':',
    '; ',
    '«',
    '12 000 ',
    'a@',
    'http://',
    '(',
    ' )',
    'IVe ',
    'mot ! ',
    '1 km ',
    ':a:',
    'l\'"',
  ])('takes time in proportion to the text: %s', { tags: ['long'] }, (part) => {
    // A rule that looked back over the whole line would take minutes, and this test is not given
    // that long.
    expect(frenchText(part.repeat(140_000 / part.length)).length).toBeGreaterThan(0)
  })

  it('changes no word, whatever the text', { tags: ['long'] }, () => {
    const part = fc.constantFrom(
      'mot',
      'l',
      "'",
      '"',
      '«',
      '»',
      ' ',
      '\u00A0',
      ':',
      ';',
      '?',
      '!',
      '.',
      ',',
      '(',
      ')',
      '12',
      '000',
      '€',
      '%',
      'kg',
      'n°',
      '...',
      '…',
      'M.',
      'École',
    )
    const words = (text: string) =>
      text
        .replace(/\.{3,}/g, '…')
        .replace(/\s/gu, '')
        .replace(/[«»“”]/g, '"')
        .replace(/’/g, "'")
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        expect(words(frenchText(parts.join('')))).toBe(words(parts.join('')))
      }),
      { seed: 7, numRuns: 3000 },
    )
  })
})
