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
export function sendBack(
  here: Desk,
  changes: readonly (readonly [from: string | RegExp, to: string])[],
  part = 'content.xml',
): void {
  const parts = unzipSync(here.bytes(odtOf(here)))
  let text = strFromU8(parts[part] as Uint8Array)
  for (const [from, to] of changes) {
    const before = text
    text = text.replace(from, to)
    expect(text, String(from)).not.toBe(before)
  }
  here.write('retour.odt', zipSync({ ...parts, [part]: strToU8(text) }))
}

/**
 * The document that was sent in one file, as LibreOffice writes it: each part under its own name,
 * and headers and footers among them.
 */
export function flatOf(here: Desk): string {
  const parts = unzipSync(here.bytes(odtOf(here)))
  const [content = '', meta = '', styles = ''] = ['content.xml', 'meta.xml', 'styles.xml'].map(
    (name) => strFromU8(parts[name] as Uint8Array),
  )
  const inside = (part: string) =>
    /<office:document-[^>]*>([\s\S]*)<\/office:document-[a-z]+>/.exec(part)?.[1] ?? ''
  const names = [content, meta, styles].flatMap((part) => part.match(/xmlns:[\w-]+="[^"]*"/g) ?? [])
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${[...new Set(names)].join(' ')} office:version="1.3">${inside(meta)}${inside(styles)}${inside(content)}</office:document>`
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
