import type { Language } from '@cahier/core'
import type { SharedPassage } from '@cahier/prose/merge'
import { inBothLanguages } from '../command.ts'
import { counted } from './report-parts.ts'

/**
 * The number of conflicts of a merge; without any, the sentences that both sides changed.
 * `begunTwice`: both sides created the file.
 */
export function mergeInWords(
  { conflicts, toReread }: { conflicts: number; toReread: () => readonly SharedPassage[] },
  { name, ours, theirs }: Readonly<Record<'name' | 'ours' | 'theirs', string>>,
  begunTwice: boolean,
  language: Language,
): string {
  const words = WORDS[language]
  if (conflicts > 0)
    return words.conflicts(name, conflicts) + (begunTwice ? words.begunTwice(name) : '')
  return toReread()
    .map(
      ({ line, text, sameSentence }) =>
        `${words.reread(name, line)} ${words.hands(ours, theirs, sameSentence)}\n    ${excerpt(text)}\n`,
    )
    .join('')
}

/** Characters of an excerpt. */
const SHOWN = 300

function excerpt(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  return plain.length <= SHOWN ? plain : `${plain.slice(0, plain.lastIndexOf(' ', SHOWN))} …`
}

const WORDS = inBothLanguages(
  {
    conflicts: (name: string, count: number) => `${name} : ${counted.fr(count, 'conflit')}\n`,
    begunTwice: (name: string) =>
      `    Les deux branches ont commencé un texte sous ce nom. Si ce sont deux textes, gardez les deux : « git show ":2:${name}" » rend le vôtre, « git show ":3:${name}" » l’autre, à mettre sous un autre nom.\n`,
    reread: (name: string, line: number) => `${name}, ligne ${line}, à relire :`,
    hands: (ours: string, theirs: string, sameSentence: boolean) =>
      `« ${ours} » et « ${theirs} » ont changé ${sameSentence ? 'la même phrase' : 'des phrases voisines'}`,
  },
  {
    conflicts: (name, count) => `${name}: ${counted.en(count, 'conflict')}\n`,
    begunTwice: (name) =>
      `    Both branches began a text under this name. If they are two texts, keep both: “git show ":2:${name}"” gives yours back, “git show ":3:${name}"” the other, to be put under another name.\n`,
    reread: (name, line) => `${name}, line ${line}, to be read again:`,
    hands: (ours, theirs, sameSentence) =>
      `“${ours}” and “${theirs}” changed ${sameSentence ? 'the same sentence' : 'neighbouring sentences'}`,
  },
)
