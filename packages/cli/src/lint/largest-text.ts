/** Larger loose texts are not read. In bytes. */
export const LARGEST = 10 * 1024 * 1024
