/** A passage on one line, cut after some words. */
export function shortened(text: string, most = 60): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1).replace(/\s+\S*$/, '')} …` : line
}
