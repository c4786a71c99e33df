import {
  buildProgramme,
  type Document,
  formatDocument,
  type Programme,
  readDocument,
  type Source,
  wordSet,
} from '@cahier/core'
import { type LintScope, lint } from '../engine/lint.ts'

/**
 * The formatted text of each selected file that formatting changes, by path. Signed files and those
 * of `decisions/` and `editions/` are left out. So are texts that amendments could then no longer
 * quote.
 */
export function planFormat(
  programme: Programme,
  includes: (path: string) => boolean = () => true,
): ReadonlyMap<string, string> {
  const { assets, manifest, signatures } = programme
  const signed = new Set(signatures.map(({ path }) => path))
  const texts = programme.documents.flatMap((document): (readonly [string, string])[] => {
    if (!includes(document.path) || signed.has(`${document.path}.sig`)) return []
    const text = formatDocument(document, assets, manifest.amendmentSections.text)
    return text === null || text === document.text || losesAmendments(programme, document, text)
      ? []
      : [[document.path, text]]
  })
  return new Map(texts)
}

function losesAmendments(programme: Programme, { path }: Document, text: string) {
  const includes = amendmentsOf(path)
  if (!programme.documents.some((document) => includes(document.path))) return false
  const after = programmeWith(programme, new Map([[path, text]]), readDocument)
  return countErrors(after, { includes }) > countErrors(programme, { includes })
}

export function countErrors(programme: Programme, scope: LintScope): number {
  return lint(programme, scope).filter(({ severity }) => severity === 'error').length
}

/** Messages of findings that `buildProgramme` makes again. */
const FOUND_AGAIN = wordSet('manifest name nameTaken proposalAtTop folderName windowsName')

/** A programme with new texts for some files. `read` parses a file. */
export function programmeWith(
  programme: Programme,
  texts: ReadonlyMap<string, string>,
  read: typeof readDocument,
): Programme {
  const sources = [
    ...programme.documents.map(({ path, text }) => ({ path, text: texts.get(path) ?? text })),
    ...programme.records,
    ...programme.signatures,
  ]
  const findings = programme.folderFindings.filter(({ message }) => !FOUND_AGAIN.has(message))
  return buildProgramme({ sources, assets: programme.assets, findings }, read)
}

/**
 * Returns `read` with a cache of the last three versions of each file, which starts with
 * `documents`.
 */
export function cachedReader<More extends readonly unknown[]>(
  documents: readonly Document[],
  read: (source: Source, ...more: More) => Document,
): (source: Source, ...more: More) => Document {
  const known = new Map(documents.map((document) => [document.path, [document]]))
  return (source, ...more) => {
    const some = known.get(source.path) ?? []
    const last = some.find(({ text }) => text === source.text)
    if (last !== undefined) return last
    const document = read(source, ...more)
    known.set(source.path, [document, ...some.slice(0, 2)])
    return document
  }
}

/** Returns a test for the paths of amendments to the proposal or axis at the path `amended`. */
export function amendmentsOf(amended: string): (path: string) => boolean {
  const [, id = ''] =
    /^axes\/([^/]+)\/axis\.md$/.exec(amended) ?? /^axes\/[^/]+\/([^/]+)\.md$/.exec(amended) ?? []
  return (path) => id !== '' && path.startsWith(`amendments/${id}/`)
}
