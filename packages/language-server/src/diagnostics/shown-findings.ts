import type { Finding, Language, Severity } from '@cahier/core'

/**
 * With the line that counts the others, a thousand: VS Code keeps no more of one file, and each
 * that is sent takes time.
 */
const MOST = 999

/** The findings of one file that an editor is shown, and how many more there are. */
export interface ShownFindings {
  readonly shown: readonly Finding[]
  readonly more: number
}

/** All of them, or the gravest where there are too many to be of use. They stay in their order. */
export function shownFindings(findings: readonly Finding[]): ShownFindings {
  if (findings.length <= MOST + 1) return { shown: findings, more: 0 }
  const kept = new Set<Finding>()
  for (const severity of GRAVEST_FIRST)
    for (const finding of findings)
      if (kept.size < MOST && finding.severity === severity) kept.add(finding)
  return {
    shown: findings.filter((finding) => kept.has(finding)),
    more: findings.length - kept.size,
  }
}

const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'info']

/** How many more there are, where the others are shown. */
export function othersSentence(more: number, language: Language): string {
  return language === 'fr'
    ? `De ce fichier, ${more} autres remarques ne sont pas montrées ici : « cahier lint » les donne toutes.`
    : `Of this file, ${more} other remarks are not shown lsp: “cahier lint” gives them all.`
}
