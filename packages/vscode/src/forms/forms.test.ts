import type { ProgrammeOutline } from '@cahier/language-server'
import { describe, expect, it } from 'vitest'
import { type Answers, argumentsOf, type Form, nextStep } from './form.ts'
import { forms } from './forms.ts'

const proposal = (id: string, status: string, amendments: readonly string[] = []) => ({
  id,
  title: `Titre de ${id}`,
  path: `axes/a/${id}.md`,
  summary: '',
  status,
  standing: status,
  closes: '',
  amendments: amendments.map((one) => ({ id: one, title: 'Un collectif' })),
})
const outline: ProgrammeOutline = {
  title: 'Programme',
  axes: [
    {
      id: 'a',
      title: 'Axe',
      path: '',
      proposals: [
        proposal('p', 'draft', ['x', 'y']),
        proposal('q', 'open'),
        proposal('r', 'withdrawn'),
        proposal('s', 'overdue'),
      ],
    },
  ],
  collectives: [
    { id: 'c', title: 'Collectif', delegates: [] },
    { id: 'd', title: 'Syndicat', delegates: [{ id: 'd1', title: 'Secrétaire' }] },
  ],
  addressees: [{ id: 'partis', title: 'Partis' }],
}
const context = { outline, proposal: 'q', day: '2026-03-01' }

/**
 * Answers a form's questions one by one, as long as there are any; gives the words of the command
 * and what each choice offered.
 */
function check(
  command: string,
  given: Answers,
): { readonly words: string; readonly offered: Readonly<Record<string, readonly string[]>> } {
  const form = forms[command] as Form
  const offered: Record<string, readonly string[]> = {}
  let answers: Answers = {}
  for (;;) {
    const step = nextStep(form, answers, context)
    if (step === undefined) break
    if (step.kind === 'choice') offered[step.id] = step.items.map(({ id }) => id)
    const answer = given[step.id]
    if (answer === undefined) throw new Error(`nothing to answer to ${step.id}`)
    answers = { ...answers, [step.id]: answer }
  }
  return { words: argumentsOf(form, answers, context).join(' '), offered }
}

describe('forms', () => {
  it('ask what each kind of text needs, and no more', () => {
    expect(check('cahier.new', { kind: 'proposal', axis: 'a', title: 'Un titre' }).words).toBe(
      'proposal a Un titre',
    )
    expect(check('cahier.new', { kind: 'ballot', collective: 'c' }).words).toBe('ballot c')
    expect(check('cahier.new', { kind: 'source', source: 'insee-2022', title: 'T' }).words).toBe(
      'source insee-2022 T',
    )
  })

  it('ask for an argument where one is needed', () => {
    expect(
      check('cahier.stance', { collective: 'c', proposal: 'q', stance: 'consent' }).words,
    ).toBe('c q consent')
    const answers = {
      collective: 'c',
      proposal: 'q',
      stance: 'objection',
      argument: 'Non.',
      'lifts-if': '',
    }
    expect(check('cahier.stance', answers).words).toBe('c q objection --argument=Non.')
    expect(check('cahier.stance', { ...answers, 'lifts-if': 'Un an.' }).words).toBe(
      'c q objection --argument=Non. --lifts-if=Un an.',
    )
    expect(check('cahier.stance', { ...answers, argument: '- Non.' }).words).toBe(
      'c q objection --argument=- Non.',
    )
  })

  it('ask who speaks for a collective that has delegates, who may leave it unsaid', () => {
    const answers = { collective: 'd', proposal: 'q', stance: 'consent' }
    const spoken = check('cahier.stance', { ...answers, by: 'd1' })
    expect([spoken.words, spoken.offered.by]).toEqual(['d q consent --by=d1', ['d1', '']])
    expect(check('cahier.stance', { ...answers, by: '' }).words).toBe('d q consent')
  })

  it('offer only what can be done, the text being read first', () => {
    expect(
      check('cahier.stance', { collective: 'c', proposal: 'q', stance: 'consent' }).offered
        .proposal,
    ).toEqual(['q', 'p', 's'])
    expect(check('cahier.open', { proposal: ['p'], closes: '2026-03-22' })).toMatchObject({
      words: 'p --closes=2026-03-22',
      offered: { proposal: ['p', 's'] },
    })
    expect(check('cahier.close', { proposal: ['q'] }).offered.proposal).toEqual(['q', 's'])
    expect(check('cahier.adopt', { proposal: 'p', amendments: ['x'] })).toMatchObject({
      words: 'p x',
      offered: { proposal: ['p'], amendments: ['x', 'y'] },
    })
  })

  it('ask for an addressee only where there is one', () => {
    const dossier = { kind: 'dossier', for: 'partis', status: 'default', format: ['html', 'odt'] }
    expect(check('cahier.publish', dossier).words).toBe(
      '--kind=dossier --for=partis --status=default --format=html,odt',
    )
    expect(check('cahier.publish', { kind: 'data', status: 'all' }).words).toBe(
      '--kind=data --status=all',
    )
  })

  it('tick an e-book for a whole programme alone', () => {
    const ticked = (kind: string) => {
      const step = nextStep(forms['cahier.publish'] as Form, { kind, status: 'all' }, context)
      return step?.kind === 'choice'
        ? step.items.flatMap(({ id, picked }) => (picked ? [id] : []))
        : []
    }
    expect([ticked('programme'), ticked('tribune')]).toEqual([
      ['html', 'epub', 'odt'],
      ['html', 'odt'],
    ])
  })

  it('give reasons to an amendment when somebody wrote some', () => {
    const answers = { proposal: 'p', by: 'c' }
    expect(check('cahier.amend', { ...answers, reasons: ' ' }).words).toBe('p --by=c')
    expect(check('cahier.amend', { ...answers, reasons: 'Plus clair.' }).words).toBe(
      'p --by=c --reasons=Plus clair.',
    )
  })

  it.each<[string, Answers, readonly string[], string]>([
    [
      'a day that is no day or is past',
      { proposal: ['p'] },
      ['2026-02-30', '2026-03-01', 'demain', 'le 2026-03-22'],
      '2026-03-22',
    ],
    [
      'a source whose name is none',
      { kind: 'source' },
      ['', 'Insee', 'insee_2022', 'insee-'],
      'insee-2022',
    ],
    ['a text without a title', { kind: 'question' }, ['', ' '], 'Combien ?'],
    [
      'an objection without an argument',
      { collective: 'c', proposal: 'q', stance: 'objection' },
      ['', ' '],
      'Non.',
    ],
  ])('refuse %s', (_, answers, wrong, right) => {
    const verb = 'stance' in answers ? 'stance' : 'kind' in answers ? 'new' : 'open'
    const step = nextStep(forms[`cahier.${verb}`] as Form, answers, context)
    const fault = step?.kind === 'text' ? step.fault : undefined
    expect([...wrong, right].filter((text) => fault?.(text) === null)).toEqual([right])
  })

  it('give three weeks to a round unless one says otherwise', () => {
    expect(nextStep(forms['cahier.open'] as Form, { proposal: ['p'] }, context)).toMatchObject({
      value: '2026-03-22',
    })
  })
})
