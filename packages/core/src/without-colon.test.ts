import { expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

it.each([
  ['date:2026-03-01, what: Loi', 'gluedColon', 'date: 2026-03-01'],
  ['date: 2026-03-01, what→ Loi', 'lostColon', 'what: Loi'],
  ['date: 2026-03-01, what Loi', 'lostColon', undefined],
  ["date: 2026-03-01, what' Loi", 'unknownForMissing', undefined],
])(
  'between braces, a colon that lacks is told, and what stands behind it is kept: %s',
  (written, message, mended) => {
    const text = `---\ntitle: A\nsummary: B\nas-of: [{${written}}]\n---\n`
    const { findings } = readDocument({ path: 'axes/a/b.md', text }, 'proposal')
    expect(findings.map((finding) => [finding.message, finding.edits?.[0]?.text])).toEqual([
      [message, mended],
    ])
  },
)
