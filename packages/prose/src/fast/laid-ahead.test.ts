import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { parseMarkdown } from '../parse-markdown.ts'
import { READ, stepsFor } from './ahead-steps.ts'
import { aheadParser, fastParser } from './fast-parser.ts'
import { laidAhead } from './laid-ahead.ts'
import { layAhead } from './lay-ahead.ts'
import { startEngine } from './start-engine.ts'
import { engineMemory } from './web-assembly.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const wasm = brotliDecompressSync(readFileSync(new URL('../../engine/satteri.wasm.br', import.meta.url)))
const memory = engineMemory()
const engine = startEngine(wasm, memory)
const other = fastParser(wasm)

/** A parser of texts that were all laid out before the first is read. */
function laidOut(texts: readonly string[], startOf: (text: string) => number = () => 0) {
  const steps = stepsFor(texts.length)
  layAhead(engine, steps, texts.length, (rank) => texts[rank] as string, startOf)
  const ahead = laidAhead(memory, steps)
  return { ...ahead, parse: aheadParser(ahead, () => other) }
}

const LINES = [
  '# A',
  'un *mot*',
  '> b [@c, p. 2]',
  '- d',
  '1. e',
  '| f | g |',
  '|---|---|',
  '```',
  '[^1]: h',
  'i[^1] 😀',
  '',
  '<b>',
  '***',
  `${'>'.repeat(120)}j`,
]
const anyText = fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join('\n'))

describe('texts that were laid out', () => {
  it('have the trees of the reference, in any order and as often as they are asked for', { timeout: 60_000 }, () => {
    const asked = fc.record({ texts: fc.array(anyText, { minLength: 1, maxLength: 6 }), ranks: fc.array(fc.nat(5), { maxLength: 12 }) })
    const property = fc.property(asked, ({ texts, ranks }) => {
      const { expect: expectNext, parse } = laidOut(texts)
      for (const rank of [...texts.keys(), ...ranks]) {
        const text = texts[rank]
        if (text === undefined) continue
        expectNext(text, rank)
        expect(parse(text)).toEqual(parseMarkdown(text))
        expect(parse(text)).toEqual(parseMarkdown(text))
      }
    })
    fc.assert(property, { numRuns: 150 })
  })

  it('are taken once, under the very head that they were laid out without', () => {
    const text = '---\nlang: fr\n---\n\n# A\n'
    const { expect: expectNext, take } = laidOut([text, text], () => 17)
    expectNext(text, 0)
    expect(take(text, 17)).toMatchObject({ rulers: [] })
    expect(take(text, 17)).toBeUndefined()
    expectNext(text, 1)
    expect(take(text, 0)).toBeUndefined()
  })

  it('are read here when they lie where the memory of this side does not reach', () => {
    const steps = stepsFor(1)
    const highUp = { arena: { byteOffset: 3_000_000_000, length: 8 } as Uint8Array, release: () => {} }
    layAhead(
      () => highUp,
      steps,
      1,
      () => '# A',
      () => 0,
    )
    const ahead = laidAhead(memory, steps)
    ahead.expect('# A', 0)
    expect(aheadParser(ahead, () => other)('# A')).toEqual(parseMarkdown('# A'))
  })

  it('are read here when there is no engine to lay them out, without waiting', () => {
    const steps = stepsFor(1)
    layAhead(
      null,
      steps,
      1,
      () => '# A',
      () => 0,
    )
    const ahead = laidAhead(memory, steps)
    ahead.expect('# A', 0)
    expect(ahead.take('# A', 0)).toBeUndefined()
    // Nothing was given up: had it been waited for in vain, the other side would be told that no more is read.
    expect(new Int32Array(steps)[READ]).toBe(0)
  })

  it('are read here when nothing comes, and only the first is waited for', () => {
    const waiting = vi.spyOn(Atomics, 'wait').mockReturnValue('timed-out')
    const ahead = laidAhead(memory, stepsFor(10))
    const parse = aheadParser(ahead, () => other)
    for (let rank = 0; rank < 10; rank++) {
      ahead.expect('# A', rank)
      expect(parse('# A')).toEqual(parseMarkdown('# A'))
    }
    expect(waiting).toHaveBeenCalledTimes(1)
  })
})
