import fc from 'fast-check'

/**
 * Properties are tried on the same cases at each run, so that a contribution is never held up by a
 * case that it has nothing to do with. New ones are looked for by hand: FAST_CHECK_SEED=random, or
 * any number, npm run test:unit. What fails prints its seed.
 *
 * `npm test` tries every case (EVERY_CASE=1). While somebody writes, `npm run test:unit` tries the
 * first ones: a property stops after a quarter of a second.
 */
const { FAST_CHECK_SEED: seed = '20261124', EVERY_CASE } = process.env
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(seed === 'random' ? {} : { seed: Number(seed) }),
  ...(EVERY_CASE === '1' ? {} : { interruptAfterTimeLimit: 250 }),
})
