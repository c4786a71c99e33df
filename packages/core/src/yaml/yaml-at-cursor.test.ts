import { describe, expect, it } from 'vitest'
import { yamlAtCursor } from './yaml-at-cursor.ts'

/** The spot at `|`, in a few words: what is typed, where. */
function spot(marked: string): string {
  const offset = marked.indexOf('|')
  const text = marked.slice(0, offset) + marked.slice(offset + 1)
  const found = yamlAtCursor(text, 0, offset)
  if (found === null) return 'nothing'
  const { at, pointer, start, end, siblings } = found
  return `${at} ${pointer || '/'} “${text.slice(start, end)}”${siblings.size === 0 ? '' : ` beside ${[...siblings.keys()].sort().join(' ')}`}`
}

describe('where one is typing in YAML', () => {
  for (const [text, expected] of [
    ['|', 'key / “”'],
    ['title: x\nhor|', 'key / “hor” beside title'],
    ['title: x\nhorizon: co|urt\nscale: y', 'value /horizon “court” beside scale title'],
    ['impacts: [libertes, c|', 'value /impacts/0 “c”'],
    ['impacts: [libertes,\n  c|', 'value /impacts/0 “c”'],
    ['impacts:\n  - libertes\n  - c|', 'value /impacts/0 “c”'],
    ['impacts:\n- c|', 'value /impacts/0 “c”'],
    ['requests:\n  par|', 'key /requests “par”'],
    ['requests: {partis: x, syn|}', 'key /requests “syn” beside partis'],
    ['positions:\n  guichet:\n    stance: con|', 'value /positions/guichet/stance “con”'],
    [
      'positions:\n  guichet:\n    stance: consent\n    da|\n  courrier:\n    text: x',
      'key /positions/guichet “da” beside stance',
    ],
    ['- id: a\n  type: x\n- id: b\n  le|', 'key /0 “le” beside id'],
    ['- id: a\n  claims:\n    - {says: x, ye|', 'key /0/claims/0 “ye” beside says'],
    ['- id: a\n  claims:\n    - says: x\n      ye|', 'key /0/claims/0 “ye” beside says'],
    ['rounds:\n  - opened: x\n    electorate:\n      exe|', 'key /rounds/0/electorate “exe”'],
    [
      'rounds:\n  - opened: x\n    rulings:\n      - {on: a, rul|',
      'key /rounds/0/rulings/0 “rul” beside on',
    ],
    ['decision: {default: {method: con|', 'value /decision/default/method “con”'],
    ['title: "une, deux" # c|', 'nothing'],
    // An editor closes the quotes that one opens.
    ['horizon: "co|"', 'value /horizon “co”'],
    ["horizon: 'co|", 'value /horizon “co”'],
    ['impacts:\n  - "lib|"', 'value /impacts/0 “lib”'],
    ['impacts: [a, "lib|"]', 'value /impacts/0 “lib”'],
    ["impacts: [a, 'lib|']", 'value /impacts/0 “lib”'],
    ['requests:\r\n  par|\r\n', 'key /requests “par”'],
    ['decision: {default: {method: "con|"}}', 'value /decision/default/method “con”'],
    ['requests: {"par|"}', 'nothing'],
    ['requests: {par|, syndicats: x}', 'key /requests “par” beside syndicats'],
    // Another key would take over what the one above holds.
    ['summary: >-\n|\n  Un guichet.', 'nothing'],
    ['impacts:\n|\n  - libertes', 'nothing'],
    ['impacts:\n|\n- libertes', 'nothing'],
    ['impacts:\n\nsc|\ntitle: x', 'key / “sc” beside impacts title'],
    ['"req|"', 'nothing'],
  ] as const)
    it(JSON.stringify(text), () => expect(spot(text)).toBe(expected))
})
