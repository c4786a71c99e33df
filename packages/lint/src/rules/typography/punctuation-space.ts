import type { Rule } from '../../engine/rule.ts'
import { spaceMessage } from '../../typography/correction-messages.ts'
import { BESIDE_ADDRESS } from '../../typography/corrections-of.ts'

/** Reports French `: ; ! ?` without a no-break space before them (Imprimerie nationale). */
export const punctuationSpace: Rule = {
  id: 'typography/punctuation-space',
  severity: 'warning',
  fixes: true,
  languages: ['fr'],
  messages: {
    ...BESIDE_ADDRESS,
    space: spaceMessage('{space} devant « {mark} »', '{space} before “{mark}”'),
  },
  correction(correction, passage, { remark }) {
    const { start, end, text } = correction
    const mark = /^[;:!?]*/.exec(passage.text.slice(end, end + 8))?.[0] ?? ''
    const at = { start, end: end + mark.length }
    remark(passage, at, 'space', { mark, to: text }, [correction])
  },
}
