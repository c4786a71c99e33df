/** Larger texts are not read. In bytes. */
export const LARGEST_TEXT = 10 * 1024 * 1024
