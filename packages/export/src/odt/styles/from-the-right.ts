import type { StyleParts } from './style-element.ts'

/**
 * A style of a document that reads from right to left. Margins turn round by themselves;
 * LibreOffice takes `start` for the left whatever is read.
 */
export function fromTheRight(parts: StyleParts): StyleParts {
  const { paragraph } = parts
  // What says its own direction is code.
  const turns =
    paragraph?.['fo:text-align'] === 'start' && paragraph['style:writing-mode'] === undefined
  return turns ? { ...parts, paragraph: { ...paragraph, 'fo:text-align': 'right' } } : parts
}
