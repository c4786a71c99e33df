// JSON values, maps and sets, in any order of keys.
export { default as isDeepStrictEqual } from 'fast-deep-equal/es6/index.js'
