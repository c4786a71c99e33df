import { compareSince, recheck, uncountedStances } from '@cahier/consensus'
import { buildProgramme } from '@cahier/core'
import { lint } from '@cahier/lint'
import { catalogue } from '../catalogue.ts'
import type { Command } from '../command.ts'
import { folderAt } from '../folder-at.ts'
import { dateOption, formatIn, formatOption } from '../format-option.ts'
import { gitHistory } from '../git-history.ts'
import { openProgramme } from '../open-programme.ts'
import { jsonReport, summaryOf, textReport } from '../report-findings.ts'

const FORMATS = ['text', 'json']

export const command: Command = {
  usage: { fr: '', en: '' },
  help: {
    fr: 'Fait tout ce que fait « lint », puis recalcule chaque texte figé, chaque sceau et chaque résultat inscrit. C’est ce que lance la CI.',
    en: 'Does all that “lint” does, then recomputes every frozen text, seal and recorded outcome. This is what CI runs.',
  },
  examples: ['cahier check', 'cahier check --since origin/main'],
  options: {
    since: {
      type: 'string',
      value: { fr: 'RÉVISION', en: 'REV' },
      help: {
        fr: 'et ce qui a changé depuis cette révision de git : les tours ouverts ne font que s’allonger',
        en: 'and what changed since that git revision: rounds once opened only grow',
      },
    },
    date: dateOption,
    format: formatOption(FORMATS),
  },
  run(invocation) {
    const { print, say, language, values, folder, day } = invocation
    const format = formatIn(invocation, FORMATS)
    const programme = openProgramme(invocation)
    const { findings: records, outcomes, fates, digests } = recheck(programme, gitHistory(folder, programme))
    const kept = typeof values.since === 'string' ? compareSince(buildProgramme(folderAt(folder, values.since)), programme, day()) : []
    const findings = [...lint(programme, { day: day() }), ...records, ...uncountedStances(programme, day()), ...kept].sort((a, b) =>
      a.path < b.path ? -1 : a.path > b.path ? 1 : a.place.start.offset - b.place.start.offset,
    )
    const summary = summaryOf(findings, programme.documents.length)
    const lineOf = (path: string, line: number) =>
      programme.documents.find((document) => document.path === path)?.text.split(/\r\n|\n|\r/)[line - 1] ?? ''
    if (format === 'json')
      print(`${JSON.stringify({ ...jsonReport(findings, summary, catalogue, invocation), recomputed: { outcomes, fates, digests } })}\n`)
    else {
      print(textReport(findings, summary, catalogue, invocation, lineOf))
      say(`${WORDS[language](digests, outcomes, fates)}\n`)
    }
    return summary.error > 0 ? 1 : 0
  },
}

const WORDS = {
  fr: (digests: number, outcomes: number, fates: number) =>
    `Recalculés : ${digests} texte${digests > 1 ? 's figés' : ' figé'}, ${outcomes} résultat${outcomes > 1 ? 's' : ''} de tour${fates > 0 ? `, ${fates} sort${fates > 1 ? 's' : ''} d’amendement` : ''}.`,
  en: (digests: number, outcomes: number, fates: number) =>
    `Recomputed: ${digests} frozen text${digests === 1 ? '' : 's'}, ${outcomes} outcome${outcomes === 1 ? '' : 's'} of rounds${fates > 0 ? `, ${fates} fate${fates === 1 ? '' : 's'} of amendments` : ''}.`,
}
