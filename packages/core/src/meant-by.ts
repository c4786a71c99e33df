import { nearest, slugOf } from './nearest.ts'

/** The candidate that was meant, by its name or by another that people give it, well spelt or not; `''` when there is none. */
export function meantBy(written: string, candidates: readonly string[], aliases: Readonly<Record<string, string>> = {}): string {
  const meant = aliasOf(aliases, written) || nearest(written, candidates)
  return meant === '' ? (aliases[nearest(written, Object.keys(aliases))] ?? '') : meant
}

/** A map of one key, on one line. */
export function mapOfOne(key: string, value: string): string {
  return `{${key}: ${inFlow(value)}}`
}

/** A word of a vocabulary, on one line, of which people wrote the title, and maybe the id. */
export function termOf(title: string, id = title): string {
  return `{id: ${slugOf(id)}, title: ${inFlow(title)}}`
}

function inFlow(value: string): string {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{N}\p{M} '’.()-]*$/u.test(value) && !/^(?:[\d.]+|true|false|null)$/i.test(value)
  return isPlain ? value : JSON.stringify(value)
}

/** The things that a writer lists, with commas, bullets or lines, one bracket missing. */
export function itemsIn(value: string): readonly string[] {
  return value
    .replace(/^\s*\[|\]\s*$/g, '')
    .split(/\s*[,;\n]\s*|(?:^|\s+)[-–—•·*]\s*/)
    .filter((item) => item !== '')
}

function aliasOf(aliases: Readonly<Record<string, string>> | undefined, written: string): string {
  const key = [written, written.toLowerCase(), slugOf(written)].find((one) => aliases !== undefined && Object.hasOwn(aliases, one))
  return key === undefined ? '' : (aliases?.[key] ?? '')
}
