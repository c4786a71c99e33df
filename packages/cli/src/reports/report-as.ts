import type { Finding, Language } from '@cahier/core'
import type { Fixes, Refusal, Refused } from '@cahier/lint'
import type { Invocation } from '../command.ts'
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
  const noteOn = refusalNotes(fixes?.refused ?? [], report.invocation.language)
  const folded = countAlike(foldFixable(report, (finding) => noteOn(finding) !== ''))
  switch (format) {
    case 'json':
      return [
        `${JSON.stringify((await import('./json-report.ts')).jsonReport(countAlike(report), fixes))}\n`,
      ]
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

// Returns a function: why a finding was not fixed, or `''` when its fix was not refused.
function refusalNotes(
  refused: readonly Refused[],
  language: Language,
): (finding: Finding) => string {
  const notes = new Map(refused.map(({ finding, why }) => [finding, WHY[language][why]]))
  return (finding) => notes.get(finding) ?? ''
}

const WHY: Readonly<Record<Language, Readonly<Record<Refusal, string>>>> = {
  fr: {
    tree: 'pas corrigé : ce signe touche à un lien, à une emphase ou à du code ; à vous de voir',
    digest: 'pas corrigé : des membres se sont prononcés sur ce texte, et son empreinte changerait',
    said: 'pas corrigé : ce qu’un membre a dit, lui seul le change',
    signed: 'pas corrigé : ce fichier est signé par son membre',
    frozen: 'pas corrigé : ce qui a été décidé ou publié ne change plus',
    linked: 'pas corrigé : un lien mène à ce titre, et ne le trouverait plus',
    error: 'pas corrigé : cela ferait une autre erreur',
    unasked:
      'pas corrigé : cela change plus que les mots ; « --fix --rule » avec le nom de la règle le fait',
  },
  en: {
    tree: 'not fixed: this sign touches a link, an emphasis or some code; it is for you to decide',
    digest: 'not fixed: members have spoken on this text, and its digest would change',
    said: 'not fixed: what a member said, only that member changes',
    signed: 'not fixed: this file is signed by its member',
    frozen: 'not fixed: what was decided or published no longer changes',
    linked: 'not fixed: a link leads to this heading, and would no longer find it',
    error: 'not fixed: it would make another error',
    unasked:
      'not fixed: it changes more than words; “--fix --rule” with the name of the rule does it',
  },
}

/** Prints a report; that of `github` unchanged, because `githubReport` escaped its texts. */
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
