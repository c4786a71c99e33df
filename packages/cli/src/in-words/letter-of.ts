/** The letter that stands for the one of that rank, from 0: `A` to `Z`, then `AA`. */
export function letterOf(rank: number): string {
  return rank < 26
    ? String.fromCharCode(65 + rank)
    : letterOf(Math.floor(rank / 26) - 1) + letterOf(rank % 26)
}
