import { groupedBy } from '@cahier/prose'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { withoutEscapes } from '../terminal/terminal.ts'
import { type Report, type ShownFinding, shownBy } from './report.ts'

/**
 * The JUnit XML report: one suite per file, one case per finding. Errors are failed cases; warnings
 * and infos pass.
 */
export function junitReport(report: Report): string {
  const { command, findings, summary } = report
  const suites = [...groupedBy(findings.map(shownBy(report)), ({ shown }) => shown)].map(
    ([shown, own]) => {
      const failures = own.filter(({ severity }) => severity === 'error').length
      const about = suite(written(shown), own.length, failures)
      return x('testsuite', { ...about, time: '0' }, own.map(testCase))
    },
  )
  const root = x('testsuites', suite(`cahier ${command}`, findings.length, summary.error), suites)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`
}

function suite(name: string, tests: number, failures: number) {
  return { name, tests: String(tests), failures: String(failures), errors: '0' }
}

function testCase({ rule, severity, sentence, shown, place: { start } }: ShownFinding) {
  const message = written(sentence)
  const where = `${start.line}:${start.column}`
  return x(
    'testcase',
    { name: `${rule} ${where}`, classname: written(shown), time: '0' },
    severity === 'error'
      ? x('failure', { message, type: rule }, `${where} ${message}`)
      : x('system-out', `${severity} ${where} ${message}`),
  )
}

// XML forbids U+FFFE and U+FFFF.
function written(text: string) {
  return withoutEscapes(text).replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
}
