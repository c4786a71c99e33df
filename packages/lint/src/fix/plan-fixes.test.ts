import { applyEdits, buildProgramme, type Finding, type Source } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../engine/lint.ts'
import { sampleProgramme } from '../sample-programme.ts'
import { planFixes } from './plan-fixes.ts'

const GUICHET = 'axes/services/guichet.md'
const TEXT = sampleProgramme.find(({ path }) => path === GUICHET)?.text ?? ''
const ROUND: Source = {
  path: 'decisions/guichet.yaml',
  text: `proposal: guichet
rounds:
  - opened: 2025-03-01
    closes: 2025-03-22
    text: v1-${'0'.repeat(64)}
    rule: {method: consent}
    electorate: {exemple-a: 1}
    seal: v1-${'0'.repeat(64)}
`,
}

describe('fixing a programme', () => {
  it('fixes fields as well as texts, and nothing the second time', () => {
    const text = TEXT.replace('en personne.', 'en personne...').replace(
      'par commune.',
      'par commune...',
    )
    const files = [{ path: GUICHET, text }]
    const done = planFixes(programmeOf(files))
    expect(done.texts.get(GUICHET)).toBe(text.replaceAll('...', '…'))
    expect(
      planFixes(programmeOf([{ path: GUICHET, text: done.texts.get(GUICHET) ?? '' }])).texts.size,
    ).toBe(0)
  })

  it('leaves the head of a text that lies at the top of the folder, keys and words', () => {
    for (const head of [
      TEXT.slice(0, TEXT.indexOf('\n---\n') + 5),
      'title: Un titre...\nimpacts: { climat: oui }\n---\n',
    ]) {
      const files = [{ path: 'guichet.md', text: `${head}\nUn texte...\n` }]
      expect(planFixes(programmeOf(files)).texts.get('guichet.md')).toBe(`${head}\nUn texte…\n`)
    }
  })

  it('puts the median dot that the programme asks for where the feminine is the masculine and an ending, and nowhere else', () => {
    const manifest = sampleProgramme.find(({ path }) => path === 'programme.yaml')?.text ?? ''
    const asked = {
      path: 'programme.yaml',
      text: `${manifest}lint-options: {inclusive: {profile: median-dot}}\n`,
    }
    const text = TEXT.replace(
      'Un tiers des adultes',
      'Un tiers des habitant.es et des agriculteur.rices',
    )
    expect(planFixes(programmeOf([asked, { path: GUICHET, text }])).texts.get(GUICHET)).toBe(
      text.replace('habitant.es', 'habitant·es'),
    )
  })

  it('fixes a slip in the name of a source, and puts no other year of it: that is another source', () => {
    const cited = (id: string) => [{ path: GUICHET, text: TEXT.replace('@insee-2022', `@${id}`) }]
    expect(planFixes(programmeOf(cited('insee-2202'))).texts.get(GUICHET)).toBe(TEXT)
    expect(planFixes(programmeOf(cited('insee-2023'))).texts.size).toBe(0)
    expect(planFixes(programmeOf(cited('inesc-2022'))).texts.size).toBe(0)
  })

  it('fixes a slip in a link, and leads to no other number, nor to what is farther than a letter', () => {
    const linked = (url: string) => [
      { path: 'axes/services/fiche-1.md', text: `${TEXT}\n### Partie 1\n\nUn.\n` },
      {
        path: GUICHET,
        text: TEXT.replace('Un guichet par commune', `[Un guichet](${url}) par commune`),
      },
    ]
    const mended = (url: string) =>
      /\]\((.*)\)/.exec(planFixes(programmeOf(linked(url))).texts.get(GUICHET) ?? '')?.[1] ?? null
    expect(mended('fihce-1.md')).toBe('fiche-1.md')
    expect(mended('fiche-1.md#parti-1')).toBe('fiche-1.md#partie-1')
    for (const url of ['fiche-2.md', 'fichier-1.md', 'fiche-1.md#partie-2'])
      expect(mended(url), url).toBe(null)
  })

  it('fixes a slip in the name of a text, but for its digits, and names no collective in the place of another', () => {
    const other = { path: 'axes/services/accueil-1.md', text: TEXT }
    const mended = (line: string) => {
      const text = TEXT.replace('impacts:', `${line}\nimpacts:`)
      return (planFixes(programmeOf([other, { path: GUICHET, text }])).texts.get(GUICHET) ?? text)
        .split('\n')
        .find((one) => /^(?:requires|authors)/.test(one))
    }
    expect(mended('requires: [acueil-1]')).toBe('requires: [accueil-1]')
    expect(mended('requires: [accueil-2]')).toBe('requires: [accueil-2]')
    expect(mended('authors: [Exemple A]')).toBe('authors: [exemple-a]')
    expect(mended('authors: [exemple-b]')).toBe('authors: [exemple-b]')
  })

  it('gives a proposal, in the same fix, the word that the manifest has once it is fixed', () => {
    const manifest = sampleProgramme.find(({ path }) => path === 'programme.yaml')?.text ?? ''
    const files = [
      {
        path: 'programme.yaml',
        text: manifest.replace('{id: libertes,', '{id: Libertés-Publiques,'),
      },
    ]
    const { texts, remaining } = planFixes(programmeOf(files))
    expect(texts.get('programme.yaml')).toBe(
      manifest.replace('{id: libertes,', '{id: libertes-publiques,'),
    )
    expect(texts.get(GUICHET)).toBe(TEXT.replace('[libertes]', '[libertes-publiques]'))
    expect(remaining.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('tells of names of files as often as before anything was fixed', () => {
    const files = ['Guichet.md', 'axes/services/Guichet.md', 'axes/services/Accueil.md'].map(
      (path) => ({ path, text: TEXT }),
    )
    const programme = programmeOf([
      ...files,
      { path: GUICHET, text: TEXT.replace('par commune.', 'par commune...') },
    ])
    const named = (findings: readonly Finding[]) =>
      findings
        .filter(({ rule }) => rule === 'structure/folder')
        .map(({ path, message }) => `${path} ${message}`)
    const fixes = planFixes(programme)
    expect(fixes.texts.size).toBe(1)
    expect(named(lint(programme))).toHaveLength(3)
    expect(named(fixes.remaining)).toEqual(named(lint(programme)))
  })

  it('keeps the digest of a proposal that was ever opened, and says what it left', () => {
    const text = TEXT.replace('horizon: court', 'horizon: Court')
      .replace('par commune.', 'par commune...')
      .replace('renonce [', 'renonce, etc... [')
    const { texts, refused, remaining } = planFixes(programmeOf([{ path: GUICHET, text }, ROUND]), {
      includes: (path) => path === GUICHET,
    })
    // « … » for three dots changes no digest; a word of the vocabulary does; why we ask is not
    // normative.
    expect(texts.get(GUICHET)).toBe(
      text.replace('commune...', 'commune…').replace('etc...', 'etc.'),
    )
    expect(refused.map(({ finding: { rule }, why }) => `${rule} ${why}`)).toEqual([
      'reference/vocabulary digest',
    ])
    expect(remaining.find(({ rule }) => rule === 'reference/vocabulary')?.edits).toBeUndefined()
  })

  it('never touches what was decided, nor a signed file; sorts positions and fills nothing in', () => {
    const positions =
      'programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  guichet:\n    stance: consent\n    date: 2025-03-10\n  courrier: {stance: , date: }\n'
    const file = { path: 'positions/exemple-a.yaml', text: positions }
    const sorted = planFixes(programmeOf([file])).texts.get(file.path)
    expect(sorted).toBe(
      'programme: exemple\ncollective: exemple-a\nserial: 1\npositions:\n  courrier: {stance: , date: }\n  guichet:\n    stance: consent\n    date: 2025-03-10\n',
    )
    const signed = planFixes(programmeOf([file, { path: `${file.path}.sig`, text: 'rien' }]))
    expect(signed.texts.has(file.path)).toBe(false)
    expect(signed.refused.map(({ why }) => why)).toContain('signed')
    const unread = { path: 'decisions/guichet.yaml', text: 'proposal: guichet\nrounds: [\n' }
    expect(planFixes(programmeOf([unread])).texts.has(unread.path)).toBe(false)
  })

  it('breaks no amendment that quotes the text', () => {
    const amendment = {
      path: 'amendments/guichet/a.md',
      text: '---\namends: guichet\nby: exemple-a\ndate: 2025-03-04\nbase: v1-0\n---\n\n## Motifs\n\nUn mot.\n\n## Texte\n\nUn guichet par commune etc...{++ et par canton++}\n',
    }
    const text = TEXT.replace('Un guichet par commune.', 'Un guichet par commune etc...')
    const errors = (some: readonly Source[]) =>
      lint(programmeOf(some)).filter(
        ({ severity, path }) => severity === 'error' && path === amendment.path,
      ).length
    const done =
      planFixes(programmeOf([{ path: GUICHET, text }, amendment])).texts.get(GUICHET) ?? text
    expect(errors([{ path: GUICHET, text: done }, amendment])).toBeLessThanOrEqual(
      errors([{ path: GUICHET, text }, amendment]),
    )
  })

  it('rewrites the links to a heading whose address changes, in the same fix', () => {
    const page = {
      path: 'research/question.md',
      text: '---\ntitle: Une question\naxis: services\nstate: open\n---\n\n## Pourquoi : deux raisons ?\n\nVoir [ici](#pourquoi--deux-raisons-), [le guichet](../axes/services/guichet.md) et [sa mesure](../axes/services/guichet.md#pourquoi).\n',
    }
    const other = {
      path: 'axes/services/axis.md',
      text: '---\ntitle: Services\nquestion: Comment faire\u202F?\nproposals: [guichet]\n---\n\nVoir [la question](../../research/question.md#pourquoi--deux-raisons-) [@insee-2022].\n',
    }
    const { texts, refused } = planFixes(programmeOf([page, other]))
    expect(refused).toEqual([])
    expect(texts.get(page.path)).toBe(
      page.text
        .replace('Pourquoi : deux raisons ?', 'Pourquoi\u00A0: deux raisons\u202F?')
        .replace('#pourquoi--deux-raisons-', '#pourquoi-deux-raisons'),
    )
    expect(texts.get(other.path)).toBe(
      other.text.replace('#pourquoi--deux-raisons-', '#pourquoi-deux-raisons'),
    )
    // A link in HTML cannot be rewritten, nor one in the normative text of a proposal that was
    // opened: then the heading stays.
    const html = {
      path: 'README.md',
      text: '<a href="research/question.md#pourquoi--deux-raisons-">ici</a>\n',
    }
    expect(planFixes(programmeOf([page, html])).texts.has(page.path)).toBe(false)
    const escaped = {
      path: 'README.md',
      text: '[ici](research/question.md#pourquoi\\--deux-raisons-)\n',
    }
    expect(planFixes(programmeOf([page, escaped])).texts.has(page.path)).toBe(false)
    const opened = {
      path: GUICHET,
      text: TEXT.replace(
        'par commune.',
        'par commune, [car](../../research/question.md#pourquoi--deux-raisons-).',
      ),
    }
    expect(planFixes(programmeOf([page, opened, ROUND])).texts.has(page.path)).toBe(false)
    expect(planFixes(programmeOf([page, opened])).texts.get(GUICHET)).toContain(
      '#pourquoi-deux-raisons)',
    )
  })

  it('holds all this whatever is typed', { tags: ['long'] }, () => {
    const slip = fc.constantFrom(
      '...',
      'etc...',
      ' ?',
      '"',
      "'",
      ' :',
      '«',
      '**',
      '`',
      '\n',
      '\r\n',
      '[l](#pourquoi)',
      '<b>',
      'horizon: Court\n',
      '\u00AD',
      'coeur',
      '1ère',
      ' 3 Kg et 20° C',
      ' le 1 mars, au XXI siècle',
      'dÃ©cid´e',
      ' (cf annexe)',
      '15ans',
      ' !',
    )
    const slips = fc.array(fc.tuple(fc.nat(), slip), { maxLength: 6 })
    fc.assert(
      fc.property(slips, fc.boolean(), (some, wasOpened) => {
        const text = some.reduce(
          (now, [at, put]) =>
            applyEdits(now, [
              { path: GUICHET, start: at % now.length, end: at % now.length, text: put },
            ]),
          TEXT,
        )
        const files = [{ path: GUICHET, text }, ...(wasOpened ? [ROUND] : [])]
        const { texts, remaining } = planFixes(programmeOf(files))
        const done = texts.get(GUICHET) ?? text
        const after = files.map((file) => (file.path === GUICHET ? { ...file, text: done } : file))
        expect([...texts.keys()].filter((path) => path.startsWith('decisions/'))).toEqual([])
        expect(remaining.map(said)).toEqual(lint(programmeOf(after)).map(said))
        if (wasOpened) expect(normativeOf(after)).toBe(normativeOf(files))
        expect(planFixes(programmeOf(after)).texts.has(GUICHET)).toBe(false)
      }),
      { numRuns: 40 },
    )
  })
})

function said({ path, rule, message, place }: Finding): string {
  return `${path}:${place.start.line}:${place.start.column} ${rule} ${message}`
}

function programmeOf(files: readonly Source[]) {
  const kept = sampleProgramme.filter(({ path }) => !files.some((file) => file.path === path))
  return buildProgramme({ sources: [...kept, ...files], assets: [], findings: [] })
}

function normativeOf(files: readonly Source[]): string | undefined {
  return programmeOf(files).proposals.find(({ id }) => id === 'guichet')?.normative
}
