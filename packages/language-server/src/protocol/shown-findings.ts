import type { Finding, Language } from '@cahier/core'

// VS Code keeps 1000 diagnostics of a file. If there are more findings, the server's last
// diagnostic says how many are left out.
const MOST = 999

/**
 * The findings of a file to show, in the same order. If there are too many, the most severe ones
 * are kept. `more` counts those left out.
 */
export function shownFindings(findings: readonly Finding[]) {
  if (findings.length <= MOST + 1) return { shown: findings, more: 0 }
  const gravestFirst = findings.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
  const kept = new Set(gravestFirst.slice(0, MOST))
  const shown = findings.filter((finding) => kept.has(finding))
  return { shown, more: findings.length - shown.length }
}

const GRAVITY = { error: 0, warning: 1, info: 2 }

export function othersSentence(more: number, language: Language): string {
  return language === 'fr'
    ? `De ce fichier, ${more} autres remarques ne sont pas montrées ici : « cahier lint » les donne toutes.`
    : `Of this file, ${more} other remarks are not shown here: “cahier lint” gives them all.`
}
