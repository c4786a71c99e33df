import { decoded } from '../decoded.ts'
import { schemeOf } from '../scheme-of.ts'

/** The file that an address in a loose text names. */
export interface LocalTarget {
  /** Where it should be, relative to the folder that is linted, `''` for that folder; several when nobody can tell how the address was meant. */
  readonly paths: readonly string[]
  /** What follows `#`, decoded; `''` when nothing does. */
  readonly fragment: string
}

/**
 * The file that a link of the text at `from` leads to; `null` when it leads to another site, to the root of one, into the text itself, or is still to be filled in
 * by a program.
 */
export function localTarget(from: string, url: string): LocalTarget | null {
  if (/^(?:[a-z][a-z0-9+.-]*:|[/\\#?]|$)|[{}<>$*|]/i.test(url) || schemeOf(url) !== '') return null
  const [, address = '', fragment = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(url) ?? []
  // A browser takes both slashes for one.
  const written = address.replaceAll('\\', '/')
  const paths = new Set([decoded(written), written].map((path) => pathFrom(from, path)))
  return { paths: [...paths].flatMap(asSitesHaveIt), fragment: decoded(fragment) }
}

// Where pages are made of texts, links name the pages.
function asSitesHaveIt(path: string): readonly string[] {
  if (/\.html?$/i.test(path)) return [path, path.replace(/\.html?$/i, '.md')]
  return /\.[^./]*$/.test(path) ? [path] : [path, `${path}.md`, `${path}.markdown`]
}

function pathFrom(from: string, path: string): string {
  const steps = from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}
