import { quoted, type Words } from './words-of.ts'

/**
 * The completion for zsh: a file `_cahier` in a folder of `fpath`, or `source <(cahier completion
 * zsh)`.
 */
export function zshCompletion({ commands, common }: Words): string {
  const list = (words: readonly (readonly [word: string, help: string])[]) =>
    words.map(([word, help]) => quoted(`${word}:${help}`)).join(' ')
  const values = commands.flatMap(({ name, options }) =>
    [...options, ...common]
      .filter(({ takesValue }) => takesValue)
      .map(
        (option) =>
          `    (${quoted(`${name} --${option.name}`)}) choose=1; known=(${option.values.join(' ')}) ;;`,
      ),
  )
  const options = commands.map((command) => {
    const all = list([...command.options, ...common].map(({ name, help }) => [`--${name}`, help]))
    return `    (${command.name}) known=(${command.words.join(' ')}); found=(${all}) ;;`
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
    (' --lang') choose=1; known=(fr en) ;;
    (' --programme') choose=1 ;;
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
