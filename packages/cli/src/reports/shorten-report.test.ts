import type { Finding } from '@cahier/core'
import { lintMessages } from '@cahier/lint'
import { expect, it } from 'vitest'
import { jsonReport } from './json-report.ts'
import type { Report } from './report.ts'
import { summaryOf } from './report.ts'
import { countAlike } from './shorten-report.ts'

const place = (line: number) => ({
  start: { line, column: 1, offset: line },
  end: { line, column: 2, offset: line + 1 },
})
const finding = (line: number, path = 'a.md'): Finding => ({
  rule: 'style/repeated-word',
  severity: 'warning',
  message: 'twice',
  data: { word: 'le' },
  path,
  place: place(line),
})

function reported(findings: readonly Finding[]) {
  const terminal = { width: 80, wraps: false, colours: false, progress: false }
  const invocation = { language: 'fr', folder: '/place', cwd: '/place', terminal } as const
  const none = { textOf: () => '', pageOf: async () => '' }
  const report: Report = {
    command: 'lint',
    findings,
    summary: summaryOf(findings, 1),
    catalogue: lintMessages,
    invocation,
    ...none,
  }
  return jsonReport(countAlike(report))
}

it('past 200 alike in one file, the others are counted in one line, and each is in the summary', () => {
  const many = Array.from({ length: 1000 }, (_, line) => finding(line + 1))
  const { findings, summary } = reported([...many, finding(3, 'b.md')])
  expect(findings).toHaveLength(202)
  expect(findings[200]).toMatchObject({
    rule: 'style/repeated-word',
    line: 201,
    severity: 'warning',
  })
  expect(findings[200]?.message).toMatch(/^Et 800 autres du même genre/)
  expect(findings[201]?.path).toBe('b.md')
  expect(summary.warning).toBe(1001)
})

it('one more than 200 is listed: a line that counts it would be as long', () => {
  expect(
    reported(Array.from({ length: 201 }, (_, line) => finding(line + 1))).findings,
  ).toHaveLength(201)
})
