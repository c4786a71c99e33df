import { leafBlocks, parseMarkdown } from '@cahier/prose'
import { expect, it } from 'vitest'
import { removals } from './removal-edits.ts'
import { applyChanges } from './text-change.ts'

it('the sublist of a deleted item moves below the item above', () => {
  const text =
    'Ainsi :\n\n1. un banc ;\n2. un agent ;\n   - le matin ;\n   - le soir ;\n3. un toit.\n'
  const tree = parseMarkdown(text)
  const gone = leafBlocks(tree, text).flatMap(({ node, text: words }) =>
    words === 'un agent ;' ? [node] : [],
  )
  expect(
    applyChanges(text, [{ edits: removals(tree, new Set(gone), text).map(({ edit }) => edit) }]),
  ).toBe(text.replace('2. un agent ;\n', ''))
})
