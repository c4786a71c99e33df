import { type Language, typeset } from '@cahier/core'
import { COMMON, ownOptions } from '../arguments/options.ts'
import { type CommandEntry, inLanguage, type Option } from '../command.ts'
import { shellQuoted } from '../terminal/shell-word.ts'

/** The completion script of a shell, for the commands in `table`. */
export async function completionScript(
  shell: 'bash' | 'zsh' | 'fish',
  table: readonly CommandEntry[],
  language: Language,
): Promise<string> {
  const script = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion }[shell]
  return script(await completionWords(table, language))
}

/** The bash completion script, to load with `source <(cahier completion bash)`. */
function bashCompletion(all: CompletionWords): string {
  const { commands } = all
  const values = valueCases(all).map(
    ([words, values]) => `    ${words}) words=${shellQuoted(values.join(' '))} ;;`,
  )
  const options = commands.map(({ name, words, options }) => {
    const shown = [...words, ...[...options, ...all.common].map((one) => `--${one.name}`)]
    return `      ${shellQuoted(name)}) words=${shellQuoted(shown.join(' '))} ;;`
  })
  return `_cahier() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} verb='' words='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
    --lang | --programme) ((i++)) ;;
    -*) ;;
    *) verb=\${COMP_WORDS[i]}; break ;;
    esac
  done
  if [[ $cur == '=' ]]; then
    cur=''
  elif [[ $prev == '=' ]]; then
    prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  case "$verb $prev" in
${values.join('\n')}
    *)
      case $verb in
      '') words=${shellQuoted(commands.map(({ name }) => name).join(' '))} ;;
${options.join('\n')}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _cahier cahier
`
}

/** The fish completion script, for `~/.config/fish/completions/cahier.fish`. */
function fishCompletion({ commands, common }: CompletionWords) {
  return `${[
    COMMAND_TYPED,
    ...common.map((option) => `complete -c cahier ${optionIn(option)}`),
    ...commands.flatMap(({ name, summary, words, options }) => [
      `complete -c cahier ${after('')} -f -a ${name} -d ${shellQuoted(summary)}`,
      ...(words.length > 0
        ? [`complete -c cahier ${after(name)} -a ${shellQuoted(words.join(' '))}`]
        : []),
      ...options.map((option) => `complete -c cahier ${after(name)} ${optionIn(option)}`),
    ]),
  ].join('\n')}\n`
}

// A fish function that prints the command of cahier already typed, such as `lint`.
const COMMAND_TYPED = `function __cahier_verb
    set -l is_value no
    for word in (commandline -opc)[2..]
        if test $is_value = yes
            set is_value no
            continue
        end
        switch $word
            case --lang --programme
                set is_value yes
            case '-*'
            case '*'
                echo $word
                return
        end
    end
end`

function after(command: string) {
  return `-n 'test "$(__cahier_verb)" = "${command}"'`
}

function optionIn({ name, short, help, takesValue, values }: OptionWords) {
  const value =
    values.length > 0 ? ` -x -a ${shellQuoted(values.join(' '))}` : takesValue ? ' -r' : ''
  return `-l ${name}${short && ` -s ${short}`}${value} -d ${shellQuoted(help)}`
}

/** The zsh completion script, for a file `_cahier` in a folder of `fpath`. */
function zshCompletion(all: CompletionWords): string {
  const { commands } = all
  const list = (words: readonly (readonly [word: string, help: string])[]) =>
    words.map(([word, help]) => shellQuoted(`${word}:${help}`)).join(' ')
  const values = valueCases(all).map(
    ([words, values]) => `    (${words}) choose=1; known=(${values.join(' ')}) ;;`,
  )
  const options = commands.map(({ name, words, options }) => {
    const found = list([...options, ...all.common].map((one) => [`--${one.name}`, one.help]))
    return `    (${name}) known=(${words.join(' ')}); found=(${found}) ;;`
  })
  return `#compdef cahier
_cahier() {
  local verb='' previous=\${words[CURRENT-1]} choose=0 i
  for ((i = 2; i < CURRENT; i++)); do
    case \${words[i]} in
    (--lang|--programme) ((i++)) ;;
    (-*) ;;
    (*) verb=\${words[i]}; break ;;
    esac
  done
  if [[ $PREFIX == --*=* ]]; then
    previous=\${PREFIX%%=*}
    compset -P '*='
  fi
  local -a found known
  case "$verb $previous" in
${values.join('\n')}
  esac
  if ((choose)); then
    ((\${#known})) && compadd -a known || _files
    return
  fi
  case $verb in
    ('') found=(${list(commands.map(({ name, summary }) => [name, summary]))}); _describe cahier found; return ;;
${options.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o cahier found
  else
    ((\${#known})) && compadd -a known
    _files
  fi
}
if [[ $funcstack[1] == _cahier ]]; then _cahier "$@"; else compdef _cahier cahier; fi
`
}

/** For each option with a value: `'lint --format'`, in shell quotes, and the known values. */
function valueCases({ commands, common }: CompletionWords) {
  // Common options may also come before the command.
  return [{ name: '', options: [] }, ...commands].flatMap(({ name, options }) =>
    [...options, ...common]
      .filter(({ takesValue }) => takesValue)
      .map((option) => [shellQuoted(`${name} --${option.name}`), option.values] as const),
  )
}

type CompletionWords = Awaited<ReturnType<typeof completionWords>>

async function completionWords(table: readonly CommandEntry[], language: Language) {
  const inWords = (options: Readonly<Record<string, Option>>) =>
    Object.entries(options).map(([name, option]) => optionWords(name, option, language))
  const commands = table.map(async ({ name, summary, load }) => {
    const { command } = await load()
    return {
      name,
      summary: typeset(summary[language], language),
      words: spelledOut(inLanguage(command.usage, language)),
      options: inWords(ownOptions(command)),
    }
  })
  return { commands: await Promise.all(commands), common: inWords(COMMON) }
}

type OptionWords = ReturnType<typeof optionWords>

/** `values` is empty when any text is allowed. */
function optionWords(
  name: string,
  { short = '', help, value = '', optional }: Option,
  language: Language,
) {
  const shown = inLanguage(value, language)
  return {
    name,
    short,
    help: typeset(help[language], language),
    takesValue: value !== '' && optional !== true,
    values: shown.includes('|') ? spelledOut(shown) : [],
  }
}

// The literal words of a usage line, such as `github`. Words in capitals are placeholders.
function spelledOut(usage: string) {
  return [...new Set(usage.split(/[\s|[\]]+/).filter((word) => /^\p{Ll}[\p{Ll}-]*$/u.test(word)))]
}
