import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { withoutEscapes } from '../terminal/terminal.ts'
import { shownPath } from '../text/shown-path.ts'
import type { Report } from './report.ts'
import { messageOf } from './report.ts'

/**
 * The JUnit XML report: one suite per file, one case per finding. Errors fail; warnings and remarks
 * pass, with output.
 */
export function junitReport({ verb, findings, summary, catalogue, invocation }: Report): string {
  // XML forbids U+FFFE and U+FFFF.
  const said = (text: string) =>
    withoutEscapes(text, { colours: false }).replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
  const paths = [...new Set(findings.map(({ path }) => path))]
  const suites = paths.map((path) => {
    const own = findings.filter((finding) => finding.path === path)
    const cases = own.map((finding) => {
      const message = said(messageOf(finding, catalogue, invocation.language))
      const where = `${finding.place.start.line}:${finding.place.start.column}`
      const attributes = {
        name: `${finding.rule} ${where}`,
        classname: said(shownPath(path, invocation)),
        time: '0',
      }
      return finding.severity === 'error'
        ? x(
            'testcase',
            attributes,
            x('failure', { message, type: finding.rule }, `${where} ${message}`),
          )
        : x('testcase', attributes, x('system-out', `${finding.severity} ${where} ${message}`))
    })
    const failures = own.filter(({ severity }) => severity === 'error').length
    return x(
      'testsuite',
      {
        name: said(shownPath(path, invocation)),
        tests: String(own.length),
        failures: String(failures),
        errors: '0',
        time: '0',
      },
      cases,
    )
  })
  const root = x(
    'testsuites',
    {
      name: `cahier ${verb}`,
      tests: String(findings.length),
      failures: String(summary.error),
      errors: '0',
    },
    suites,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`
}
