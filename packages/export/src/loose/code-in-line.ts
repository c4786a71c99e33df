/** Whether a place of a line stands between two signs of code, where things are shown rather than meant. Asked from left to right. */
export function codeIn(line: string): (at: number) => boolean {
  let counted = 0
  let isCode = false
  return (at) => {
    for (let tick = line.indexOf('`', counted); tick >= 0 && tick < at; tick = line.indexOf('`', tick + 1)) {
      isCode = !isCode
      counted = tick + 1
    }
    return isCode
  }
}
