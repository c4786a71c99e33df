import type { Messages } from './message.ts'

/** What is said of a colon that lacks, or that its value touches. */
export const COLON = {
  none: {
    fr: ({ key, line }) => `il manque les deux-points après « ${key} ». Écrivez : ${line}`,
    en: ({ key, line }) => `a colon is missing after “${key}”. Write: ${line}`,
  },
  glued: {
    fr: ({ key, line }) =>
      `il manque une espace après les deux-points de « ${key} ». Écrivez : ${line}`,
    en: ({ key, line }) => `a space is missing after the colon of “${key}”. Write: ${line}`,
  },
} satisfies Messages
