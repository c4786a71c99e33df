import type { Language } from '@cahier/core'

/** One setting of git. */
interface GitSetting {
  readonly key: string
  readonly value: string
}

/**
 * How git is to call us, `command` as a shell reads it: for a merge (gitattributes(5), “Defining a
 * custom merge driver”), to show a text it compares, and as a tool to compare. `version` is what
 * `git --version` says: before 2.44, git has no names for the sides.
 */
export function gitSettings(
  command: string,
  version: string,
  language: Language,
): readonly GitSetting[] {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number)
  const [ours, base, theirs] =
    major > 2 || (major === 2 && minor >= 44) ? ['%X', '%S', '%Y'] : SIDES[language]
  // A percent sign is the beginning of a name of git's.
  const literal = (written: string) => written.replaceAll('%', '%%')
  const sides = `--marker-size %L -L ${ours} -L ${base} -L ${theirs}`
  const merge = `${literal(command)} merge-file ${sides} --path %P %A %O %B`
  // What ends as a count of conflicts and has drawn none did not run: git would leave one side
  // alone in the file.
  const hasRun = `code=$?; if test $code -eq 0 || grep -q '^<\\{%L\\} ' %A; then exit $code; fi`
  const byGit = `echo ${literal(BY_GIT[language])} %P >&2; git merge-file ${sides} %A %O %B`
  // git adds the file at the end; without its sentences, a text is still compared line by line.
  const sentences = `shown() { ${command} diff --sentences "$1" 2>/dev/null || cat "$1"; }; shown`
  return [
    { key: 'merge.cahier.name', value: NAME[language] },
    { key: 'merge.cahier.driver', value: `${merge}; ${hasRun}; ${byGit}` },
    // Between two ancestors nobody is asked, and nobody reads again.
    { key: 'merge.cahier.recursive', value: 'text' },
    // Line ends of Windows that one side brought in are no conflict over the whole text.
    { key: 'merge.renormalize', value: 'true' },
    { key: 'diff.cahier.textconv', value: sentences },
    { key: 'diff.cahier.xfuncname', value: '^#{1,6} .*$' },
    { key: 'difftool.cahier.cmd', value: `${command} diff "$LOCAL" "$REMOTE"` },
  ]
}

const SIDES = { fr: ['nous', 'base', 'eux'], en: ['ours', 'base', 'theirs'] } as const

/** What is said when git merges in our place, as a word of a shell; the path comes after it. */
const BY_GIT = {
  fr: "'cahier n’a pas pu fusionner, git le fait ligne à ligne :'",
  en: "'cahier could not merge, git does it line by line:'",
} as const

const NAME = {
  fr: 'prose par phrases, YAML par clés',
  en: 'prose by sentences, YAML by keys',
} as const

/**
 * What git is told of the files of a programme: which our merge and our comparison are for.
 * `prefix` leads to the programme, and ends with a slash.
 */
export function gitAttributes(prefix: string): readonly string[] {
  const line = (pattern: string, what: string) => `${quotedPattern(`${prefix}${pattern}`)} ${what}`
  const [texts, data] = prefix === '' ? ['*.md', '*.yaml'] : ['**/*.md', '**/*.yaml']
  return [
    line(texts, 'merge=cahier diff=cahier text=auto'),
    line(data, 'merge=cahier text=auto'),
    // What was signed, what is printed as it is and what a round froze are kept to the byte; two
    // copies of one moment are never made one.
    line('positions/**', '-text'),
    line('assets/**', '-text'),
    line('decisions/*/**', '-text -merge'),
  ]
}

function quotedPattern(pattern: string): string {
  return /[\s"\\]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern
}
