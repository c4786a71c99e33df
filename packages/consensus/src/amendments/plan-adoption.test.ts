import { applyEdits } from '@cahier/core'
import { describe, expect, it } from 'vitest'
import { recheck } from '../recheck.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../sample-files.ts'
import { amendedOf } from './amended.ts'
import { planAdoption } from './plan-adoption.ts'

const FILE = 'axes/services/guichet.md'
const BASE = amendedOf(programmeOf(sampleFiles), 'guichet')?.whole ?? ''

function amendment(text: string, head = ''): string {
  return `---\namends: guichet\nbase: ${BASE}\nby: a\ndate: 2025-03-04\n${head}---\n\n## Motifs\n\nOui.\n${text === '' ? '' : `\n## Texte\n\n${text}\n`}`
}

function adopted(files: Files, ...ids: readonly string[]): Files {
  return applied(files, (programme) => {
    const { plan } = planAdoption(
      programme,
      'guichet',
      ids.map((id) => ({ id, hunks: null })),
      { day: '2025-03-10' },
    )
    const paths = [...new Set(plan.edits.map(({ path }) => path))]
    const edited = paths.map((path) => ({
      path,
      content: applyEdits(
        `${files[path]}`,
        plan.edits.filter((edit) => edit.path === path),
      ),
      replaces: true,
    }))
    return { ...plan, files: [...plan.files, ...edited] }
  })
}

const withWishes = (wishes: Readonly<Record<string, string>>): Files => ({
  ...sampleFiles,
  ...Object.fromEntries(Object.entries(wishes).map(([id, text]) => [`amendments/guichet/${id}.md`, text])),
})
const wrong = (files: Files) => recheck(programmeOf(files)).findings.map(({ message, path }) => `${message} ${path}`)

describe('the head is amended too', () => {
  const files = withWishes({
    titre: amendment('', 'head: {title: "Un guichet par {~~commune~>quartier~~}"}\n'),
    effets: amendment('', 'head:\n  impacts: [climat, "{++travail++}"]\n  requests: {partis: "Voter {--la --}{++une ++}loi."}\n'),
    autre: amendment('', 'head: {impacts: [climat, "{++travail++}"]}\n'),
  })

  it('two changes to two fields go together, and an item that two add stands once', () => {
    const done = adopted(
      { ...files, 'programme.yaml': `${files['programme.yaml']}`.replace('impacts: [', 'impacts: [{id: travail, title: Travail}, ') },
      'titre',
      'effets',
      'autre',
    )
    expect(done[FILE]).toContain('title: Un guichet par quartier\n')
    expect(done[FILE]).toContain('impacts: [climat, travail]\nrequests: {partis: Voter une loi.}\n')
    expect(wrong(done)).toEqual([])
  })
})

describe('two hands in one sentence', () => {
  const files = withWishes({
    mot: amendment('Deux jours par {~~semaine~>quinzaine~~}.'),
    jours: amendment('{~~Deux~>Trois~~} jours par semaine.'),
    loin: amendment('{~~Un~>Le~~} constat.'),
  })
  const read = (now: Files, id: string) => planAdoption(programmeOf(now), 'guichet', [{ id, hunks: null }], { day: '2025-03-10' }).readings

  it('are to be read again when one comes later than the other', () => {
    const later = read(adopted(files, 'mot'), 'jours')
    expect(later).toMatchObject([{ a: 'jours', b: 'mot', relation: 'same-sentence', passage: 'Trois jours par quinzaine.' }])
    expect(read(adopted(files, 'mot'), 'loin')).toEqual([])
  })
})

it('an amendment named by a number is adopted with another, and the record stays sound', () => {
  const files = withWishes({ 3: amendment('{~~Deux~>3~~} jours par semaine.'), mot: amendment('{~~Un~>Le~~} constat.') })
  const done = adopted(files, '3', 'mot')
  expect(programmeOf(done).amendments.map(({ adopted: record }) => record?.with)).toEqual([['mot'], ['3']])
  expect(`${done['amendments/guichet/mot.md']}`).toContain('with: ["3"]')
})

it('a paragraph taken out of a quote is put back where it stood', () => {
  const quote = { ...sampleFiles, [FILE]: `${sampleFiles[FILE]}\n> Dit l’une.\n>\n> Dit l’autre.\n` }
  const base = amendedOf(programmeOf(quote), 'guichet')?.whole ?? ''
  const wish = amendment('{-->\n> Dit l’autre.--}').replace(BASE, base)
  expect(wrong(adopted({ ...quote, 'amendments/guichet/moins.md': wish }, 'moins'))).toEqual([])
})

describe('what was adopted can be found again without any history', () => {
  const wishes = {
    entree: amendment('Un constat.\n\n{++Un second.++}'),
    retrait: amendment('{--Un constat.--}'),
    mot: amendment('Deux jours par {~~semaine~>quinzaine~~}.'),
    jours: amendment('{~~Deux~>Trois~~} jours par semaine.'),
    section: amendment('Deux jours par semaine.\n\n{++## Coût\n\nConnu.++}'),
    coupe: amendment('Deux jours{~~ ~>\n\n~~}par semaine.'),
  }

  it.each([
    [['entree', 'mot']],
    [['retrait', 'jours']],
    [['section', 'entree']],
    [['coupe']],
    [['mot'], ['jours']],
    [['jours'], ['mot'], ['entree']],
    [['entree'], ['mot'], ['jours', 'section']],
    [['retrait'], ['section'], ['mot']],
  ])('%j then %j then %j', (...passes: readonly (readonly string[])[]) => {
    let files = withWishes(wishes)
    for (const pass of passes.filter((one) => Array.isArray(one))) {
      files = adopted(files, ...pass)
      expect(wrong(files)).toEqual([])
      expect(recheck(programmeOf(files)).fates).toBeGreaterThan(0)
    }
    const touched = Object.keys(files).filter((path) => `${files[path]}`.includes('\noutcome: adopted\n'))
    for (const path of touched) {
      const forged = {
        ...files,
        [path]: `${files[path]}`.replace(/(\{\+\+|~>)/, '$1Faux ').replace('{--Un constat', '{--Un autre constat'),
      }
      const latest = `${files[path]}`.includes(`to: ${amendedOf(programmeOf(files), 'guichet')?.whole}`)
      if (latest && forged[path] !== files[path]) expect(wrong(forged)).not.toEqual([])
    }
  })
})
