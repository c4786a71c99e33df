/** Media type and file ending of an image after its first bytes, whatever its name says; `null` for anything that must not be shown. */
export function imageType(bytes: Uint8Array): { readonly mediaType: string; readonly ending: string } | null {
  const first = Array.from(bytes.subarray(0, 12), (byte) => String.fromCharCode(byte)).join('')
  // What both browsers and EPUB 3.3 reading systems must show.
  if (first.startsWith('\x89PNG\r\n\x1A\n')) return { mediaType: 'image/png', ending: 'png' }
  if (first.startsWith('\xFF\xD8\xFF')) return { mediaType: 'image/jpeg', ending: 'jpg' }
  if (/^GIF8[79]a/.test(first)) return { mediaType: 'image/gif', ending: 'gif' }
  if (first.startsWith('RIFF') && first.endsWith('WEBP')) return { mediaType: 'image/webp', ending: 'webp' }
  return isStillDrawing(bytes) ? { mediaType: 'image/svg+xml', ending: 'svg' } : null
}

/** An SVG that runs nothing, declares no entity and asks nothing of anyone. In doubt it is not: its alternative text is printed instead. */
function isStillDrawing(bytes: Uint8Array): boolean {
  if (bytes.length > largestDrawing) return false
  const text = new TextDecoder().decode(bytes)
  if (!/^\s*(?:<\?xml [^>]*>\s*)?<svg[\s>]/.test(text)) return false
  if (/<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|&#/i.test(text)) return false
  if (/<(?:[\w-]+:)?(?:script|foreignObject|iframe|animate\w*|set|handler|image|use|style|a)\b/i.test(text)) return false
  return !/\son\w+\s*=|@import|javascript:|(?:href|src)\s*=|url\(\s*['"]?(?!#)/i.test(text)
}

const largestDrawing = 2_000_000
