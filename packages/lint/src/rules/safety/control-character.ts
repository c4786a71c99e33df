import { matchesIn } from '@cahier/prose'
import { isStancesOrVotes } from '../../document/documents.ts'
import { codeOf, escapedInFields } from '../../document/escaped-characters.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports characters that control a terminal or can hide words. Tabs and line ends are allowed. */
export const controlCharacter: Rule = {
  id: 'safety/control-character',
  severity: 'error',
  fixes: true,
  alwaysOn: true,
  messages: {
    control: {
      fr: ({ code, times }) =>
        `caractère de commande ${code}${times === '1' ? '' : `, ${times} fois à partir d’ici`} : il n’écrit rien et peut dérégler un écran ; enlevez-le`,
      en: ({ code, times }) =>
        `control character ${code}${times === '1' ? '' : `, ${times} times from here`}: it prints nothing and can upset a screen; remove it`,
    },
    escaped: {
      fr: 'ce passage écrit en code un caractère de commande, {code} : enlevez ce code',
      en: 'this passage writes a control character in code, {code}: remove that code',
    },
  },
  document({ document, report }) {
    for (const { character, place } of escapedInFields(document, CONTROLS))
      report('escaped', place, { code: codeOf(character) })
    const found = matchesIn(document.text, CONTROLS)
    const [first] = found
    if (first === undefined) return
    const isRecord = isStancesOrVotes(document)
    const edits = found.map(({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      text: '',
    }))
    const data = { code: codeOf(first[0]), times: found.length }
    report('control', first, data, { edits: isRecord ? [] : edits })
  },
}

// Tag characters can hide words. They are allowed after a flag sign, which they turn into a
// regional flag.
const CONTROLS =
  /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029]|(?<!\u{1F3F4}[\u{E0020}-\u{E007F}]{0,8})[\u{E0000}-\u{E007F}]/gu
