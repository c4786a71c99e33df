import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { DecisionRule, Language } from '@cahier/core'
import { parseMarkdown, plainText } from '@cahier/prose'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Count } from '../counting/method.ts'
import { explainDecision } from '../words/explain-outcome.ts'
import { decide, methods } from './index.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'))

it('has one page and one file a method', () => {
  const files = readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts',
  )
  expect(pages.map((name) => name.slice(0, -3)).sort()).toEqual(methods.map(({ id }) => id).sort())
  expect(files.map((name) => name.slice(0, -3)).sort()).toEqual(methods.map(({ id }) => id).sort())
})

it('has the methods that the schema allows', () => {
  const path = new URL('../../../../schemas/definitions.schema.json', import.meta.url)
  const { $defs } = JSON.parse(readFileSync(path, 'utf8'))
  const allowed = $defs.rule.properties.method.enum as readonly string[]
  expect([...allowed].sort()).toEqual(methods.map(({ id }) => id).sort())
})

for (const page of pages) {
  describe(page, () => {
    it('speaks both languages', () => {
      for (const { title } of examplesOf(readFileSync(folder + page, 'utf8')))
        expect(title).toMatch(/^\S.* \| \S/)
    })
    for (const { title, given, said } of examplesOf(readFileSync(folder + page, 'utf8'))) {
      it(title, () => {
        expect(`${given.rule.method}.md`).toBe(page)
        const decision = decide(given.count, given.rule)
        const line = (language: Language) =>
          `${decision.result}: ${explainDecision(given.rule, decision, language)}`
        expect({ fr: line('fr'), en: line('en') }).toEqual(said)
      })
    }
  })
}

function examplesOf(page: string) {
  const examples: {
    title: string
    given: { rule: DecisionRule; count: Count }
    said: { fr?: string; en?: string }
  }[] = []
  let title = ''
  for (const node of parseMarkdown(page).children) {
    if (node.type === 'heading') title = plainText(node)
    else if (node.type === 'code' && node.lang === 'yaml')
      examples.push({ title, given: parse(node.value), said: {} })
    else if (node.type === 'code' && node.lang === 'text')
      Object.assign(examples.at(-1)?.said ?? {}, { [node.meta === 'en' ? 'en' : 'fr']: node.value })
  }
  return examples
}
