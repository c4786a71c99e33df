import type { Finding } from '@cahier/core'
import type { Fixes, Refusal } from '@cahier/lint'
import { asJson } from '../arguments/options.ts'
import { type Invocation, inBothLanguages } from '../command.ts'
import { eraseLine } from '../terminal/terminal.ts'
import type { Report } from './report.ts'
import { countAlike, foldFixable } from './shorten-report.ts'
import { textPieces } from './text-report.ts'

/**
 * The report in the given format, in pieces to print in order. Except in JSON, all fixable findings
 * of level `info` in a file become one finding.
 */
export async function reportAs(
  format: string,
  report: Report,
  fixes: Fixes | null,
): Promise<Iterable<string>> {
  const words = WORDS[report.invocation.language]
  const refusals = new Map(fixes?.refused.map(({ finding, why }) => [finding, why]))
  const noteOn = (finding: Finding) => {
    const why = refusals.get(finding)
    return why === undefined ? '' : `${words.unfixed} ${words[why]}`
  }
  const folded = countAlike(foldFixable(report, (finding) => noteOn(finding) !== ''))
  switch (format) {
    case 'json':
      return [asJson((await import('./json-report.ts')).jsonReport(countAlike(report), fixes))]
    case 'sarif':
      return [await (await import('./sarif-report.ts')).sarifReport(folded)]
    case 'github':
      return [(await import('./github-report.ts')).githubReport(folded)]
    case 'gitlab':
      return [(await import('./gitlab-report.ts')).gitlabReport(folded)]
    case 'junit':
      return [(await import('./junit-report.ts')).junitReport(folded)]
    default:
      return textPieces(folded, noteOn)
  }
}

const WORDS = inBothLanguages<Readonly<Record<Refusal | 'unfixed', string>>>(
  {
    unfixed: 'pas corrigé :',
    tree: 'ce signe touche à un lien, à une emphase ou à du code ; à vous de voir',
    digest: 'des membres se sont prononcés sur ce texte, et son empreinte changerait',
    said: 'ce qu’un membre a dit, lui seul le change',
    signed: 'ce fichier est signé par son membre',
    frozen: 'ce qui a été décidé ou publié ne change plus',
    linked: 'un lien mène à ce titre, et ne le trouverait plus',
    error: 'cela ferait une autre erreur',
    unasked: 'cela change plus que les mots ; « --fix --rule » avec le nom de la règle le fait',
  },
  {
    unfixed: 'not fixed:',
    tree: 'this sign touches a link, an emphasis or some code; it is for you to decide',
    digest: 'members have spoken on this text, and its digest would change',
    said: 'what a member said, only that member changes',
    signed: 'this file is signed by its member',
    frozen: 'what was decided or published no longer changes',
    linked: 'a link leads to this heading, and would no longer find it',
    error: 'it would make another error',
    unasked: 'it changes more than words; “--fix --rule” with the name of the rule does it',
  },
)

/** Prints a report. A `github` report is already escaped, so `print` must not escape it again. */
export function printReport(
  pieces: Iterable<string>,
  format: string,
  { print }: Pick<Invocation, 'print'>,
): void {
  for (const piece of pieces) {
    if (format !== 'github') print(piece)
    else {
      eraseLine()
      process.stdout.write(piece)
    }
  }
}
