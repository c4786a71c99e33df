import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

// A script of the build: plain JavaScript, without types.
const script = '../../packages/cli/scripts/made-when-asked.mjs'
const { madeWhenAsked } = (await import(script)) as { madeWhenAsked: (code: string) => string }

/** Runs a piece, once it is made so, with expressions that are counted as they are made; `out` is what the piece leaves. */
function run(code: string) {
  const made: string[] = []
  class Counted extends RegExp {
    constructor(source: string, flags?: string) {
      super(source, flags)
      made.push(source)
    }
  }
  const loaded: string[] = []
  const require = (id: string) => {
    loaded.push(id)
    return { basename: (path: string) => path.split('/').at(-1) }
  }
  const context: { out?: unknown; [name: string]: unknown } = { RegExp: Counted, require }
  runInNewContext(madeWhenAsked(code), context)
  return { made, loaded, out: context.out as () => unknown }
}

test('an expression is made by the first that uses it, once', () => {
  const { made, out } = run("var A = new RegExp('a', 'g'); out = () => A.test('a') && A.lastIndex")
  expect(made).toEqual([])
  expect([out(), out(), out()]).toEqual([1, false, 1])
  expect(made).toEqual(['a'])
})

test('a module of Node is loaded by the first that uses it, and another at once', () => {
  const { loaded, out } = run("var path = require('node:path'), other = require('./other.js'); out = () => (0, path.basename)('a/b')")
  expect(loaded).toEqual(['./other.js'])
  expect(out()).toBe('b')
  expect(loaded).toEqual(['./other.js', 'node:path'])
})

test.each([
  ['a field of that name', "var A = /a/u; out = () => ({ A: 1 }).A + (A.test('a') ? 1 : 0)", 2],
  ['a field written short', 'var A = /a/u; out = () => ({ A }).A.source', 'a'],
  ['what is made of it', 'var A = (/a/u); class B { test(text) { return A.test(text) } } out = () => new B().test("a")', true],
  ['a parameter of that name', 'var A = /a/u; out = () => ((A) => A)(3)', 3],
  ['a name given anew', 'var A = /a/u; A = /b/u; out = () => A.source', 'b'],
  ['a place that is set', "var A = /a/g; out = () => { A.lastIndex = 1; return A.test('a') }", false],
])('code means what it meant: %s', (_, code, meant) => {
  expect(run(code).out()).toBe(meant)
})

test('expressions are written in ASCII, and find what they found', () => {
  const code = 'var A = /^[«’😀]$/u; out = (sign) => A.test(sign)'
  const found = run(code).out as unknown as (sign: string) => boolean
  expect(['«', '’', '😀', 'u'].map((sign) => found(sign))).toEqual([true, true, true, false])
  expect([...madeWhenAsked(code)].every((sign) => sign < '\x7F')).toBe(true)
})
