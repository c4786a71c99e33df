import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../markdown/parse-markdown.ts'
import { changeableSpan, type Passage, sourceSpan } from './passage.ts'
import { passagesOf } from './passages-of.ts'
import { OBJECT } from './protected-stretches.ts'
import { writtenUnits } from './written-units.ts'

const passages = (source: string) => passagesOf(parseMarkdown(source), source)
const only = (source: string) => passages(source)[0] as Passage
const seen = (source: string) => passages(source).map(({ text }) => text.replaceAll(OBJECT, '#'))

describe('a passage', () => {
  it('runs words together across emphasis and links; code, images, notes and citations are one object each', () => {
    expect(seen('Un **mot**, `code` et [lien](a.md)[^1] [@insee].\n\n[^1]: Une note.\n')).toEqual([
      'Un mot, # et lien# #.',
      'Une note.',
    ])
    expect(seen('# Titre *fort*\n\n| a | b |\n| - | - |\n| c | d |\n\n- un\n- deux\n')).toEqual([
      'Titre fort',
      'a',
      'b',
      'c',
      'd',
      'un',
      'deux',
    ])
  })

  it('reads no prose in a table that is drawn, where a letter more undoes what is lined up', {
    tags: ['long'],
  }, () => {
    const column = ['Prix    Lieu', '------- ------', '12      Rue'].join('\n')
    const spread = [
      '-----------------',
      'Mot     Sens',
      '------- ---------',
      'un      le seul',
      '',
      'deux    une paire',
      '-----------------',
    ].join('\n')
    const box = [
      '+------+------+',
      '| a    | b  ; |',
      '+======+======+',
      '| c: d | e    |',
      '+------+------+',
    ].join('\n')
    const wide = [
      '+------+------+',
      '| a           |',
      '+------+------+',
      '| c: d | e    |',
      '+------+------+',
    ].join('\n')
    const double = ['====== ======', 'a: b   c  ;', '====== ======', 'd      e']
      .concat('====== ======')
      .join('\n')
    for (const table of [column, spread, box, wide, double])
      for (const end of ['\n', '\r\n'])
        for (const after of ['', ': Une légende'])
          expect(
            seen(`Avant.\n\n${table}\n\n${after}\n`.replace(/\n/g, end)).filter((text) =>
              /[^#\s]/.test(text),
            ),
            table,
          ).toEqual(after === '' ? ['Avant.'] : ['Avant.', after])
    const quoted = (text: string, mark: string) => text.replace(/^/gm, mark)
    for (const table of [column, spread, box, wide])
      for (const mark of ['> ', '>', '> > ', '  >> '])
        for (const end of ['\n', '\r\n'])
          expect(
            seen(
              `Avant.\n\n${quoted(`Cité.\n\n${table}\n\nAprès.`, mark)}\n`.replace(/\n/g, end),
            ).filter((text) => /[^#\s]/.test(text)),
            mark + table,
          ).toEqual(['Avant.', 'Cité.', 'Après.'])
    expect(seen(`Avant :\n${box}\n`)).toEqual([`Avant :\n${box.replace(/./g, '#')}`])
    // A row may begin with the sign of a quotation.
    expect(
      seen('Seuil  Prix\n------ -----\n> 10   2 ;\n> 20   3 ;\n').filter((text) =>
        /[^#\s]/.test(text),
      ),
    ).toEqual([])
    const headless = [
      '------- ------',
      'un      le seul',
      '',
      'deux    une',
      '------- ------',
    ].join('\n')
    expect(seen(`Avant.\n\n\n${headless}\n`).filter((text) => /[^#\s]/.test(text))).toEqual([
      'Avant.',
    ])
    expect(seen(`::: note\n${column}\n:::\n`)).toEqual([
      '########\n############',
      '###########\n###',
    ])
    expect(seen('Un - deux -- trois.\n\n- - -\n\n--- ---\n\nQuatre')).toEqual([
      'Un - deux -- trois.',
      'Quatre',
    ])
  })

  it('leaves out what is between tags of code or of another language', () => {
    expect(seen('Une <span lang="en">Creative Commons</span> et <kbd>Ctrl : C</kbd> ici.')).toEqual(
      ['Une ### et ### ici.'],
    )
    expect(seen('Une <span lang="fr">idée</span>.')).toEqual(['Une #idée#.'])
  })

  it('reads the text of a short reference and never changes it', () => {
    const passage = only("Dans [l'école] il faut.\n\n[l'école]: a.md\n")
    expect(passage.text).toBe("Dans l'école il faut.")
    expect(changeableSpan(passage, 6, 7)).toBeNull()
    expect(changeableSpan(passage, 0, 4)).toEqual({ start: 0, end: 4 })
    // An escape of pandoc is replaced with its backslash; of other signs it is needed.
    const exported = only("L\\'eau \\[\\...\\]")
    expect(exported.text).toBe("L'eau [...]")
    expect(changeableSpan(exported, 1, 2)).toEqual({ start: 1, end: 3 })
    expect(changeableSpan(exported, 0, 3)).toEqual({ start: 0, end: 4 })
    expect(changeableSpan(exported, 7, 10)).toEqual({ start: 9, end: 13 })
    expect(changeableSpan(exported, 6, 7)).toBeNull()
  })

  it('knows where each unit is written past escapes, references, quotes and line ends', () => {
    const source = '> Un &amp; \\* deux\r\n>   trois&nbsp;: fin &eacute;\n'
    const passage = only(source)
    expect(passage.text).toBe('Un & * deux\ntrois\u00A0: fin é')
    for (const word of ['deux', 'trois', 'fin', ':'])
      expect(written(source, passage, word)).toBe(word)
    expect(
      changeableSpan(passage, passage.text.indexOf('&'), passage.text.indexOf('&') + 1),
    ).toBeNull()
    expect(
      changeableSpan(passage, passage.text.indexOf('\u00A0'), passage.text.indexOf('\u00A0') + 1),
    ).toBeNull()
  })

  it('shows the source around what is no text', () => {
    const source = 'Un `code` ici'
    expect(sourceSpan(only(source), 3, 4)).toEqual({ start: 3, end: 9 })
  })

  it('never says that a unit is written where another one stands', { tags: ['long'] }, () => {
    const piece = fc.constantFrom(
      'a',
      'é',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '> ',
      '- ',
      '&amp;',
      '&eacute;',
      '&',
      '\\*',
      '\\\\',
      '\\',
      '*',
      '`',
      '[x]',
      '|',
      '#',
      '« »',
      '😀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('')
        for (const { text, starts } of passages(source))
          starts.forEach((start, unit) => {
            if (start >= 0) expect(source[start]).toBe(text[unit])
          })
      }),
    )
  })

  it('finds the units of YAML scalars', () => {
    expect(writtenUnits('a"b c', '"a\\"b\n  c"', 1, 10, 'double')).toEqual([1, -1, 4, -1, 8])
    expect(writtenUnits("l'un", "'l''un'", 1, 6, 'single')).toEqual([1, -1, 4, 5])
  })
})

function written(source: string, passage: Passage, word: string): string {
  const at = passage.text.indexOf(word)
  const { start, end } = changeableSpan(passage, at, at + word.length) ?? { start: 0, end: 0 }
  return source.slice(start, end)
}
