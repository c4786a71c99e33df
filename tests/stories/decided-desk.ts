import { type Desk, desk } from './desk.ts'

/** A desk whose members have adopted `guichet`: two of three consented, and its round is closed. */
export function decidedDesk(here: Desk = desk()): Desk {
  here.cahier('open', 'guichet', '--closes', '2025-03-22')
  for (const member of ['exemple-a', 'exemple-b'])
    here.cahier('stance', member, 'guichet', 'consent')
  here.cahier('close', 'guichet', '--date', '2025-03-23')
  return here
}
