// `cahier close`: closes rounds (votes) and records their outcome.

import { isAdopted, minutesOf, planClosing, roundsOf, tally } from '@cahier/consensus'
import { buildProgramme, type Folder, type NewFile, readFolder, type Source } from '@cahier/core'
import { writtenId } from '../arguments/named-ids.ts'
import { planOptions, wrongArguments } from '../arguments/options.ts'
import { type Command, inBothLanguages } from '../command.ts'
import { openProgramme } from '../programme/open.ts'
import { shownPath } from '../text/shown-path.ts'
import { applyPlan, joinPlans } from '../writing/apply-plan.ts'

export const command: Command = {
  usage: 'PROPOSAL…',
  help: {
    fr: 'Quand son dernier jour est passé : calcule le résultat, l’explique et le consigne, avec copie de ce qui a été compté. Un tour se clôt plus tôt si la règle le permet (early-close) et que rien ne peut plus changer le résultat.',
    en: 'Once its last day is over: works out the outcome, explains and records it, with copies of what was counted. A round may be closed sooner if the rule allows it (early-close) and nothing can change the result any more.',
  },
  examples: ['PROPOSAL'],
  options: planOptions,
  async run(invocation) {
    const { positionals, day, folder, language, say, sayError, values } = invocation
    if (positionals.length === 0) throw wrongArguments(invocation)
    const programme = openProgramme(invocation)
    const ids = [...new Set(positionals.map(writtenId))]
    const plan = joinPlans(ids.map((id) => planClosing(programme, id, day())))
    const code = await applyPlan(plan, invocation)
    if (code !== 0) return code
    const closed = buildProgramme(withFiles(readFolder(folder), plan.files))
    const own = closed.proposals.filter(({ id }) => ids.includes(id))
    for (const verdict of tally(closed, day(), own)) {
      const rounds = roundsOf(closed, verdict.proposal, day()).slice(-1)
      say(`\n${minutesOf(closed, verdict, rounds, day(), language)}`)
      const proposal = own.find(({ id }) => id === verdict.proposal)
      if (values['dry-run'] !== true && isAdopted(verdict.status) && proposal?.review === '')
        sayError(`${WORDS[language](shownPath(proposal.document.path, invocation))}\n`)
    }
    return 0
  },
}

// `--dry-run` writes no file, so the closed programme is computed in memory.
function withFiles(read: Folder, files: readonly NewFile[]): Folder {
  const sources = new Map<string, Source>(read.sources.map((source) => [source.path, source]))
  for (const { path, content } of files)
    if (typeof content === 'string') sources.set(path, { path, text: content })
  return { ...read, sources: [...sources.values()] }
}

const WORDS = inBothLanguages(
  (path: string) =>
    `Quand cette mesure sera-t-elle relue ? Ajoutez « review: AAAA-MM-JJ » en tête du fichier ${path} : personne n’a à se prononcer de nouveau pour cela.`,
  (path) =>
    `When will this measure be reviewed? Add “review: YYYY-MM-DD” to the head of ${path}: nobody has to answer again because of that.`,
)
