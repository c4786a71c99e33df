import { ordinaryText } from './ordinary-text.ts'

/**
 * What the `package.json` of a programme's folder says of itself; `''` when there is none, or it
 * does not say.
 */
export function packageField(folder: string, field: 'name' | 'version'): string {
  try {
    const value = (
      JSON.parse(ordinaryText(folder, 'package.json')) as Partial<Record<typeof field, unknown>>
    )[field]
    return typeof value === 'string' ? value : ''
  } catch {
    return ''
  }
}
