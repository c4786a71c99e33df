import { withoutEscapes } from '../terminal/terminal.ts'
import { shownPath } from '../text/shown-path.ts'
import type { Report } from './report.ts'
import { atForgeRoot, messageOf } from './report.ts'

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * One workflow command of GitHub per finding, shown beside its line. Texts are escaped: they cannot
 * contain commands.
 */
export function githubReport({ findings, catalogue, invocation }: Report): string {
  const seen = atForgeRoot(invocation, process.env.GITHUB_WORKSPACE)
  return findings
    .map((finding) => {
      const { start, end } = finding.place
      const properties = {
        file: shownPath(finding.path, seen),
        line: start.line,
        ...(end.line !== start.line && { endLine: end.line }),
        // GitHub shows columns for one line only.
        ...(end.line === start.line && { col: start.column, endColumn: end.column }),
        title: finding.rule,
      }
      const written = Object.entries(properties).map(
        ([key, value]) => `${key}=${property(String(value))}`,
      )
      return `::${COMMANDS[finding.severity]} ${written.join(',')}::${data(messageOf(finding, catalogue, invocation.language))}\n`
    })
    .join('')
}

function data(text: string): string {
  return withoutEscapes(text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A'), {
    colours: false,
  })
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}
