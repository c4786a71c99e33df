import { type Language, placeOf } from '@cahier/core'
import { groupedBy, matchesIn } from '@cahier/prose'
import { isStancesOrVotes, nodesOf, placeIn } from '../../document/documents.ts'
import { codeOf, escapedIn, escapedInFields } from '../../document/escaped-characters.ts'
import type { Rule } from '../../engine/rule.ts'

/**
 * Reports invisible characters. Each kind has one finding in a file. Each field or text with an
 * escape has its own.
 */
export const invisible: Rule = {
  id: 'safety/invisible',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    hidden: {
      fr: ({ code, times }) =>
        `caractère invisible ${code} (${nameOf(code).fr})${Number(times) > 1 ? `, ${times} fois à partir d’ici` : ''} : enlevez-le`,
      en: ({ code, times }) =>
        `invisible character ${code} (${nameOf(code).en})${Number(times) > 1 ? `, ${times} times from here` : ''}: remove it`,
    },
    escaped: {
      fr: ({ code }) =>
        `ce passage écrit en code un caractère invisible, ${code} (${nameOf(code).fr}) : enlevez ce code`,
      en: ({ code }) =>
        `this passage writes an invisible character in code, ${code} (${nameOf(code).en}): remove that code`,
    },
  },
  document({ document, report }) {
    const found = matchesIn(document.text, HIDDEN).filter(
      ({ 0: sign, index }) =>
        !(index === 0 && sign === '\uFEFF') && !isAtHome(sign, document.text, index),
    )
    const kinds = groupedBy(found, ({ 0: sign }) =>
      /[\u202A-\u202E\u2066-\u2069]/.test(sign) ? 'direction' : sign,
    )
    for (const [first, ...others] of kinds.values()) {
      if (first === undefined) continue
      const spans = [first, ...others].map(({ index }) => ({ start: index, end: index + 1 }))
      const edits = isStancesOrVotes(document) ? [] : spans
      const data = { code: codeOf(first[0]), times: spans.length }
      report('hidden', first, data, {
        edits: edits.map((span) => ({ ...span, text: '' })),
        related: others.map(({ index }) => ({ place: placeIn(document, index, index + 1) })),
      })
    }
    for (const { character, place } of escapedInFields(document, HIDDEN))
      report('escaped', place, { code: codeOf(character) })
    for (const node of nodesOf(document, 'text')) {
      const character = escapedIn(node.value, document.text, placeOf(node), HIDDEN)
      if (character !== '' && !isAtHome(character, node.value, 0))
        report('escaped', placeOf(node), { code: codeOf(character) })
    }
  },
}

const HIDDEN = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g
const MARKS = /[\u061C\u200E\u200F]/
const LEFTWARD =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hanifi_Rohingya}\p{Script=Hebrew}\p{Script=Mandaic}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u

// Marks of direction are allowed in a paragraph that has right-to-left text.
function isAtHome(mark: string, text: string, index: number) {
  if (!MARKS.test(mark)) return false
  const before = text.slice(0, index)
  const start = Math.max(before.lastIndexOf('\n\n'), before.lastIndexOf('\r\n\r\n'))
  const end = text.slice(index).search(/\n\r?\n/)
  return LEFTWARD.test(
    text.slice(start + 1, end < 0 ? text.length : index + end).replace(/\u061C/g, ''),
  )
}

function nameOf(code = ''): Readonly<Record<Language, string>> {
  return NAMES[code] ?? { fr: 'marque de sens de lecture', en: 'mark of reading direction' }
}

const NAMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'U+00AD': { fr: 'trait d’union conditionnel', en: 'soft hyphen' },
  'U+200B': { fr: 'espace sans largeur', en: 'zero-width space' },
  'U+2060': { fr: 'gluon de mots', en: 'word joiner' },
  'U+FEFF': { fr: 'marque d’ordre des octets', en: 'byte order mark' },
}
