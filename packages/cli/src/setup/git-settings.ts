import type { Language } from '@cahier/core'

interface GitSetting {
  readonly key: string
  readonly value: string
}

/**
 * The settings that make git merge and compare texts with cahier. `command`: a shell command that
 * runs cahier. `version`: the output of `git --version`.
 */
export function gitSettings(
  command: string,
  version: string,
  language: Language,
): readonly GitSetting[] {
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(version) ?? []).map(Number)
  // Git before 2.44 has no placeholders for these names.
  const [ours, base, theirs] =
    major > 2 || (major === 2 && minor >= 44) ? ['%X', '%S', '%Y'] : SIDES[language]
  // `%` begins a placeholder of git.
  const literal = (written: string) => written.replaceAll('%', '%%')
  const sides = `--marker-size %L -L ${ours} -L ${base} -L ${theirs}`
  const merge = `${literal(command)} merge-file ${sides} --path %P %A %O %B`
  // An error without conflict markers means that cahier did not run. Then git must merge, or it
  // would keep one side only.
  const hasRun = `code=$?; if test $code -eq 0 || grep -q '^<\\{%L\\} ' %A; then exit $code; fi`
  const byGit = `echo ${literal(BY_GIT[language])} %P >&2; git merge-file ${sides} %A %O %B`
  // Git appends the file name. If cahier fails, git compares the file line by line.
  const sentences = `shown() { ${command} diff --sentences "$1" 2>/dev/null || cat "$1"; }; shown`
  return [
    { key: 'merge.cahier.name', value: NAME[language] },
    { key: 'merge.cahier.driver', value: `${merge}; ${hasRun}; ${byGit}` },
    // When there are two common ancestors, git first merges them with its own driver.
    { key: 'merge.cahier.recursive', value: 'text' },
    // Different line ends are no conflict.
    { key: 'merge.renormalize', value: 'true' },
    { key: 'diff.cahier.textconv', value: sentences },
    { key: 'diff.cahier.xfuncname', value: '^#{1,6} .*$' },
    { key: 'difftool.cahier.cmd', value: `${command} diff "$LOCAL" "$REMOTE"` },
  ]
}

const SIDES = { fr: ['nous', 'base', 'eux'], en: ['ours', 'base', 'theirs'] } as const

/** Printed before the path when git merges instead of cahier. Quoted for the shell. */
const BY_GIT = {
  fr: "'cahier n’a pas pu fusionner, git le fait ligne à ligne :'",
  en: "'cahier could not merge, git does it line by line:'",
} as const

const NAME = {
  fr: 'prose par phrases, YAML par clés',
  en: 'prose by sentences, YAML by keys',
} as const

/** The lines of `.gitattributes`. `prefix`: the path of the programme, with a final slash. */
export function gitAttributes(prefix: string): readonly string[] {
  const line = (pattern: string, what: string) => `${quotedPattern(`${prefix}${pattern}`)} ${what}`
  const [texts, data] = prefix === '' ? ['*.md', '*.yaml'] : ['**/*.md', '**/*.yaml']
  return [
    line(texts, 'merge=cahier diff=cahier text=auto'),
    line(data, 'merge=cahier text=auto'),
    // Git must not change a byte of signed files, pictures and recorded decisions.
    line('positions/**', '-text'),
    line('assets/**', '-text'),
    line('decisions/*/**', '-text -merge'),
  ]
}

function quotedPattern(pattern: string): string {
  return /[\s"\\]/.test(pattern) ? `"${pattern.replace(/["\\]/g, '\\$&')}"` : pattern
}
