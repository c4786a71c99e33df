/**
 * How many UTF-16 units some texts have in common at their beginning, and at their end without it.
 */
export function commonEnds(texts: readonly string[]): {
  readonly head: number
  readonly tail: number
} {
  const [first = '', ...others] = texts
  const least = Math.min(...texts.map(({ length }) => length))
  const head = Math.min(least, ...others.map((other) => commonHead(first, other)))
  const tail = Math.min(least - head, ...others.map((other) => commonTail(first, other)))
  return { head, tail }
}

/** Units that are compared at once, before one by one. */
const MANY = 128

function commonHead(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let head = 0
  while (head + MANY <= most && one.startsWith(other.slice(head, head + MANY), head)) head += MANY
  while (head < most && one.charCodeAt(head) === other.charCodeAt(head)) head += 1
  return head
}

function commonTail(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  const [end, otherEnd] = [one.length, other.length]
  let tail = 0
  while (
    tail + MANY <= most &&
    one.startsWith(other.slice(otherEnd - tail - MANY, otherEnd - tail), end - tail - MANY)
  )
    tail += MANY
  while (tail < most && one.charCodeAt(end - tail - 1) === other.charCodeAt(otherEnd - tail - 1))
    tail += 1
  return tail
}
