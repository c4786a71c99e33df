import fc from 'fast-check'

/**
 * Properties are tried on the same cases at each run, so that a contribution is never held up by a
 * case that it has nothing to do with. New ones are looked for by hand: FAST_CHECK_SEED=random, or
 * any number, npm run test:unit. What fails prints its seed.
 */
const wanted = process.env.FAST_CHECK_SEED ?? '20261124'
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })
