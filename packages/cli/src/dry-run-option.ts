import type { Option } from './command.ts'

/** The `--dry-run` option of a verb that writes. */
export const dryRunOption: Option = {
  type: 'boolean',
  help: {
    fr: 'montrer ce qui serait écrit, sans rien écrire',
    en: 'show what would be written, and write nothing',
  },
}
