import { adopt, amend } from './amendments.ts'
import type { Form } from './form.ts'
import { newText } from './new-text.ts'
import { publish } from './publish.ts'
import { closeRound, openRound } from './rounds.ts'
import { stance } from './stance.ts'

/** All forms, by the id of their editor command. */
export const forms: Readonly<Record<string, Form>> = {
  'cahier.new': newText,
  'cahier.stance': stance,
  'cahier.open': openRound,
  'cahier.close': closeRound,
  'cahier.amend': amend,
  'cahier.adopt': adopt,
  'cahier.publish': publish,
}
