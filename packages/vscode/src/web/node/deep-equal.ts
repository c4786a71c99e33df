// Compares JSON values, maps and sets. Keys may be in any order.
export { default as isDeepStrictEqual } from 'fast-deep-equal/es6/index.js'
