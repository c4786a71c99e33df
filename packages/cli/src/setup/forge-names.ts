/** Forges that can check each contribution. */
export const FORGES = ['github', 'gitlab', 'forgejo'] as const
export type Forge = (typeof FORGES)[number]
