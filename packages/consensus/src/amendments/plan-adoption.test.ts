import { applyEdits, type Plan, type Programme } from '@cahier/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recheck } from '../records/recheck.ts'
import { applied, type Files, programmeOf, sampleFiles } from '../samples/sample-files.ts'
import { amendableText, type TextByDigest } from './place-amendment.ts'
import { planAdoption } from './plan-adoption.ts'
import { planAmend } from './plan-amend.ts'

const FILE = 'axes/services/guichet.md'
const BASE = amendableText(programmeOf(sampleFiles), 'guichet')?.whole ?? ''

function amendment(text: string, head = ''): string {
  return `---\namends: guichet\nbase: ${BASE}\nby: a\ndate: 2025-03-04\n${head}---\n\n## Motifs\n\nOui.\n${text === '' ? '' : `\n## Texte\n\n${text}\n`}`
}

function adopted(files: Files, ...ids: readonly string[]): Files {
  return applied(files, (programme) => planned(programme, files, ids))
}

function planned(
  programme: Programme,
  files: Files,
  ids: readonly string[],
  history: TextByDigest = () => null,
): Plan {
  const { plan } = planAdoption(
    programme,
    'guichet',
    ids.map((id) => ({ id, hunks: null })),
    { day: '2025-03-10', history },
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
}

const withWishes = (wishes: Readonly<Record<string, string>>): Files => ({
  ...sampleFiles,
  ...Object.fromEntries(
    Object.entries(wishes).map(([id, text]) => [`amendments/guichet/${id}.md`, text]),
  ),
})
const wrong = (files: Files) =>
  recheck(programmeOf(files)).findings.map(({ message, path }) => `${message} ${path}`)

describe('the head is amended too', () => {
  const files = withWishes({
    titre: amendment('', 'head: {title: "Un guichet par {~~commune~>quartier~~}"}\n'),
    effets: amendment(
      '',
      'head:\n  impacts: [climat, "{++travail++}"]\n  requests: {partis: "Voter {--la --}{++une ++}loi."}\n',
    ),
    autre: amendment('', 'head: {impacts: [climat, "{++travail++}"]}\n'),
  })

  it('adopts two changes to two fields, and an item added twice only once', () => {
    const done = adopted(
      {
        ...files,
        'programme.yaml': `${files['programme.yaml']}`.replace(
          'impacts: [',
          'impacts: [{id: travail, title: Travail}, ',
        ),
      },
      'titre',
      'effets',
      'autre',
    )
    expect(done[FILE]).toContain('title: Un guichet par quartier\n')
    expect(done[FILE]).toContain('impacts: [climat, travail]\nrequests: {partis: Voter une loi.}\n')
    expect(wrong(done)).toEqual([])
  })
})

describe('an adopted amendment', () => {
  it('is recognised after its spacing was corrected, from the folder alone', () => {
    const put =
      '{~~Deux jours par semaine.~>Deux jours par semaine, dès 9 h.\n\nAucun guichet à moins de 10 km : un bus.~~}'
    const done = adopted(
      withWishes({ horaires: amendment(put), constat: amendment('{~~Un~>Le~~} constat.') }),
      'horaires',
      'constat',
    )
    const mended = `${done[FILE]}`
      .replace('9 h', '9\u00A0h')
      .replace('10 km :', '10\u00A0km\u00A0:')
    expect(mended).toContain('9\u00A0h')
    expect(mended).toContain('km\u00A0:')
    expect(wrong(done)).toEqual([])
    expect(wrong({ ...done, [FILE]: mended })).toEqual([])
  })
})

describe('two amendments in one sentence', () => {
  const files = withWishes({
    mot: amendment('Deux jours par {~~semaine~>quinzaine~~}.'),
    jours: amendment('{~~Deux~>Trois~~} jours par semaine.'),
    loin: amendment('{~~Un~>Le~~} constat.'),
  })
  const read = (now: Files, id: string) =>
    planAdoption(programmeOf(now), 'guichet', [{ id, hunks: null }], { day: '2025-03-10' }).readings

  it('are to be read again when one comes later than the other', () => {
    const later = read(adopted(files, 'mot'), 'jours')
    expect(later).toMatchObject([
      { a: 'jours', b: 'mot', relation: 'same-sentence', passage: 'Trois jours par quinzaine.' },
    ])
    expect(read(adopted(files, 'mot'), 'loin')).toEqual([])
  })
})

it('an amendment named by a number is adopted with another, and the record stays sound', () => {
  const files = withWishes({
    3: amendment('{~~Deux~>3~~} jours par semaine.'),
    mot: amendment('{~~Un~>Le~~} constat.'),
  })
  const done = adopted(files, '3', 'mot')
  expect(programmeOf(done).amendments.map(({ adopted: record }) => record?.with)).toEqual([
    ['mot'],
    ['3'],
  ])
  expect(`${done['amendments/guichet/mot.md']}`).toContain('with: ["3"]')
})

it('restores a paragraph deleted from a quotation', () => {
  const quote = {
    ...sampleFiles,
    [FILE]: `${sampleFiles[FILE]}\n> Dit l’une.\n>\n> Dit l’autre.\n`,
  }
  const base = amendableText(programmeOf(quote), 'guichet')?.whole ?? ''
  const wish = amendment('{-->\n> Dit l’autre.--}').replace(BASE, base)
  expect(wrong(adopted({ ...quote, 'amendments/guichet/moins.md': wish }, 'moins'))).toEqual([])
})

it('undoes a paragraph inserted before a block away from the last quoted one', () => {
  const before = amendment(
    '{~~Un~>Le~~} constat.\n\n{++Ouvert à tout le monde.\n\n++}Deux jours par semaine.',
    'at: [2, 4]\n',
  )
  const files = withWishes({ avant: before })
  expect(wrong(adopted(files, 'avant'))).toEqual([])
  expect(
    wrong(adopted(withWishes({ avant: before.replace('monde.\n\n', 'monde.\n\n\n') }), 'avant')),
  ).toEqual([])
})

describe('the text before an adoption is rebuilt without history', () => {
  const block = fc.constantFrom(
    'Un constat.',
    'Trois agents.',
    '- une entrée ;\n- un banc.',
    '> Dit l’une.\n>\n> Dit l’autre.',
    'Fin du texte.',
  )
  const change = fc.record({
    at: fc.nat(7),
    how: fc.constantFrom('before', 'after', 'out', 'swap'),
  })
  const changed = (blocks: readonly string[], changes: readonly { at: number; how: string }[]) =>
    changes.reduce<readonly string[]>((now, { at, how }, index) => {
      const here = at % now.length
      if (how === 'before') return now.toSpliced(here, 0, `Paragraphe ${index}.`)
      if (how === 'after') return now.toSpliced(here + 1, 0, `Alinéa ${index}.`)
      if (how === 'out') return now.length > 1 ? now.toSpliced(here, 1) : now
      return now.toSpliced(here, 2, ...now.slice(here, here + 2).reverse())
    }, blocks)

  it('for any two amendments adopted together', { tags: ['long'] }, () => {
    const [head] = `${sampleFiles[FILE]}`.split('Un constat.')
    const textOf = (blocks: readonly string[]) => `${head}${blocks.join('\n\n')}\n`
    const blocks = fc.uniqueArray(block, { minLength: 2 })
    const changes = fc.array(change, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(blocks, changes, changes, (some, one, other) => {
        const original = textOf(some)
        const asked = Object.entries({ un: one, autre: other }).flatMap(([name, list]) => {
          const programme = programmeOf({ ...sampleFiles, [FILE]: textOf(changed(some, list)) })
          const { files } = planAmend(programme, 'guichet', {
            original,
            by: 'a',
            day: '2025-03-01',
            reasons: 'Oui.',
          })
          return files
            .filter(({ replaces }) => !replaces)
            .map(({ content }) => [name, String(content)] as const)
        })
        const files = { ...withWishes(Object.fromEntries(asked)), [FILE]: original }
        const names = asked.map(([name]) => name)
        const isRefused = planned(programmeOf(files), files, names).findings.some(
          ({ severity }) => severity === 'error',
        )
        if (names.length > 0 && !isRefused) expect(wrong(adopted(files, ...names))).toEqual([])
      }),
    )
  })

  const wishes = {
    entree: amendment('Un constat.\n\n{++Un second.++}'),
    retrait: amendment('{--Un constat.--}'),
    mot: amendment('Deux jours par {~~semaine~>quinzaine~~}.'),
    jours: amendment('{~~Deux~>Trois~~} jours par semaine.'),
    section: amendment('Deux jours par semaine.\n\n{++### Coût\n\nConnu.++}'),
    coupe: amendment('Deux jours{~~ ~>\n\n~~}par semaine.'),
  }

  it.each([
    [['entree', 'mot']],
    [['retrait', 'jours']],
    [['section', 'entree']],
    [['coupe']],
    [['mot'], ['jours']],
    [['jours'], ['mot'], ['entree']],
    [['retrait'], ['section'], ['mot']],
  ])('%j then %j then %j', { tags: ['long'] }, (...passes: readonly (readonly string[])[]) => {
    let files = withWishes(wishes)
    for (const pass of passes.filter((one) => Array.isArray(one))) {
      files = adopted(files, ...pass)
      expect(recheck(programmeOf(files)).fates).toBeGreaterThan(0)
    }
    soundUnlessForged(files)
  })

  it('or else its inserted words must be in the text', () => {
    const passes = [['entree'], ['mot'], ['jours', 'section']]
    soundUnlessForged(passes.reduce((files, pass) => adopted(files, ...pass), withWishes(wishes)))
  })

  function soundUnlessForged(files: Files): void {
    expect(wrong(files)).toEqual([])
    const touched = Object.keys(files).filter((path) =>
      `${files[path]}`.includes('\noutcome: adopted\n'),
    )
    for (const path of touched) {
      const forged = {
        ...files,
        [path]: `${files[path]}`
          .replace(/(\{\+\+|~>)/, '$1Faux ')
          .replace('{--Un constat', '{--Un autre constat'),
      }
      const latest = `${files[path]}`.includes(
        `to: ${amendableText(programmeOf(files), 'guichet')?.whole}`,
      )
      if (latest && forged[path] !== files[path]) expect(wrong(forged)).not.toEqual([])
    }
  }
})

describe('an amendment to an older text, adopted with one to the text of the day', () => {
  const since = (files: Files, text: string, head = '') =>
    amendment(text, head).replace(BASE, amendableText(programmeOf(files), 'guichet')?.whole ?? '')
  const titre = 'head: {title: "Un guichet par {~~commune~>quartier~~}"}\n'
  const first = adopted(
    withWishes({
      entree: amendment('Un constat.\n\n{++Un second.++}', 'at: [2]\n'),
      titre: amendment('', titre),
      retrait: amendment('{--Deux jours par semaine.--}', 'at: [4]\n'),
      mieux: amendment('{--Deux jours par semaine.--}', `at: [4]\n${titre}divisible: true\n`),
    }),
    'entree',
    'titre',
  )
  const second = {
    ...first,
    'amendments/guichet/mot.md': since(first, 'Un {~~second~>autre~~}.', 'at: [3]\n'),
  }

  it.each(['retrait', 'mieux'])(
    '%s is put back where it stood, whatever came before it in between',
    (id) => {
      expect(wrong(adopted(second, id, 'mot'))).toEqual([])
    },
  )

  it('takes a sentence out of a paragraph that was cut in two since', () => {
    const long = {
      ...sampleFiles,
      [FILE]: `${sampleFiles[FILE]}`.replace(
        'Deux jours par semaine.',
        'Un mot ici. Deux mots là. Trois mots enfin.\n\nAutre.',
      ),
    }
    const wishes = {
      retrait: 'Un mot ici. Deux mots là.{-- Trois mots enfin.--}',
      coupe: 'Un mot ici.{~~ ~>\n\n~~}Deux mots là. Trois mots enfin.',
    }
    const asked = Object.entries(wishes).map(([id, text]) => [
      `amendments/guichet/${id}.md`,
      since(long, text, 'at: [4]\n'),
    ])
    const cut = adopted({ ...long, ...Object.fromEntries(asked) }, 'coupe')
    const last = {
      ...cut,
      'amendments/guichet/mot.md': since(
        cut,
        'Deux mots {~~là~>ailleurs~~}. Trois mots enfin.',
        'at: [5]\n',
      ),
    }
    const done = adopted(last, 'retrait', 'mot')
    expect(done[FILE]).toContain('Un mot ici.\n\nDeux mots ailleurs.\n')
    expect(wrong(done)).toEqual([])
  })

  it('a forged record is found, even where a later adoption deletes an earlier insertion', () => {
    const moves = since(first, '{--Un constat.\n\nUn second.--}', 'at: [2, 3]\n')
    const asked = {
      ...first,
      'amendments/guichet/moves.md': moves,
      'amendments/guichet/mot.md': since(first, '{~~Deux~>Trois~~} jours par semaine.'),
    }
    const done = adopted(asked, 'moves', 'mot')
    expect(wrong(done)).toEqual([])
    const forged = {
      ...done,
      'amendments/guichet/mot.md': `${done['amendments/guichet/mot.md']}`.replace('Trois', 'Cinq'),
    }
    expect(wrong(forged)).toEqual([
      'fateDiffers amendments/guichet/mot.md',
      'fateDiffers amendments/guichet/moves.md',
    ])
  })
})

it('a section that the programme does not name is refused, with the text left as it is', () => {
  const files = withWishes({
    vision: amendment('Un constat.\n\n{++## Notre vision++}\n\n{++Un mot.++}'),
  })
  const plan = planned(programmeOf(files), files, ['vision'])
  expect([plan.files, plan.edits]).toEqual([[], []])
  expect(plan.findings).toMatchObject([
    { message: 'unknownSection', data: { title: 'Notre vision' } },
  ])
})

describe('records forged once the text has moved on', () => {
  const wishes = {
    mot: amendment('Deux jours par {~~semaine~>quinzaine~~}.'),
    constat: amendment('Un {~~constat~>autre constat~~}.'),
    jours: amendment('{~~Deux~>Trois~~} jours par semaine.'),
    nombre: amendment('{~~Deux~>Cinq~~} jours par semaine.'),
  }
  const edit = (files: Files, path: string, from: string | RegExp, to: string): Files => ({
    ...files,
    [path]: `${files[path]}`.replace(from, to),
  })
  const fate = (id: string) => `amendments/guichet/${id}.md`

  it('an adoption is sound after changes elsewhere', () => {
    const moved = edit(withWishes(wishes), FILE, 'Un constat.', 'Un constat, daté.')
    const sound = adopted(moved, 'mot')
    expect(wrong(sound)).toEqual([])
    expect(wrong(edit(sound, FILE, 'daté', 'bien daté'))).toEqual([])
  })

  it('an adoption is sound when part of its change had been made by hand', () => {
    const both = amendment('Un {~~constat~>fait~~}.\n\nDeux jours par {~~semaine~>quinzaine~~}.')
    const moved = edit(withWishes({ both }), FILE, 'Un constat', 'Un fait')
    const sound = applied(moved, (programme) =>
      planned(programme, moved, ['both'], () => `${sampleFiles[FILE]}`),
    )
    expect(wrong(sound)).toEqual([])
  })

  it('an amendment falls with a reason, and only then', { tags: ['long'] }, () => {
    const sound = adopted(withWishes(wishes), 'jours')
    expect(`${sound[fate('nombre')]}`).toContain('outcome: lapsed')
    expect(wrong(sound)).toEqual([])
    expect(
      wrong(
        edit(sound, fate('constat'), /\n---\n\n## Motifs/, '\noutcome: lapsed\n---\n\n## Motifs'),
      ),
    ).toEqual([`lapsedForNothing ${fate('constat')}`])
    // The same words may occur elsewhere.
    const moves = amendment(
      '{--Un constat.--}\n\nDeux jours par semaine.\n\n{++Un constat.++}',
      'at: [2, 4]\n',
    )
    const moved = adopted(
      withWishes({ moves, suite: amendment('Un constat.\n\n{++Un second.++}') }),
      'moves',
    )
    expect(`${moved[fate('suite')]}`).toContain('outcome: lapsed')
    expect(wrong(moved)).toEqual([])
    // Later the words it fell on come back: it fell all the same.
    const back = {
      ...sound,
      [fate('retour')]: amendment('{~~Trois~>Deux~~} jours par semaine.').replace(
        BASE,
        amendableText(programmeOf(sound), 'guichet')?.whole ?? '',
      ),
    }
    expect(wrong(adopted(back, 'retour'))).toEqual([])
  })
})
