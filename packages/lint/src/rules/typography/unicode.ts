import { matchesIn } from '@cahier/prose'
import { codeOf } from '../../document/shown-text.ts'
import type { Rule } from '../../engine/rule.ts'
import { reportCorrection, wordAround } from '../../typography/report-correction.ts'

/** Reports letters that a search would miss: not in NFC, from an old font, or badly decoded. */
export const unicode: Rule = {
  id: 'typography/unicode',
  severity: 'warning',
  messages: {
    composed: {
      fr: '« {word} » : une lettre y est écrite en {count} caractères, à réunir en un seul',
      en: '“{word}”: one letter of it is written in {count} characters, to be one',
    },
    misread: {
      fr: '« {written} » dans « {word} » : reste d’une conversion, pour « {meant} »',
      en: '“{written}” in “{word}”: left by a conversion, for “{meant}”',
    },
    sign: {
      fr: 'caractère {code}, reste d’une vieille police ou d’un vieux logiciel : écrivez « {meant} »',
      en: 'character {code}, left by an old font or program: write “{meant}”',
    },
    gone: {
      fr: ({ word, count }) =>
        `« ${word} » : un caractère s’y est perdu, dans une conversion (U+FFFD)${Number(count) > 1 ? `, et ${count} mots de ce texte sont ainsi` : ''}`,
      en: ({ word, count }) =>
        `“${word}”: a character of it was lost in a conversion (U+FFFD)${Number(count) > 1 ? `, and ${count} words of this text are so` : ''}`,
    },
    hidden: {
      fr: 'caractère invisible {code} : enlevez-le',
      en: 'invisible character {code}: remove it',
    },
  },
  corrections: {
    about: 'unicode',
    report(correction, passage, context) {
      const { start, end, text } = correction
      if (text === '' && !context.settings.isLoose) return
      const { from, to } = wordAround(passage.text, start, end)
      const word = passage.text.slice(from, to).normalize('NFC')
      const written = passage.text.slice(start, end)
      const many = written.normalize('NFC') === text ? 'composed' : 'misread'
      reportCorrection(passage, context, [correction], {
        message: text === '' ? 'hidden' : written.length > 1 ? many : 'sign',
        data: { word, written, count: end - start, code: codeOf(written), meant: text },
      })
    },
  },
  // U+FFFD replaces a lost letter. A badly decoded text has many, reported once.
  text({ document, passages, remark }) {
    if (!document.text.includes('\uFFFD')) return
    const all = passages.flatMap((passage) =>
      matchesIn(passage.text, GONE).map(({ 0: word, index }) => ({ passage, word, index })),
    )
    if (all[0] === undefined) return
    const { passage, word, index } = all[0]
    remark(passage, index, index + word.length, 'gone', { word, count: all.length })
  },
}

const GONE = /(?<![\p{L}\uFFFD])(?=\uFFFD*\p{L}+\uFFFD|\uFFFD+\p{L})[\p{L}\uFFFD]+/gu
