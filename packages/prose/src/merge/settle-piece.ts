import { doublesWords } from './doubles-words.ts'
import { marksHold } from './marks-hold.ts'
import type { Granularity, MergePiece } from './merge-piece.ts'
import type { ThreeTexts } from './merge-text.ts'
import { mergeWords } from './merge-words.ts'
import { placesAreSure } from './places-are-sure.ts'
import { rememberedOfThree } from './remembered.ts'
import { wholeLines } from './whole-lines.ts'
import { wordsAddUp } from './words-add-up.ts'

/**
 * A piece of a merge of lines, in finer pieces when something in it can be settled and every word
 * is accounted for; else itself. `inCode`: whether it begins inside a fenced block.
 */
export function settlePiece(
  piece: MergePiece,
  granularity: Granularity,
  inCode = false,
): readonly MergePiece[] {
  if (piece.kind === 'settled' || piece.isWhole === true) return [piece]
  return (inCode ? IN_CODE : IN_PROSE)[granularity](piece.base, piece.ours, piece.theirs) ?? [piece]
}

const settling = (granularity: Granularity, inCode: boolean) =>
  rememberedOfThree((base, ours, theirs) =>
    finerPieces({ base, ours, theirs }, granularity, inCode),
  )
const IN_PROSE = { sentence: settling('sentence', false), word: settling('word', false) }
const IN_CODE = { sentence: settling('sentence', true), word: settling('word', true) }

function finerPieces(
  texts: ThreeTexts,
  granularity: Granularity,
  inCode: boolean,
): readonly MergePiece[] | null {
  // A piece begins where a line does, and so must whatever its first words become.
  const words = mergeWords(
    { base: `\n${texts.base}`, ours: `\n${texts.ours}`, theirs: `\n${texts.theirs}` },
    granularity,
    inCode,
  )
  if (!marksHold(words) || !placesAreSure(words.sides, words.hunks)) return null
  const finer = withoutFirstBreak(wholeLines(words))
  const helps =
    finer.every(({ kind }) => kind === 'settled') ||
    finer.some((one) => one.kind === 'settled' && /\S/.test(one.text))
  return helps && isFaithful(texts, finer) ? finer : null
}

function isFaithful(piece: ThreeTexts, finer: readonly MergePiece[]): boolean {
  return (
    wordsAddUp(piece, finer) &&
    !finer.some((one) => one.kind === 'settled' && doublesWords(piece, one.text))
  )
}

function withoutFirstBreak([first, ...rest]: readonly MergePiece[]): readonly MergePiece[] {
  if (first === undefined) return []
  if (first.kind === 'settled')
    return first.text === '\n' ? rest : [{ kind: 'settled', text: first.text.slice(1) }, ...rest]
  return [
    {
      kind: 'conflict',
      base: first.base.slice(1),
      ours: first.ours.slice(1),
      theirs: first.theirs.slice(1),
    },
    ...rest,
  ]
}
