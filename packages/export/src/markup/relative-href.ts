/** Address of `to` seen from the file `from`, both relative to the same root. */
export function relativeHref(from: string, to: string): string {
  const base = from.split('/').slice(0, -1)
  const [path = '', fragment] = to.split('#')
  const target = path.split('/')
  while (base.length > 0 && target.length > 1 && base[0] === target[0]) {
    base.shift()
    target.shift()
  }
  const href = [...base.map(() => '..'), ...target].map(encodeURIComponent).join('/')
  return fragment === undefined ? href : `${href}#${fragment}`
}
