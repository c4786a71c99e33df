/**
 * The beginning of a text, word for word, in at most `most` characters: whole sentences if one
 * fits, and « […] » where the rest was.
 */
export function excerpt(text: string, most: number): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ')
  if (line.length <= most) return line
  const room = line.slice(0, most - CUT.length)
  const sentences = /^.*[.?!…][”"’)]*(?:[\u00A0\u202F]»)?(?= )/u.exec(room)?.[0]
  return `${sentences ?? room.slice(0, room.lastIndexOf(' ') > 0 ? room.lastIndexOf(' ') : room.length)}${CUT}`
}

const CUT = ' […]'
