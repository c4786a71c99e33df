/**
 * Milliseconds since the server began, whatever is done to the clock of the machine. What
 * `performance` tells, Node would have to load first.
 */
export function now(): number {
  return process.uptime() * 1000
}
