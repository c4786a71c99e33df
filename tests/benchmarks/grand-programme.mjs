import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Begins a programme of one axis, `services`, in a folder, and gives what writes further files
 * there.
 */
export function beginGrandProgramme(folder) {
  put(
    'programme.yaml',
    `title: Grand programme
language: fr
timezone: Europe/Paris
axes: [services]
sections: [{id: measure, title: Mesure, required: true, normative: true}]
amendment-sections: {reasons: Motifs, text: Texte}
decision: {default: {method: consent, quorum: {at-least: 2/3}}}
publication: {identifier: grand, edition: "1", date: 2025-06-01, publisher: Collectif, licence: CC BY-SA 4.0}
`,
  )
  put('axes/services/axis.md', '---\ntitle: Services\nquestion: Comment ?\n---\n')
  return put

  function put(path, text) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}
