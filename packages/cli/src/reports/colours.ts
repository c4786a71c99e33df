/** The colour of each severity. */
export const COLOURS = { error: 'red', warning: 'yellow', info: 'blue' } as const
