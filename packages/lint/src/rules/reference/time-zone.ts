import { fieldPlace } from '../../document/documents.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reports a time zone that does not exist. Rounds (votes) end at midnight in that zone. */
export const timeZone: Rule = {
  id: 'reference/time-zone',
  severity: 'error',
  alwaysOn: true,
  messages: {
    unknown: {
      fr: '« {zone} » n’est pas un fuseau horaire : écrivez par exemple Europe/Paris',
      en: '“{zone}” is not a time zone: write for instance Europe/Paris',
    },
  },
  document({ programme, document, report }) {
    const { timezone } = programme.manifest
    if (document.kind !== 'manifest' || exists(timezone)) return
    report('unknown', fieldPlace(document, '/timezone'), { zone: timezone })
  },
}

function exists(zone: string) {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
