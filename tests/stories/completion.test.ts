import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { desk } from './desk.ts'

const isThere = (program: string) => spawnSync(program, ['--version']).error === undefined

const RUNNERS: Readonly<Record<string, (script: string, words: readonly string[]) => string>> = {
  bash: (script, words) => {
    const typed = words.map((word) => `'${word}'`).join(' ')
    return `${script}\nCOMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}; _cahier; printf '%s\\n' "\${COMPREPLY[@]}"`
  },
  // What zsh would be told, by its own names.
  zsh: (script, words) =>
    [
      `words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; PREFIX='${words.at(-1)}'`,
      'compdef() {}; _files() {}',
      `compset() { PREFIX=\${PREFIX#*=}; }`,
      `compadd() { print -rl -- \${(M)\${(P)2}:#$PREFIX*}; }`,
      `_describe() { [[ $1 == -o ]] && shift; print -rl -- \${(M)\${(@)\${(P)2}%%:*}:#$PREFIX*}; }`,
      script,
      '_cahier',
    ].join('\n'),
  fish: (script, words) => `${script}\ncomplete -C '${words.join(' ')}'`,
}

it.for(Object.keys(RUNNERS).filter(isThere))(
  '%s completes commands, options, their values, and the words of a command',
  (shell) => {
    const here = desk()
    const script = here.cahier('completion', shell).out
    const completed = (...words: string[]) => {
      const { stdout, stderr } = spawnSync(shell, ['-c', RUNNERS[shell]?.(script, words) ?? ''], {
        cwd: here.folder,
        encoding: 'utf8',
      })
      expect(stderr).toBe('')
      return stdout
        .split('\n')
        .map((line) => line.replace(/\t.*/, ''))
        .filter(Boolean)
    }
    expect(completed('cahier', 'sta')).toEqual(['stance', 'status'])
    expect(completed('cahier', 'lint', '--max')).toEqual(['--max-warnings'])
    expect(completed('cahier', 'lint', '--format', 'git')).toEqual(['github', 'gitlab'])
    expect(completed('cahier', 'status', '--format', 'git')).toEqual([])
    expect(completed('cahier', 'setup', 'forg')).toContain('forgejo')
    expect(completed('cahier', '--lang', 'en', 'ver')).toEqual(['verify'])
    expect(completed('cahier', 'stance', 'exemple-a', 'guichet', 'cons')).toContain('consentement')
  },
)

const READERS = [
  ['man', ['--warnings', '-l']],
  ['mandoc', ['-W', 'error', '-T', 'utf8']],
] as const

it.for(READERS.filter(([reader]) => isThere(reader)))(
  '%s reads the manual page, in French and in English',
  ([reader, options]) => {
    const here = desk()
    for (const [language, said] of [
      [
        'fr',
        [
          'NOM',
          'écrire un programme à plusieurs, en texte simple',
          'cahier stance',
          '--dry-run',
          'consentement|réserve',
        ],
      ],
      [
        'en',
        [
          'NAME',
          'write a programme together, in plain text',
          'cahier stance',
          '--dry-run',
          'consent|reservation',
        ],
      ],
    ] as const) {
      here.write(`cahier.${language}.1`, here.cahier('completion', 'man', '--lang', language).out)
      const { stdout, stderr } = spawnSync(reader, [...options, `cahier.${language}.1`], {
        cwd: here.folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '80' },
      })
      expect(stderr).toBe('')
      for (const words of said) expect(stdout.replace(/.\x08/g, '')).toContain(words)
    }
  },
)

it('what is no shell is told which there are', () => {
  const { code, err } = desk().cahier('completion', 'tcsh')
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('bash|zsh|fish|man') })
})
