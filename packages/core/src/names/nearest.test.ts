import { expect, it } from 'vitest'
import { nearest } from './nearest.ts'

const KEYS = ['title', 'summary', 'scale', 'action']

it.each([
  ['Title', 'title'],
  ['titl', 'title'],
  ['titel', 'title'],
  ['sacle', 'scale'],
  ['sumamry', 'summary'],
  ['tales', ''],
  ['author', ''],
])('%s was meant for %s', (written, meant) => expect(nearest(written, KEYS)).toBe(meant))

it('two that are as near are no answer', () => expect(nearest('gare', ['gere', 'gate'])).toBe(''))
