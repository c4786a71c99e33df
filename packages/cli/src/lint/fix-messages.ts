import type { Finding, Language } from '@cahier/core'
import type { Fixes, Refusal, Refused } from '@cahier/lint'
import { diffText } from '@cahier/prose'
import type { Invocation } from '../command.ts'
import { paint } from '../terminal/terminal.ts'
import { diffInWords } from '../text/diff.ts'
import { shownPath } from '../text/shown-path.ts'
import type { LintResult } from './result.ts'

/** A line with the number of findings that `--fix` could fix. */
export function fixableLine(count: number, language: Language): string {
  return language === 'fr'
    ? `« cahier lint --fix » ${count > 1 ? `en corrige ${count}` : 'en corrige une'} sans risque.\n`
    : `“cahier lint --fix” fixes ${count > 1 ? `${count} of them` : 'one of them'} without risk.\n`
}

export function tooManyLine(count: number, most: number, language: Language): string {
  return language === 'fr'
    ? `Trop d’avertissements : ${count}, et --max-warnings en permet ${most}.\n`
    : `Too many warnings: ${count}, and --max-warnings allows ${most}.\n`
}

/** A line with the number of fixed findings, or with `--dry-run`, of findings to fix. */
export function fixedLine({ texts, fixed }: Fixes, isDryRun: boolean, language: Language): string {
  const [passages, files] = [fixed.length, texts.size]
  if (language === 'fr') {
    if (files === 0) return 'Rien que l’on puisse corriger sans risque.\n'
    const verb = isDryRun ? 'À corriger' : 'Corrigé'
    return `${verb} : ${passages} passage${passages > 1 ? 's' : ''} dans ${files} fichier${files > 1 ? 's' : ''}.${isDryRun ? ' Rien n’est écrit.' : ''}\n`
  }
  if (files === 0) return 'Nothing can be mended without risk.\n'
  return `${isDryRun ? 'To be fixed' : 'Fixed'}: ${passages} passage${passages === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}.${isDryRun ? ' Nothing is written.' : ''}\n`
}

export function fixesAsDiff({ fixes, textBefore }: LintResult, invocation: Invocation): string {
  return [...(fixes?.texts ?? [])]
    .map(([path, after]) => {
      const title = paint(shownPath(path, invocation), 'bold', invocation.terminal)
      return `${title}\n${diffInWords(diffText(textBefore(path), after), invocation)}\n`
    })
    .join('')
}

/** Returns a function: why a finding was not fixed, or `''` when its fix was not refused. */
export function refusalNotes(
  refused: readonly Refused[],
  language: Language,
): (finding: Finding) => string {
  const known = new Map(refused.map(({ finding, why }) => [finding, why]))
  return (finding) => {
    const why = known.get(finding)
    return why === undefined ? '' : WHY[language][why]
  }
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
