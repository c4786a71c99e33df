import { expect, it } from 'vitest'
import { acceptAll, readCriticMarkup, refuseAll } from '../criticmarkup/criticmarkup.ts'
import { mergeText } from './merge-text.ts'
import { writeMergeInMarks } from './write-merge.ts'

const table = '| A | B |\n| --- | --- |\n| Agents | 25 |\n| Lignes | 4 |\n'
const text = 'Un mot ici.\n\nUn autre mot.\n\nFin.\n'

it.each([
  ['a row', table, table.replace('25', '30'), table.replace('| Agents | 25 |\n', '')],
  ['a paragraph', text, text.replace('ici', 'là'), text.replace('Un mot ici.\n\n', '')],
  ['the last paragraph', text, text.replace('Fin', 'La fin'), text.replace('\n\nFin.', '')],
  [
    'a line that Windows ends',
    text.replaceAll('\n', '\r\n'),
    text.replace('ici', 'là').replaceAll('\n', '\r\n'),
    'Un autre mot.\r\n\r\nFin.\r\n',
  ],
])(
  '%s that one took out and the other changed is in marks: all refused it is one side, all accepted the other',
  (_, base, ours, theirs) => {
    for (const granularity of ['sentence', 'word'] as const) {
      const { pieces } = readCriticMarkup(
        writeMergeInMarks(mergeText({ base, ours, theirs }, granularity).pieces, granularity).text,
      )
      expect([refuseAll(pieces), acceptAll(pieces)]).toEqual([ours, theirs])
      const swapped = readCriticMarkup(
        writeMergeInMarks(
          mergeText({ base, ours: theirs, theirs: ours }, granularity).pieces,
          granularity,
        ).text,
      )
      expect([refuseAll(swapped.pieces), acceptAll(swapped.pieces)]).toEqual([theirs, ours])
    }
  },
)
