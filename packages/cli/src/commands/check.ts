// `cahier check`: lints the programme and recomputes its digests, seals and outcomes.

import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { compareSince, outcomesAhead, recheck, uncountedStances } from '@cahier/consensus'
import { buildProgramme, FILE_START, type Finding, type Programme } from '@cahier/core'
import { lint, rules } from '@cahier/lint'
import { dateOption } from '../arguments/day.ts'
import { formatIn, formatOption } from '../arguments/format.ts'
import { UsageError } from '../arguments/usage-error.ts'
import type { Command } from '../command.ts'
import { branchFirst, foldersAt } from '../git/revision.ts'
import { gitHistory } from '../git/texts.ts'
import { withLocalLineEnds } from '../git/unchanged.ts'
import { positionsSince } from '../git/versions.ts'
import { LINT_FORMATS } from '../lint/lint-options.ts'
import { visitProgramme } from '../programme/open.ts'
import { parserFor } from '../programme/parser.ts'
import { jsonReport } from '../reports/json-report.ts'
import { type Report, summaryOf } from '../reports/report.ts'
import { printReport, reportAs } from '../reports/report-as.ts'
import { pageOf } from '../rules/page-of.ts'
import { catalogue } from '../text/catalogue.ts'
import { LOCK } from '../writing/take-lock.ts'

export const command: Command = {
  usage: { fr: '', en: '' },
  help: {
    fr: 'Fait tout ce que fait « lint », puis recalcule chaque texte figé, chaque sceau et chaque résultat inscrit. C’est ce que lance la CI.',
    en: 'Does everything that “lint” does, then recomputes every frozen text, seal and recorded outcome. This is what CI runs.',
  },
  examples: ['cahier check', 'cahier check --since origin/main'],
  options: {
    since: {
      type: 'string',
      value: { fr: 'RÉVISION', en: 'REV' },
      help: {
        fr: 'vérifier aussi ce qui a changé depuis cette révision de git : un tour ouvert ne peut que s’allonger',
        en: 'also check what changed since that git revision: an open round may only grow',
      },
    },
    date: dateOption,
    format: formatOption(LINT_FORMATS),
  },
  async run(invocation) {
    const { print, say, language, positionals, values, folder, day } = invocation
    if (positionals.length > 0)
      throw new UsageError(
        `cahier check ne prend pas « ${positionals[0]} » : tout le programme est vérifié (cahier lint ${positionals[0]} relit un seul texte)`,
        `cahier check does not take “${positionals[0]}”: the whole programme is checked (cahier lint ${positionals[0]} reads one text)`,
      )
    const format = formatIn(invocation, LINT_FORMATS)
    const programme = visitProgramme(invocation, parserFor)
    const {
      findings: records,
      outcomes,
      fates,
      digests,
    } = recheck(programme, gitHistory(folder, programme))
    const contributionFindings =
      typeof values.since === 'string'
        ? since(branchFirst(folder, values.since, invocation), folder, programme, day())
        : []
    const findings = [
      ...lint(programme, { day: day() }),
      ...records,
      ...outcomesAhead(programme, day()),
      ...uncountedStances(programme, day()),
      ...lockLeft(folder),
      ...contributionFindings,
    ].sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : a.place.start.offset - b.place.start.offset,
    )
    const summary = summaryOf(findings, programme.documents.length)
    const documents = new Map(programme.documents.map((document) => [document.path, document]))
    const textOf = (path: string) => documents.get(path)?.text ?? ''
    const report: Report = {
      command: 'check',
      findings,
      summary,
      catalogue,
      invocation,
      textOf,
      pageOf: pageIfAny,
    }
    if (format === 'json')
      print(
        `${JSON.stringify({ ...jsonReport(report), recomputed: { outcomes, fates, digests } })}\n`,
      )
    else printReport(await reportAs(format, report, null), format, invocation)
    if (format === 'text') say(`${WORDS[language](digests, outcomes, fates)}\n`)
    return summary.error > 0 ? 1 : 0
  },
}

function since(revision: string, folder: string, now: Programme, day: string): readonly Finding[] {
  const sinceFindings = foldersAt(folder, revision).flatMap((then) => {
    const before = buildProgramme({ ...then, sources: withLocalLineEnds(then.sources, now) })
    return compareSince(before, now, day, () => positionsSince(folder, revision))
  })
  return [...new Map(sinceFindings.map((finding) => [JSON.stringify(finding), finding])).values()]
}

// A contribution may bring a lock file: every command that writes would then refuse.
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

// Recomputed facts have no rule page.
async function pageIfAny(rule: string): Promise<string> {
  return rules.some(({ id }) => id === rule) ? pageOf(rule) : rule
}

const WORDS = {
  fr: (digests: number, outcomes: number, fates: number) =>
    `Recalculés : ${digests} texte${digests > 1 ? 's figés' : ' figé'}, ${outcomes} résultat${outcomes > 1 ? 's' : ''} de tour${fates > 0 ? `, ${fates} sort${fates > 1 ? 's' : ''} d’amendement` : ''}.`,
  en: (digests: number, outcomes: number, fates: number) =>
    `Recomputed: ${digests} frozen text${digests === 1 ? '' : 's'}, ${outcomes} round outcome${outcomes === 1 ? '' : 's'}${fates > 0 ? `, ${fates} amendment fate${fates === 1 ? '' : 's'}` : ''}.`,
}
