import { fieldsOf, readDocument } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { fieldIn, withField } from './front-matter-fields.ts'

const read = (head: string) =>
  readDocument({ path: 'axes/a/p.md', text: `---\n${head}---\n\nTexte.\n` }, 'proposal')

function set(head: string, field: string, value: string | readonly string[] | null): string {
  const text = withField(read(head), field, value)
  const again = readDocument({ path: 'axes/a/p.md', text }, 'proposal')
  const written = fieldIn(fieldsOf(again.head), field)
  expect(typeof written === 'string' ? written.trim() : (written ?? null)).toEqual(value)
  expect(text.endsWith('---\n\nTexte.\n')).toBe(true)
  return text.slice(4, text.lastIndexOf('---\n\n'))
}

const HEAD = 'title: Un guichet\nsummary: Partout.\nhorizon: court # note\n'

describe('a value is set in place, and the rest of the front matter stays', () => {
  it.each([
    [
      'plain',
      HEAD,
      'horizon',
      'long',
      'title: Un guichet\nsummary: Partout.\nhorizon: long # note\n',
    ],
    [
      'in quotes',
      'title: "Un \\"guichet\\" ouvert"\nsummary: S.\n',
      'title',
      'Un "guichet" fermé',
      'title: "Un \\"guichet\\" fermé"\nsummary: S.\n',
    ],
    [
      'with a colon',
      'title: Accord : sortir\nsummary: S.\n',
      'title',
      'Accord : rester',
      'title: Accord : rester\nsummary: S.\n',
    ],
    [
      'folded',
      'title: >-\n  Un guichet\n  par commune\nsummary: S.\n',
      'title',
      'Un guichet par quartier',
      'title: >-\n  Un guichet\n  par quartier\nsummary: S.\n',
    ],
    [
      'a colon that was not there',
      HEAD,
      'summary',
      'Deux mots : partout',
      'title: Un guichet\nsummary: "Deux mots : partout"\nhorizon: court # note\n',
    ],
    [
      'a key below another',
      `${HEAD}requests:\n  partis: Voter.\n`,
      'requests.partis',
      'Refuser.',
      `${HEAD}requests:\n  partis: Refuser.\n`,
    ],
    [
      'a key in braces',
      `${HEAD}requests: {partis: Voter.}\n`,
      'requests.partis',
      'Refuser.',
      `${HEAD}requests: {partis: Refuser.}\n`,
    ],
    [
      'a list',
      `${HEAD}impacts: [climat] # un\n`,
      'impacts',
      ['climat', 'travail'],
      `${HEAD}impacts: [climat, travail] # un\n`,
    ],
    [
      'a list on several lines, below a comment',
      `# un\nimpacts:\n  - climat # deux\n# trois\n${HEAD}`,
      'impacts',
      ['climat', '2030'],
      `# un\nimpacts:\n  - climat # deux\n  - "2030"\n# trois\n${HEAD}`,
    ],
    [
      'a front matter in braces',
      '{title: Un guichet, impacts: [climat]}\n',
      'impacts',
      ['travail'],
      '{title: Un guichet, impacts: [travail]}\n',
    ],
  ])('%s', (_, head, field, value, expected) => expect(set(head, field, value)).toBe(expected))
})

describe('a key comes and goes', () => {
  it.each([
    ['a first request', HEAD, 'requests.partis', 'Voter.', `${HEAD}requests:\n  partis: Voter.\n`],
    [
      'one more',
      `${HEAD}requests:\n  partis: Voter.\nauthors: [a]\n`,
      'requests.communes',
      'Ouvrir.',
      `${HEAD}requests:\n  partis: Voter.\n  communes: Ouvrir.\nauthors: [a]\n`,
    ],
    [
      'one more in braces',
      `${HEAD}requests: {partis: Voter.}\n`,
      'requests.communes',
      'Ouvrir.',
      `${HEAD}requests: {partis: Voter., communes: Ouvrir.}\n`,
    ],
    ['a new list', HEAD, 'impacts', ['climat'], `${HEAD}impacts: [climat]\n`],
    [
      'one less',
      `${HEAD}requests:\n  partis: Voter.\n  communes: Ouvrir.\n`,
      'requests.partis',
      null,
      `${HEAD}requests:\n  communes: Ouvrir.\n`,
    ],
    [
      'one less in braces',
      `${HEAD}requests: {partis: Voter., communes: Ouvrir.}\n`,
      'requests.communes',
      null,
      `${HEAD}requests: {partis: Voter.}\n`,
    ],
    [
      'the last one',
      `${HEAD}requests:\n  partis: Voter.\nauthors: [a]\n`,
      'requests.partis',
      null,
      `${HEAD}authors: [a]\n`,
    ],
  ])('%s', (_, head, field, value, expected) => expect(set(head, field, value)).toBe(expected))
})
