/**
 * The text of a file, and what had to be supposed: nothing, an old encoding, or that it is no text
 * at all.
 */
export interface DecodedText {
  /** `''` when it is no text. */
  readonly text: string
  readonly fault: '' | 'encoding' | 'binary'
}

/**
 * Reads UTF-8, UTF-16 where a mark says so, and everything else as Windows-1252: what French was
 * written in before, Latin-1 included.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), fault: '' }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), fault: '' }
  if (bytes.includes(0)) return { text: '', fault: 'binary' }
  try {
    return { text: utf8.decode(bytes), fault: '' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), fault: 'encoding' }
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
