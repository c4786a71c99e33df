import { matchesIn, SEEN } from '@cahier/prose'
import type { Rule } from '../../rule.ts'
import { spaceCode, spaceName } from '../../space-name.ts'

/** What opens a heading or an item is followed by an ordinary space: with a no-break one, or none, CommonMark reads a paragraph. */
export const structuralSpace: Rule = {
  id: 'typography/structural-space',
  severity: 'warning',
  fixed: false,
  mends: 'tree',
  messages: {
    heading: {
      fr: ({ mark, from }) => `« ${mark} » n’ouvre un titre que devant une espace ordinaire, et c’est une ${spaceName(from).fr}`,
      en: ({ mark, from }) => `“${mark}” opens a heading only before an ordinary space, and this is a ${spaceName(from).en}`,
    },
    item: {
      fr: ({ mark, from }) => `« ${mark} » n’ouvre un élément de liste que devant une espace ordinaire, et c’est une ${spaceName(from).fr}`,
      en: ({ mark, from }) => `“${mark}” opens an item only before an ordinary space, and this is a ${spaceName(from).en}`,
    },
    glued: {
      fr: ({ mark }) => `« ${mark} » n’ouvre un titre que devant une espace, et il n’y en a pas`,
      en: ({ mark }) => `“${mark}” opens a heading only before a space, and there is none`,
    },
  },
  among: SEEN.any,
  passage(passage, { document, remark }) {
    if (passage.kind !== 'paragraph') return
    // A hash that was escaped is meant; one alone makes a word of a network: `#climat`. Titles of sections have rules of their own.
    if (passage.text.includes('##') && document.kind !== 'proposal' && document.kind !== 'amendment')
      for (const { 0: mark, index } of matchesIn(passage.text, GLUED))
        if ((passage.starts[index] ?? -1) >= 0) remark(passage, index, index + mark.length, 'glued', { mark }, { text: `${mark} ` })
    if ((passage.glance.seen & SEEN.noBreakSpace) === 0) return
    for (const { 0: whole, 1: mark = '', 2: space = '', index } of matchesIn(passage.text, MARK)) {
      // Only the first line of a paragraph can be numbered otherwise than from 1.
      if (index > 0 && /^\d/.test(mark) && !/^1[.)]/.test(mark)) continue
      const from = index + whole.length - space.length
      const message = mark.startsWith('#') ? 'heading' : 'item'
      remark(passage, from, from + space.length, message, { mark, from: spaceCode(space) }, { text: ' ' })
    }
  },
}

const GLUED = /^#{2,6}(?=\p{L}\p{L})/gmu
const MARK = /^(#{1,6}|[*+-]|\d{1,9}[.)])([\u00A0\u202F])(?=[^\s\d])/gm
