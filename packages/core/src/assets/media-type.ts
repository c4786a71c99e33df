/**
 * Media type told from the first bytes (WHATWG MIME sniffing, images only, and SVG by its root);
 * `application/octet-stream` otherwise.
 */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png'
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 14) === 'WEBPVP') return 'image/webp'
  if (head.slice(4, 12) === 'ftypavif') return 'image/avif'
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(
      head.replace(/^\xEF\xBB\xBF/, ''),
    )
  )
    return 'image/svg+xml'
  return 'application/octet-stream'
}
