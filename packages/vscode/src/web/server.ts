import './node/process.ts'
import { startInWorker } from '@cahier/language-server/worker'
import manifest from '../../package.json' with { type: 'json' }
import { keepFile } from './node/fs.ts'

// The language server in a browser.
startInWorker(self as DedicatedWorkerGlobalScope, {
  keepFile,
  day: dayIn,
  // Used only without a locale; the editor always sends one.
  language: (programme) => (programme === 'en' ? 'en' : 'fr'),
  pageOfRule: () => undefined,
  version: manifest.version,
})

function dayIn(timeZone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  try {
    return new Intl.DateTimeFormat('en-CA', { ...parts, timeZone }).format(new Date())
  } catch {
    return new Date().toISOString().slice(0, 10)
  }
}
