import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { type Desk, desk } from './desk.ts'
import { importing, odtOf } from './sent-back.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

/**
 * The document with its picture under another name, as an office saves it, and maybe with other
 * bytes.
 */
function sendBack(here: Desk, bytes: Uint8Array): void {
  const { 'Pictures/1.png': _, 'Pictures/1.svg': __, ...parts } = unzipSync(here.bytes(odtOf(here)))
  const content = strFromU8(parts['content.xml'] as Uint8Array).replace(
    /Pictures\/1\.(?:png|svg)/,
    'Pictures/100000A1.png',
  )
  here.write(
    'retour.odt',
    zipSync({ ...parts, 'content.xml': strToU8(content), 'Pictures/100000A1.png': bytes }),
  )
}

it('a picture that was replaced by another is told; one that was saved under another name is not', () => {
  const here = desk()
  here.write('assets/plan.png', PICTURE)
  here.edit('axes/services/guichet.md', '\n## ', '\n![Un plan](../../assets/plan.png)\n\n## ')
  expect(here.cahier('publish', '--status', 'all', '--out', 'envoi').code).toBe(0)
  sendBack(here, PICTURE)
  expect(importing(here).out).not.toContain('à reprendre à la main')
  sendBack(here, Buffer.concat([PICTURE, Buffer.from([0])]))
  expect(importing(here).out.replace(/\s+/g, ' ')).toContain(
    'guichet : une image, qui n’est plus celle d’avant : « ![Un plan](../../assets/plan.png) »',
  )
})

it('a drawing of which an office made a picture is not', () => {
  const here = desk()
  here.write(
    'assets/plan.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
  )
  here.edit('axes/services/guichet.md', '\n## ', '\n![Un plan](../../assets/plan.svg)\n\n## ')
  expect(here.cahier('publish', '--status', 'all', '--out', 'envoi').code).toBe(0)
  sendBack(here, PICTURE)
  expect(importing(here).out).not.toContain('à reprendre à la main')
})
