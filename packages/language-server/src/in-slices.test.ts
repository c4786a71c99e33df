import { expect, it } from 'vitest'
import { announceMessage, inSlices, now } from './in-slices.ts'

/** A message that is answered in so many turns of the engine after it was heard. */
function message(turns: number, answered: () => void): void {
  if (turns === 0) answered()
  else setImmediate(() => message(turns - 1, answered))
}

it('who asks something while many texts are gone through is answered before the next ones', async () => {
  const done: string[] = []
  await inSlices(['one', 'two'], (text) => {
    for (const since = now(); now() - since < 20; );
    done.push(text)
    if (text === 'one')
      setImmediate(() => {
        announceMessage()
        message(8, () => done.push('answer'))
      })
  })
  expect(done).toEqual(['one', 'answer', 'two'])
})
