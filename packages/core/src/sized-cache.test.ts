import { describe, expect, it } from 'vitest'
import { sizedCache } from './sized-cache.ts'

/** A reader that counts how often it had to read. */
function counting(name: string) {
  const reader = { times: 0, read: () => `${name}${++reader.times}` }
  return reader
}

describe('what was read last is kept', () => {
  it('as long as it fits', () => {
    const keep = sizedCache(10)
    const [a, b] = [counting('a'), counting('b')]
    expect([keep(a.read, 5), keep(b.read, 5), keep(a.read, 5)]).toEqual(['a1', 'b1', 'a1'])
  })

  it('and what was asked for longest ago goes first', () => {
    const keep = sizedCache(10)
    const [a, b, c] = [counting('a'), counting('b'), counting('c')]
    for (const { read } of [a, b, a, c]) keep(read, 5)
    expect([keep(a.read, 5), keep(c.read, 5), keep(b.read, 5)]).toEqual(['a1', 'c1', 'b2'])
  })

  it('the very last whatever its size, and nothing else beside it', () => {
    const keep = sizedCache(10)
    const [a, b] = [counting('a'), counting('b')]
    expect([keep(a.read, 5), keep(b.read, 50), keep(b.read, 50), keep(a.read, 5)]).toEqual([
      'a1',
      'b1',
      'b1',
      'a2',
    ])
  })
})
