import type { Correction } from '@cahier/prose'
import type { Rule } from '../../engine/rule.ts'
import { spaceMessage } from '../../typography/correction-messages.ts'

/**
 * Reports abbreviations in a wrong form (`Mr`) or before a wrong space, by the rules of the
 * Imprimerie nationale.
 */
export const abbreviations: Rule = {
  id: 'typography/abbreviations',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    form: {
      fr: '« {written} » : en français, « {meant} »',
      en: '“{written}”: in French, “{meant}”',
    },
    space: spaceMessage('{space} après « {before} »', '{space} after “{before}”'),
  },
  correction(correction, passage, { remark }, all, index) {
    const { text: words } = passage
    const { start, end, text } = correction
    const before = BEFORE.exec(words.slice(Math.max(0, start - 8), start))?.[0] ?? ''
    const at = { start: start - before.length, end }
    const [previous, next] = [all[index - 1], all[index + 1]]
    if (isForm(words, correction)) {
      // The space after the abbreviation belongs to the same finding.
      const space = next?.start === end && !isForm(words, next) ? [next] : []
      remark(passage, at, 'form', { meant: (before + text).trimEnd() }, [correction, ...space])
    } else if (previous?.end !== start || !isForm(words, previous))
      remark(passage, at, 'space', { before, to: text }, [correction])
  },
}

/** Whether a correction changes more than spaces. */
function isForm(words: string, { start, end, text }: Correction) {
  return text === '' || !/^[ \u00A0\u202F\u2007\u2009]*$/.test(words.slice(start, end) + text)
}

const BEFORE = /(?:[\p{L}.]{1,6}°?|§)$/u
