import { slugOf } from './nearest.ts'

/** A map of one key, on one line. */
export function mapOfOne(key: string, value: string): string {
  return `{${key}: ${inFlow(value)}}`
}

/** A word of a vocabulary, on one line, of which people wrote the title, and maybe the id. */
export function mapOfTerm(title: string, id = title): string {
  return `{id: ${slugOf(id)}, title: ${inFlow(title)}}`
}

function inFlow(value: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’.()-]*$/u.test(value) && !/^(?:[\d.]+|true|false|null)$/i.test(value)
  return isPlain ? value : JSON.stringify(value)
}

/** A list, on one line, of the things that people wrote with commas, bullets or lines, one bracket missing. */
export function listOfItems(value: string): string {
  const items = value.replace(/^\s*\[|\]\s*$/g, '').split(/\s*[,;\n]\s*|(?:^|\s+)[-–—•·*]\s*/)
  return `[${items.filter((item) => item !== '').join(', ')}]`
}
