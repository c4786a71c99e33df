import { runInNewContext } from 'node:vm'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'

// Scripts of the build: plain JavaScript, without types.
const script = '../../packages/cli/scripts/given-by-value.mjs'
const { givenByValue, withTable } = (await import(script)) as Record<'givenByValue' | 'withTable', (code: string) => string>

/** What a piece gives once it has run. */
async function givenBy(text: string): Promise<{ readonly [name: string]: unknown }> {
  const { code } = await transform(withTable(text), { format: 'cjs', minifySyntax: true, supported: { 'dynamic-import': false } })
  const context = { module: { exports: {} }, require: () => ({ other: () => 3 }) }
  runInNewContext(givenByValue(code), context)
  return context.module.exports
}

/** The names that are asked for at each use. */
function asked(given: object): string[] {
  return Object.entries(Object.getOwnPropertyDescriptors(given)).flatMap(([name, { get }]) => (get === undefined ? [] : [name]))
}

test('functions, classes and constants are given themselves, by the names that others know', async () => {
  const given = await givenBy('function one() { let two = 1; return two } class Three {} var two = 2; export { one, Three, two as deux };')
  expect(Object.keys(given)).toEqual(['one', 'Three', 'deux'])
  expect([(given.one as () => number)(), given.deux]).toEqual([1, 2])
  expect(asked(given)).toEqual([])
})

test.each([
  ['given anew', 'var kept = 1; function keep() { kept = 2 } export { kept, keep };'],
  ['counted', 'var kept = 1; function keep() { kept++ } export { kept, keep };'],
  ['given by a loop', 'var kept = 1; function keep() { for (kept of [2]); } export { kept, keep };'],
  ['given in a pattern', 'var kept = 1; function keep() { [kept] = [2] } export { kept, keep };'],
])('what is %s is asked for at each use', async (_, text) => {
  const given = await givenBy(text)
  expect(given.kept).toBe(1)
  ;(given.keep as () => void)()
  expect(given.kept).toBe(2)
})

test('what another piece gives is handed on', async () => {
  const given = await givenBy("import { other as its } from './b.js'; export { its as own };")
  expect((given.own as () => number)()).toBe(3)
  expect(asked(given)).toEqual([])
})

test('an expression is asked for, for it is made by the first that does', async () => {
  expect(asked(await givenBy('var A = /a/u; export { A };'))).toEqual(['A'])
})

test('a piece that hands on what it does not have is refused', () => {
  expect(() => withTable("export { a } from './b.js'")).toThrow('ExportNamedDeclaration')
})
