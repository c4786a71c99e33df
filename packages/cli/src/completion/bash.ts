import { quoted, type Words } from './words-of.ts'

/** The completion for bash: `source <(cahier completion bash)`. */
export function bashCompletion({ commands, common }: Words): string {
  const values = commands.flatMap(({ name, options }) =>
    [...options, ...common]
      .filter(({ takesValue }) => takesValue)
      .map(
        (option) =>
          `    ${quoted(`${name} --${option.name}`)}) words=${quoted(option.values.join(' '))} ;;`,
      ),
  )
  const options = commands.map((command) => {
    const words = [
      ...command.words,
      ...[...command.options, ...common].map(({ name }) => `--${name}`),
    ]
    return `      ${quoted(command.name)}) words=${quoted(words.join(' '))} ;;`
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
    ' --lang') words='fr en' ;;
    ' --programme') ;;
    *)
      case $verb in
      '') words=${quoted(commands.map(({ name }) => name).join(' '))} ;;
${options.join('\n')}
      esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _cahier cahier
`
}
