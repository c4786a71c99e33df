import type { Element } from 'xast'
import { labelled } from '../edition/labels.ts'
import { circumstances, type Statement } from '../edition/measure.ts'
import type { Desk } from './desk.ts'
import { paragraph, plain, span } from './paragraph.ts'

/**
 * A reservation or an objection in its author's words, set in with a rule on its left: who speaks,
 * what they say, what would lift it.
 */
export function statement(
  said: Statement,
  prefix: readonly (string | number)[],
  { edition, anchors }: Desk,
): Element[] {
  const { words, language } = edition
  const style = 'Cahier_20_Dissent'
  const speaker = [
    span('Cahier_20_Collective', said.collectiveName),
    ...(said.example
      ? [...plain(' ('), span('Cahier_20_Example', words.example), ...plain(')')]
      : []),
    ...plain(`, ${circumstances(said, edition)}`),
  ]
  const argument = said.argument
    .split(/\n\s*\n/)
    .map((part) => part.trim().replace(/\s*\n\s*/g, ' '))
    .filter((part) => part !== '')
  const lift = [
    span('Cahier_20_Label', labelled(words.liftsIf, language)),
    ...plain(` ${said.liftsIf}`),
  ]
  return [
    paragraph({ style: 'Cahier_20_Dissent_20_Speaker', name: anchors(...prefix), text: speaker }),
    ...argument.map((part, index) =>
      paragraph({ style, name: anchors(...prefix, 'p', index + 1), text: plain(part) }),
    ),
    ...(said.liftsIf === ''
      ? []
      : [paragraph({ style, name: anchors(...prefix, 'lift'), text: lift })]),
  ]
}
