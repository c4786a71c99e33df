/** Whether a text may hold marks over its words. */
export const CRITIC_MARKS: RegExp = /\{(?:==|\+\+|--|~~|>>)|==[^\s=]/

/**
 * Writes as Markdown and HTML the marks that a line has over its words: `==words==` and those of
 * CriticMarkup. What was gone over with a marker is marked, what is taken out struck, what is put
 * in stands; remarks of authors to each other go.
 */
export function writeMarks(line: string, isCode: (at: number) => boolean): string {
  if (!CRITIC_MARKS.test(line)) return line
  return line.replace(MARKS, (whole: string, ...found: (string | number | undefined)[]) => {
    const [over, put, out, before, after, remark, marked] = found as (string | undefined)[]
    if (isCode(found[7] as number)) return whole
    if (over !== undefined || marked !== undefined) return `<mark>${over ?? marked}</mark>`
    if (put !== undefined || remark !== undefined) return put ?? ''
    return struck(out ?? before ?? '') + (after ?? '')
  })
}

const MARKS =
  /\{==(?!\})(.{1,500}?)==\}|\{\+\+(?!\})(.{1,500}?)\+\+\}|\{--(?!\})(.{1,500}?)--\}|\{~~(.{0,500}?)~>(.{0,500}?)~~\}|\{>>(.{0,500}?)<<\}|(?<![={\p{Script=Latin}\p{N}])==(?=[^\s=])([^=]{1,300})(?<=\S)==(?![=}\p{Script=Latin}\p{N}])/gu

function struck(words: string): string {
  return words.trim() === '' ? words : `<del>${words}</del>`
}
