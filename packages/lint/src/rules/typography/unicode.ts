import { matchesIn } from '@cahier/prose'
import { codeOf } from '../../document/escaped-characters.ts'
import type { Rule } from '../../engine/rule.ts'
import { wordAround } from '../../typography/correction-messages.ts'

/** Reports letters that a search would miss: not in NFC, from an old font, or badly decoded. */
export const unicode: Rule = {
  id: 'typography/unicode',
  severity: 'warning',
  fixes: true,
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
  correction(correction, passage, { settings, remark }) {
    const { start, end, text: meant } = correction
    if (meant === '' && !settings.isLoose) return
    const around = wordAround(passage, correction)
    const word = passage.text.slice(around.start, around.end).normalize('NFC')
    const written = passage.text.slice(start, end)
    const many = written.normalize('NFC') === meant ? 'composed' : 'misread'
    const message = meant === '' ? 'hidden' : written.length > 1 ? many : 'sign'
    const data = { word, meant, count: end - start, code: codeOf(written) }
    remark(passage, correction, message, data, [correction])
  },
  // U+FFFD replaces a lost letter. A badly decoded text has many, so they get one finding.
  text({ document, passages, remark }) {
    if (!document.text.includes('\uFFFD')) return
    const all = passages.flatMap((passage) =>
      matchesIn(passage.text, GONE).map((match) => ({ passage, match })),
    )
    const [first] = all
    if (first !== undefined)
      remark(first.passage, first.match, 'gone', { word: first.match[0], count: all.length })
  },
}

const GONE = /(?<![\p{L}\uFFFD])(?=\uFFFD*\p{L}+\uFFFD|\uFFFD+\p{L})[\p{L}\uFFFD]+/gu
