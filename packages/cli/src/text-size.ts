import { isOfFile, type Source } from '@cahier/core/source'

/**
 * How large some texts are together, in bytes of UTF-8. Those that stand in files are not read for
 * that.
 */
export function textSize(sources: readonly Source[]): number {
  return sources.reduce(
    (sum, source) =>
      sum + (isOfFile(source) ? source.bytes.length : Buffer.byteLength(source.text)),
    0,
  )
}
