// `cahier check`: lints the programme and recomputes its digests, seals (hashes of rounds) and
// outcomes.

import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import {
  compareSince,
  consensusMessages,
  outcomesAhead,
  recheck,
  uncountedStances,
} from '@cahier/consensus'
import { buildProgramme, FILE_START, type Finding, type Programme } from '@cahier/core'
import { lint, lintMessages, rules } from '@cahier/lint'
import { byCodeUnits } from '@cahier/prose'
import {
  asJson,
  dateOption,
  formatOption,
  optionText,
  refuseArguments,
  valueOption,
} from '../arguments/options.ts'
import { type Command, inBothLanguages } from '../command.ts'
import { withLocalLineEnds } from '../git/line-ends.ts'
import { branchFirst, foldersAt } from '../git/revision.ts'
import { gitHistory } from '../git/texts.ts'
import { positionsSince } from '../git/versions.ts'
import { LINT_FORMATS } from '../lint/lint-options.ts'
import { visitProgramme } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { jsonReport } from '../reports/json-report.ts'
import { type Report, summaryOf } from '../reports/report.ts'
import { printReport, reportAs } from '../reports/report-as.ts'
import { pageOf } from '../rules/page-of.ts'
import { counted } from '../text/report-parts.ts'
import { LOCK } from '../writing/take-lock.ts'

export const command: Command = {
  usage: '',
  help: {
    fr: 'Fait tout ce que fait « lint », puis recalcule chaque texte figé, sceau et résultat inscrit. C’est ce que lance la CI.',
    en: 'Does all that “lint” does, then recomputes every frozen text, seal and recorded outcome. This is what CI runs.',
  },
  examples: ['', '--since origin/main'],
  options: {
    since: valueOption(
      'REV',
      'vérifier aussi ce qui a changé depuis cette révision de git : un tour ouvert ne peut que s’allonger',
      'also check what changed since that git revision: an open round may only grow',
    ),
    date: dateOption,
    format: formatOption(LINT_FORMATS),
  },
  async run(invocation) {
    const { print, say, language, positionals, values, folder, day } = invocation
    refuseArguments(
      invocation,
      ` : tout le programme est vérifié (cahier lint ${positionals[0]} relit un seul texte)`,
      `: the whole programme is checked (cahier lint ${positionals[0]} reads one text)`,
    )
    const format = optionText(invocation, 'format')
    const programme = visitProgramme(invocation, parserFor)
    const { outcomes, fates, digests, ...recomputed } = recheck(
      programme,
      gitHistory(folder, programme),
    )
    const findings = [
      ...lint(programme, { day: day() }),
      ...recomputed.findings,
      ...outcomesAhead(programme, day()),
      ...uncountedStances(programme, day()),
      ...lockLeft(folder),
      ...(typeof values.since === 'string'
        ? findingsSince(branchFirst(folder, values.since, invocation), folder, programme, day())
        : []),
    ].sort((a, b) => byCodeUnits(a.path, b.path) || a.place.start.offset - b.place.start.offset)
    const summary = summaryOf(findings, programme.documents.length)
    const texts = new Map(programme.documents.map(({ path, text }) => [path, text]))
    const textOf = (path: string) => texts.get(path) ?? ''
    const catalogue = { ...lintMessages, ...consensusMessages }
    const about = { findings, summary, catalogue, invocation, textOf }
    const report: Report = { command: 'check', ...about, pageOf: pageIfAny }
    if (format === 'json')
      print(asJson({ ...jsonReport(report), recomputed: { outcomes, fates, digests } }))
    else printReport(await reportAs(format, report, null), format, invocation)
    if (format === 'text') say(`${WORDS[language](digests, outcomes, fates)}\n`)
    return summary.error > 0 ? 1 : 0
  },
}

function findingsSince(
  revision: string,
  folder: string,
  now: Programme,
  day: string,
): readonly Finding[] {
  const findings = foldersAt(folder, revision).flatMap((then) => {
    const before = buildProgramme({ ...then, sources: withLocalLineEnds(then.sources, now) })
    return compareSince(before, now, day, () => positionsSince(folder, revision))
  })
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

// A lock file left in the folder stops every command that writes.
function lockLeft(folder: string): readonly Finding[] {
  if (lstatSync(join(folder, LOCK), { throwIfNoEntry: false }) === undefined) return []
  return [
    {
      rule: 'structure/folder',
      severity: 'error',
      message: 'lock',
      data: {},
      path: LOCK,
      place: FILE_START,
    },
  ]
}

// Findings about recomputed digests and outcomes have no rule page.
async function pageIfAny(rule: string) {
  return rules.some(({ id }) => id === rule) ? pageOf(rule) : rule
}

const WORDS = inBothLanguages(
  (digests: number, outcomes: number, fates: number) =>
    `Recalculés : ${counted.fr(digests, 'texte figé', 'textes figés')}, ${counted.fr(outcomes, 'résultat')} de tour${fates > 0 ? `, ${counted.fr(fates, 'sort')} d’amendement` : ''}.`,
  (digests, outcomes, fates) =>
    `Recomputed: ${counted.en(digests, 'frozen text')}, ${counted.en(outcomes, 'round outcome')}${fates > 0 ? `, ${counted.en(fates, 'amendment fate')}` : ''}.`,
)
