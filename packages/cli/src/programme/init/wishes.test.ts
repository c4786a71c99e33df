import { expect, it } from 'vitest'
import { askWishes, firstRuleNamed } from './wishes.ts'

/** An asker that gives these answers in turn and keeps the questions. */
function answering(...answers: readonly string[]) {
  const left = [...answers]
  const questions: string[] = []
  const ask = async (question: string) => {
    questions.push(question)
    return left.shift() ?? ''
  }
  return { questions, ask }
}

it('asks for the language, the title, the members and the rule, in the language of the programme', async () => {
  const { questions, ask } = answering('en', ' Our town ', 'The Potters; Les Prés ;', '3')
  expect(await askWishes({}, 'fr', ask)).toEqual({
    title: 'Our town',
    language: 'en',
    members: ['The Potters', 'Les Prés'],
    rule: '{method: majority, more-than: 1/2, of: expressed, quorum: {at-least: 1/2}}',
  })
  expect(questions[1]).toBe('Title of the programme (Our programme): ')
  expect(questions[3]).toContain(
    '  1  consent: two thirds of the members have answered, and nobody objects\n',
  )
})

it('asks again what cannot be understood, and asks nothing that was said already', async () => {
  const { questions, ask } = answering('au hasard', 'accord tacite')
  const given = { language: 'fr', title: 'Notre ville', members: [] } as const
  expect((await askWishes(given, 'en', ask)).rule).toMatch(/^\{method: lazy, /)
  expect(questions).toHaveLength(2)
})

it('takes the answer that it shows where there is none', async () => {
  expect(await askWishes({}, 'fr', async () => '')).toEqual({
    title: '',
    language: 'fr',
    members: [],
    rule: '{method: consent, quorum: {at-least: 2/3}}',
  })
})

it.each(['2', 'Consensus moins un', 'consensus-minus'])(
  'takes --rule %s as the same rule',
  (word) => {
    expect(firstRuleNamed(word)).toMatch(/^\{method: consensus-minus, n: 1,/)
  },
)
