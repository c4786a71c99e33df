// `cahier serve`: serves the site on this machine and rebuilds it at each save.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { asSentence, typeset } from '@cahier/core'
import { exporters } from '@cahier/export'
import { dateOption, refuseArguments, valueOption } from '../arguments/options.ts'
import { selectionFromOptions, selectionOptions } from '../arguments/selection.ts'
import { UsageError, wrongValue } from '../arguments/usage-error.ts'
import { type Command, type Invocation, inBothLanguages } from '../command.ts'
import { systemCode } from '../disk/files.ts'
import { watchFolder } from '../disk/watch.ts'
import { openProgramme } from '../programme/open.ts'
import { unreadInWords, unreadPaths } from '../programme/unread.ts'
import { refuseUnreadable, selectedEdition } from '../published/edition.ts'
import { type PageAt, serveSite } from '../serve/site-server.ts'
import { interrupted } from '../terminal/interruptions.ts'

export const command: Command = {
  usage: '',
  help: {
    fr: 'Pour cette machine seulement. La page ouverte se recharge d’elle-même. Tout y est, marqué selon où en est chaque proposition, même les brouillons. Rien n’est écrit sur le disque.',
    en: 'On this machine only. The open page reloads by itself. Everything is there, drafts included, marked with where each proposal stands. Nothing is written to the disk.',
  },
  examples: ['', '--port 9000', '--for ADDRESSEE'],
  options: {
    port: valueOption(
      'N',
      'le port (sinon 8377, ou un autre s’il est pris)',
      'the port (default: 8377, or another if it is taken)',
    ),
    ...selectionOptions,
    date: dateOption,
  },
  async run(invocation) {
    const { folder, language, say, sayError } = invocation
    refuseArguments(invocation)
    const port = portIn(invocation)
    const words = WORDS[language]
    let site = buildSite(invocation)
    const server = await opened((path) => site.pages.get(path), port)
    const warn = (sentence: string) => server.warn(typeset(sentence, language), language)
    const warnUnread = () => {
      if (site.unread.length > 0) warn(unreadInWords(site.unread, language))
    }
    const keep = (why: string) => {
      const sentence = asSentence(words.kept(why))
      warn(sentence)
      sayError(`${sentence}\n`)
    }
    if (site.unread.length > 0) sayError(`${unreadInWords(site.unread, language)}\n`)
    warnUnread()
    const unwatch = await watchFolder(folder, () => {
      try {
        const next = buildSite(invocation)
        // When a save makes a file unreadable, the old site stays.
        const broken = next.unread.filter((path) => !site.unread.includes(path))
        if (broken.length > 0) return keep(words.unread(broken.join(', ')))
        site = next
        server.reload()
        warnUnread()
      } catch (error) {
        if (!(error instanceof UsageError)) throw error
        keep(error.sentence[language])
      }
    }).catch(async (error: unknown) => {
      await server.close()
      throw error
    })
    say(`${words.ready(server.address)}\n`)
    await interrupted()
    await unwatch()
    await server.close()
    return 0
  },
}

/** The site that `publish` would write, with every proposal unless `--status` is given. */
function buildSite(invocation: Invocation) {
  const programme = openProgramme(invocation)
  refuseUnreadable(programme)
  const selection = selectionFromOptions(invocation, programme, 'all')
  const { edition } = selectedEdition(programme, selection, invocation)
  const readAsset = (path: string) => readFileSync(join(invocation.folder, path))
  const files = exporters.html?.render(edition, { readAsset }) ?? []
  return {
    pages: new Map(files.map(({ path, bytes }) => [path.replace(/^site\//, ''), bytes])),
    unread: unreadPaths(programme),
  }
}

const DEFAULT_PORT = 8377

function portIn({ values }: Invocation) {
  if (values.port === undefined) return null
  const port = Number(values.port)
  if (/^\d{1,5}$/.test(String(values.port)) && port <= 65535) return port
  throw wrongValue('port', values.port, {
    fr: 'un nombre de 0 à 65535',
    en: 'a number from 0 to 65535',
  })
}

async function opened(pageAt: PageAt, port: number | null) {
  try {
    return await serveSite(pageAt, port ?? DEFAULT_PORT)
  } catch (error) {
    const code = systemCode(error)
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    if (port === null) return serveSite(pageAt, 0)
    throw new UsageError(
      `le port ${port} ne peut pas être pris (${code}) : choisissez-en un autre, ou laissez cahier choisir`,
      `port ${port} cannot be taken (${code}): choose another, or let cahier choose`,
    )
  }
}

const WORDS = inBothLanguages(
  {
    ready: (address: string) =>
      `Le site est là, pour cette machine seulement : ${address}\nIl se refait à chaque enregistrement. Ctrl-C pour arrêter.`,
    kept: (why: string) => `la page reste comme elle était : ${why}`,
    unread: (paths: string) => `« ${paths} » ne se lit pas en entier, lancez « cahier lint »`,
  },
  {
    ready: (address) =>
      `The site is there, for this machine only: ${address}\nIt is rebuilt each time a file is saved. Ctrl-C to stop.`,
    kept: (why) => `the page stays as it was: ${why}`,
    unread: (paths) => `“${paths}” cannot be read whole, run “cahier lint”`,
  },
)
