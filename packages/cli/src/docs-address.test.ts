// @module-tag long
import { FILE_START, type Finding } from '@cahier/core'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Command } from './command.ts'
import type { Report } from './reports/report.ts'
import { pageOf } from './rules/page-of.ts'

const command: Command = {
  usage: { fr: '', en: '' },
  help: { fr: 'Aide.', en: 'Help.' },
  examples: ['cahier lint'],
  options: {},
  run: () => 0,
}
const LINT = { name: 'lint', summary: { fr: 'relire', en: 'check' } }
const terminal = { width: 80, wraps: true, colours: false, progress: false }
const finding: Finding = {
  rule: 'typography/ellipsis',
  severity: 'warning',
  message: 'dots',
  data: {},
  path: 'a.md',
  place: FILE_START,
}
const report = {
  command: 'lint',
  findings: [finding],
  catalogue: { 'typography/ellipsis': { dots: { fr: () => 'points', en: () => 'dots' } } },
  invocation: { language: 'en', folder: '/p', cwd: '/p', terminal },
  textOf: () => '',
  pageOf,
} as unknown as Report

beforeEach(() => {
  vi.resetModules()
})

it('once the site of the documentation has an address, each rule and each command tells where its page is', async () => {
  vi.doMock('../package.json', () => ({
    default: { version: '1.2.3', docs: { base: 'https://docs.example/' } },
  }))
  const [rule, help] = await addresses()
  expect(rule?.helpUri).toBe('https://docs.example/en/rules-typography-ellipsis/index.html')
  expect(help).toMatch(/\nhttps:\/\/docs\.example\/fr\/commandes-lint\/index\.html\n$/)
})

it('as long as it has none, neither says anything of it; SARIF still holds the page, in one language', async () => {
  vi.doMock('../package.json', () => ({ default: { version: '1.2.3', docs: { base: '' } } }))
  const [rule, help] = await addresses()
  expect(rule).not.toHaveProperty('helpUri')
  expect(rule?.shortDescription.text).toMatch(/^An ellipsis is one character/)
  expect(rule?.help.text).not.toContain('Des points de suspension')
  expect(help).not.toContain('http')
})

async function addresses() {
  const [{ sarifReport }, { helpForCommand }] = await Promise.all([
    import('./reports/sarif-report.ts'),
    import('./help.ts'),
  ])
  const log = JSON.parse(await sarifReport(report))
  const [rule] = log.runs[0].tool.driver.rules as readonly {
    helpUri?: string
    shortDescription: { text: string }
    help: { text: string }
  }[]
  return [rule, helpForCommand(LINT, command, 'fr', terminal)] as const
}
