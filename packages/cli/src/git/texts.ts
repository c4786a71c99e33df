import type { HistoryOf } from '@cahier/consensus'
import { type Programme, stemOf, wholeDigest, withText } from '@cahier/core'
import { gitNames, tryGit } from './ask-git.ts'
import { formerNames } from './renames.ts'
import { type GitVersion, gitVersions } from './versions.ts'

/**
 * The versions of a proposal or an axis in git, newest first, also under former names. With
 * `leftAside`, includes versions that a merge dropped.
 */
export function gitTexts(
  folder: string,
  path: string,
  { leftAside = true } = {},
): readonly GitVersion[] {
  // A proposal keeps its file name when it moves to another axis.
  const now =
    stemOf(path) === 'axis'
      ? `:(literal)${path}`
      : `:(glob)axes/*/${stemOf(path).replace(/[*?[\\]/g, '\\$&')}.md`
  const before = formerNames(folder, path).flatMap((name) =>
    gitVersions(folder, `:(top,literal)${name.path}`, { revision: `${name.commit}~1`, leftAside }),
  )
  const versions = [...gitVersions(folder, now, { leftAside }), ...before]
  // A file that was renamed and renamed back gives some versions twice.
  return [
    ...new Map(versions.toReversed().map((one) => [`${one.commit}:${one.path}`, one])).values(),
  ].toReversed()
}

/** The last committed text of a proposal (even in another axis) or an axis; null if none. */
export function textAtHead(folder: string, path: string): string | null {
  return textOf(folder, `HEAD:./${path}`) ?? textBeforeItsMove(folder, path)
}

export function isStaged(folder: string, path: string): boolean {
  const staged = textOf(folder, `:./${path}`)
  return staged !== null && staged !== textAtHead(folder, path)
}

function textBeforeItsMove(folder: string, path: string) {
  const [, id = 'axis'] = /^axes\/[^/]+\/([^/]+)\.md$/.exec(path) ?? []
  if (id === 'axis') return null
  const listed = gitNames(folder, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', 'axes/'])
  const former = listed.filter(
    (one) => one.split('/').length === 3 && stemOf(one) === id && one.endsWith('.md'),
  )
  return former.length === 1 ? textOf(folder, `HEAD:./${former[0]}`) : null
}

function textOf(folder: string, blob: string) {
  return tryGit(folder, ['cat-file', 'blob', blob])?.toString('utf8') ?? null
}

/** Looks up earlier texts of proposals and axes by digest. */
export function gitHistory(folder: string, programme: Programme): HistoryOf {
  return ({ document }) => {
    let byDigest: ReadonlyMap<string, string> | undefined
    const digestOf = (text: string) => wholeDigest(withText(document, text), programme.assets)
    return (digest) => {
      byDigest ??= new Map(
        gitTexts(folder, document.path).map(({ text }) => [digestOf(text), text]),
      )
      return byDigest.get(digest) ?? null
    }
  }
}
