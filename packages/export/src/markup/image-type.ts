/** Media type and file ending of an image after its first bytes, whatever its name says; `null` for anything that must not be shown. */
export function imageType(bytes: Uint8Array): { readonly mediaType: string; readonly ending: string } | null {
  const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (ascii(0, 4) === '\x89PNG') return { mediaType: 'image/png', ending: 'png' }
  if (ascii(0, 3) === '\xff\xd8\xff') return { mediaType: 'image/jpeg', ending: 'jpg' }
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return { mediaType: 'image/gif', ending: 'gif' }
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return { mediaType: 'image/webp', ending: 'webp' }
  return isStillDrawing(bytes) ? { mediaType: 'image/svg+xml', ending: 'svg' } : null
}

/** An SVG that runs nothing, declares no entity and asks nothing of anyone. In doubt it is not: its alternative text is printed instead. */
function isStillDrawing(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes.subarray(0, 2_000_000))
  if (bytes.length > 2_000_000 || !/^\uFEFF?(?:<\?xml[^>]*>)?\s*(?:<!--[^>]*-->\s*)*<svg[\s>]/.test(text)) return false
  if (/<!(?:DOCTYPE|ENTITY)|<(?:\w+:)?(?:script|foreignObject|iframe|animate|set|handler|image|use|style|a)\b|\son\w+\s*=|@import|javascript:|&#/i.test(text)) return false
  return !/(?:href|src)\s*=|url\(\s*['"]?(?!#)/i.test(text)
}
