import { shown } from './change.ts'
import type { OwnTexts } from './own-text.ts'
import type { Remark } from './remarks.ts'

/** What was written in a document where no text of the programme stands: on its title page, in its bibliography. */
export interface OutsideTexts {
  readonly comments: readonly Remark[]
  readonly added: readonly string[]
}

/** Comments and paragraphs that belong to none of the texts with these prefixes. */
export function outsideTexts({ kept, added }: OwnTexts, prefixes: readonly string[]): OutsideTexts {
  const isOutside = (name: string) => !prefixes.some((prefix) => name.startsWith(`${prefix}_`))
  const blocks = [...kept].filter(([name]) => isOutside(name)).map(([, { parts, comments }]) => ({ text: parts.join(' '), comments }))
  const paragraphs = added.filter(({ after }) => isOutside(after))
  return {
    comments: [...blocks, ...paragraphs].flatMap(({ text, comments }) =>
      comments.map((comment) => ({ on: shown(comment.on || text), text: comment.text })),
    ),
    added: paragraphs.map(({ text }) => shown(text)).filter((text) => text !== ''),
  }
}
