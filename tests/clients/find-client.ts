import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'

/**
 * The programs of others that read what we publish, and the command names under which systems know
 * them.
 */
const commandsOf = {
  java: ['java'],
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  jing: ['jing'],
  libreoffice: ['soffice', 'libreoffice'],
  pdfinfo: ['pdfinfo'],
  pdftotext: ['pdftotext'],
  python: ['python3'],
  /** A Python that can speak to LibreOffice. */
  uno: ['python3'],
  apt: ['apt-get'],
  openssh: ['ssh-keygen'],
  neovim: ['nvim'],
} as const

/**
 * Those that come from npm, each in a folder of its own beside this file, which `install.sh` fills:
 * what Node runs, or a Node.
 */
const scriptsOf = {
  ace: 'ace/node_modules/@daisy/ace-cli/bin/ace.js',
  node22: 'node/node_modules/node22/bin/node',
  node24: 'node/node_modules/node24/bin/node',
  vscode: 'vscode/node_modules/code-server/lib/vscode/out/server-main.js',
  'yaml-language-server': 'yaml/node_modules/yaml-language-server/bin/yaml-language-server',
} as const

export type Client = keyof typeof commandsOf | keyof typeof scriptsOf

/** The absolute path of a client, or nothing when it is not installed. */
export function findClient(client: Client): string | undefined {
  if (isScript(client)) {
    const script = join(import.meta.dirname, scriptsOf[client])
    return existsSync(script) ? script : undefined
  }
  const folders = (process.env.PATH ?? '').split(delimiter)
  return commandsOf[client]
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .find((path) => isExecutable(path) && (client !== 'uno' || speaksUno(path)))
}

/** The absolute path of a client that the test asked for with `testWith`. */
export function pathOf(client: Client): string {
  const path = findClient(client)
  if (path === undefined)
    throw new Error(`${client} is not installed: run tests/clients/install.sh`)
  return path
}

/**
 * A test that needs clients: where one is missing it is skipped by name, save in continuous
 * integration, where that fails.
 */
export function testWith(
  clients: readonly Client[],
  name: string,
  run: () => Promise<void> | void,
): void {
  const missing = clients.filter((client) => findClient(client) === undefined)
  const fullName = missing.length === 0 ? name : `${name} (not installed: ${missing.join(', ')})`
  test.skipIf(missing.length > 0 && process.env.CI !== 'true')(fullName, () => {
    expect(missing, 'clients that are not installed').toEqual([])
    return run()
  })
}

function isScript(client: Client): client is keyof typeof scriptsOf {
  return client in scriptsOf
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function speaksUno(python: string): boolean {
  return spawnSync(python, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0
}
