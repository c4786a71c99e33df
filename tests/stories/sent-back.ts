import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { plain } from './plain.ts'

/** A desk on which the whole programme was published, drafts too, in `envoi`. */
export function published(): Desk {
  const here = desk()
  expect(here.cahier('publish', '--status', 'all', '--out', 'envoi').code).toBe(0)
  return here
}

/** The document that was sent, worked on: what each of `changes` finds in its text is replaced. */
export function sendBack(here: Desk, changes: readonly (readonly [from: string | RegExp, to: string])[], part = 'content.xml'): void {
  const parts = unzipSync(here.bytes(odtOf(here)))
  let text = strFromU8(parts[part] as Uint8Array)
  for (const [from, to] of changes) {
    const before = text
    text = text.replace(from, to)
    expect(text, String(from)).not.toBe(before)
  }
  here.write('retour.odt', zipSync({ ...parts, [part]: strToU8(text) }))
}

export function contentOf(here: Desk): string {
  return strFromU8(unzipSync(here.bytes(odtOf(here)))['content.xml'] as Uint8Array)
}

export function odtOf(here: Desk): string {
  return here.files().find((path) => path.startsWith('envoi/') && path.endsWith('.odt')) ?? ''
}

export function importing(here: Desk, ...more: readonly string[]) {
  const { code, out, err } = here.cahier('import', 'retour.odt', '--by', 'exemple-b', ...more)
  return { code, out: plain(out), err: plain(err) }
}
