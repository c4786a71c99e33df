/** How a link written in one file of the folder names another. */
export function relativePath(from: string, to: string): string {
  const left = from.split('/').slice(0, -1)
  const right = to.split('/')
  let same = 0
  while (same < left.length && same < right.length - 1 && left[same] === right[same]) same++
  return [...left.slice(same).map(() => '..'), ...right.slice(same)].join('/')
}
