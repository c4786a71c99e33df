import { Buffer as NodeBuffer } from 'node:buffer'
import { createHash as nodeHash } from 'node:crypto'
import nodePath from 'node:path'
import { pathToFileURL as nodeAddressOf, fileURLToPath as nodePathOf } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Buffer, isUtf8 } from './buffer.ts'
import { createHash } from './crypto.ts'
import { isDeepStrictEqual } from './deep-equal.ts'
import { existsSync, keepFile, readdirSync, readFileSync, statSync } from './fs.ts'
import * as path from './path.ts'
import { fileURLToPath, pathToFileURL } from './url.ts'

const TEXTS = ['', 'a', 'été œuvre — 🎈', 'x'.repeat(55), 'x'.repeat(56), 'é'.repeat(5000)]

describe('what stands in for Node in a browser', () => {
  it('sums as Node does', () => {
    for (const text of TEXTS)
      for (const encoding of ['hex', 'base64'] as const)
        expect(createHash('sha256').update(text).digest(encoding)).toBe(
          nodeHash('sha256').update(text).digest(encoding),
        )
  })

  it('reads and writes bytes as Node does', () => {
    for (const text of TEXTS) {
      const [ours, node] = [Buffer.from(text), NodeBuffer.from(text)]
      for (const encoding of ['utf8', 'latin1', 'hex', 'base64', 'base64url'] as const) {
        expect(ours.toString(encoding)).toBe(node.toString(encoding))
        const written = node.toString(encoding)
        expect([...Buffer.from(written, encoding)]).toEqual([...NodeBuffer.from(written, encoding)])
      }
      expect(Buffer.byteLength(text)).toBe(NodeBuffer.byteLength(text))
    }
    expect([...Buffer.from('YQ==YQ', 'base64')]).toEqual([...NodeBuffer.from('YQ==YQ', 'base64')])
    const bytes = Buffer.concat([Buffer.from('éab'), Buffer.alloc(4)])
    expect(bytes.writeUInt32BE(4_000_000_000, 4)).toBe(8)
    expect(bytes.readUInt32BE(4)).toBe(4_000_000_000)
    expect([bytes.indexOf('ab'), bytes.includes('ba'), Buffer.from('éb').indexOf('b')]).toEqual([
      2,
      false,
      2,
    ])
    expect(Buffer.compare(Buffer.from('a'), Buffer.from('ab'))).toBe(-1)
    const units = new Uint16Array(3)
    Buffer.from(units.buffer).write('été', 0, 'utf16le')
    expect(String.fromCharCode(...units)).toBe('été')
    expect([isUtf8(Uint8Array.of(0xc3, 0xa9)), isUtf8(Uint8Array.of(0xe9))]).toEqual([true, false])
  })

  it('names files as Node does', () => {
    for (const name of ['/a/b.md', '/a/été [1]#?.md', '/vscode-vfs/git%2B/x']) {
      expect(fileURLToPath(nodeAddressOf(name).href)).toBe(name)
      expect(nodePathOf(pathToFileURL(name).href)).toBe(name)
    }
    expect(() => fileURLToPath('untitled:a')).toThrow()
    const { posix } = nodePath
    for (const [from, to] of [
      ['/a/b', '/a/b/c/d'],
      ['/a/b', '/a/c'],
      ['/', '/a'],
      ['/a', '/a'],
    ] as const) {
      expect(path.relative(from, to)).toBe(posix.relative(from, to))
      expect(path.join(from, '../x', to)).toBe(posix.join(from, '../x', to))
      expect(path.dirname(from)).toBe(posix.dirname(from))
    }
  })

  it('compares maps by their entries, in any order of keys', () => {
    const written = new Map<string, unknown>([['/id', { a: 1, b: [2] }]])
    expect(isDeepStrictEqual(written, new Map([['/id', { b: [2], a: 1 }]]))).toBe(true)
    expect(isDeepStrictEqual(written, new Map([['/id', { a: 1, b: [3] }]]))).toBe(false)
    expect(isDeepStrictEqual(written, new Map())).toBe(false)
  })

  it('keeps a folder in memory', () => {
    keepFile('/p/axes/a.md', Uint8Array.of(1, 2))
    keepFile('/p/programme.yaml', Uint8Array.of(3))
    expect(readdirSync('/p').map((entry) => [entry.name, entry.isDirectory()])).toEqual([
      ['axes', true],
      ['programme.yaml', false],
    ])
    expect([...readFileSync('/p/axes/a.md')]).toEqual([1, 2])
    const before = statSync('/p/programme.yaml')
    keepFile('/p/programme.yaml', Uint8Array.of(4))
    expect(statSync('/p/programme.yaml')).not.toEqual(before)
    keepFile('/p/axes', null)
    expect([existsSync('/p/axes'), existsSync('/p')]).toEqual([false, true])
    expect(() => readdirSync('/p/axes')).toThrow(/no such file/)
  })
})
