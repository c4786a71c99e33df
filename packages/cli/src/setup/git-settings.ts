import type { Language } from '@cahier/core'
import type { ownCommand } from './own-command.ts'

/** One setting of git. */
export interface GitSetting {
  readonly key: string
  readonly value: string
}

/**
 * How git is to call us, `command` and `isThere` as a shell reads them: for a merge (gitattributes(5), “Defining a custom merge driver”), to show a
 * text it compares, and as a tool to compare. `version` is what `git --version` says: before 2.44, git has no names for the sides.
 */
export function gitSettings(
  { command, isThere }: ReturnType<typeof ownCommand>,
  version: string,
  language: Language,
): readonly GitSetting[] {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number)
  const [ours, base, theirs] = major > 2 || (major === 2 && minor >= 44) ? ['%X', '%S', '%Y'] : SIDES[language]
  // A percent sign is the beginning of a name of git's.
  const literal = (written: string) => written.replaceAll('%', '%%')
  const sides = `--marker-size %L -L ${ours} -L ${base} -L ${theirs}`
  const merge = `${literal(command)} merge-file ${sides} --path %P %A %O %B`
  return [
    { key: 'merge.cahier.name', value: NAME[language] },
    // Without us, git would leave one side alone in the file, and call that a conflict.
    { key: 'merge.cahier.driver', value: `if ${literal(isThere)}; then ${merge}; else git merge-file ${sides} %A %O %B; fi` },
    // Between two ancestors nobody is asked, and nobody reads again.
    { key: 'merge.cahier.recursive', value: 'text' },
    // Line ends of Windows that one side brought in are no conflict over the whole text.
    { key: 'merge.renormalize', value: 'true' },
    { key: 'diff.cahier.textconv', value: `${command} diff --sentences` },
    { key: 'diff.cahier.xfuncname', value: '^#{1,6} .*$' },
    { key: 'difftool.cahier.cmd', value: `${command} diff "$LOCAL" "$REMOTE"` },
  ]
}

const SIDES = { fr: ['nous', 'base', 'eux'], en: ['ours', 'base', 'theirs'] } as const

const NAME = { fr: 'prose par phrases, YAML par clés', en: 'prose by sentences, YAML by keys' } as const
