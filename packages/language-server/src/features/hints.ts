import { escapePointer, type Language, typeset } from '@cahier/core'
import type { Span } from '@cahier/prose'
import type { DocumentContext } from '../context.ts'

/** An inlay hint: words shown at an offset that are not in the text. */
export interface Hint {
  readonly at: number
  readonly label: string
  readonly tooltip: string
}

/**
 * In a positions file, whether each stance is about the current text; if not, the current digest.
 * The hint precedes the digest, since a digest may be wider than the window.
 */
export function hints(
  { programme, document, language }: DocumentContext,
  { start, end }: Span,
): readonly Hint[] {
  if (document.kind !== 'positions') return []
  const stances =
    programme.positions.find((one) => one.document.path === document.path)?.stances ?? []
  return stances.flatMap(({ proposal, text }): readonly Hint[] => {
    const at = document.places[`/positions/${escapePointer(proposal)}/text`]?.value.start.offset
    const now = programme.proposals.find(({ id }) => id === proposal)
    if (at === undefined || now === undefined || at < start || at > end || text === '') return []
    const isSame = text === now.normative
    const label = isSame
      ? WORDS[language].same
      : WORDS[language].other(`${now.normative.slice(0, 11)}…`)
    return [{ at, label: typeset(label, language), tooltip: isSame ? '' : now.normative }]
  })
}

const WORDS: Readonly<
  Record<Language, { readonly same: string; readonly other: (digest: string) => string }>
> = {
  fr: { same: 'le texte d’aujourd’hui', other: (digest) => `le texte a changé : ${digest}` },
  en: { same: 'the text of today', other: (digest) => `the text has changed: ${digest}` },
}
