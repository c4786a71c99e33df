import { type OptionWords, quoted, type Words } from './words-of.ts'

/** The completion for fish: a file `cahier.fish`, in `~/.config/fish/completions`. */
export function fishCompletion({ commands, common }: Words): string {
  return `${[
    COMMAND_TYPED,
    ...common.map((option) => `complete -c cahier ${optionIn(option)}`),
    ...commands.flatMap(({ name, summary, words, options }) => [
      `complete -c cahier ${after('')} -f -a ${name} -d ${quoted(summary)}`,
      ...(words.length > 0
        ? [`complete -c cahier ${after(name)} -a ${quoted(words.join(' '))}`]
        : []),
      ...options.map((option) => `complete -c cahier ${after(name)} ${optionIn(option)}`),
    ]),
  ].join('\n')}\n`
}

// fish 4.0 has `__fish_seen_subcommand_from`, which mistakes `open` for a command after `--lang
// en`.
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

function after(command: string): string {
  return `-n 'test "$(__cahier_verb)" = "${command}"'`
}

function optionIn({ name, short, help, takesValue, values }: OptionWords): string {
  const value = values.length > 0 ? ` -x -a ${quoted(values.join(' '))}` : takesValue ? ' -r' : ''
  return `-l ${name}${short && ` -s ${short}`}${value} -d ${quoted(help)}`
}
