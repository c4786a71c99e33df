import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import type { Language } from '@cahier/core'

export interface SiteServer {
  readonly address: string
  readonly reload: () => void
  /** Shows a warning on every open page, until the next `reload`. */
  readonly warn: (sentence: string, language: Language) => void
  readonly close: () => Promise<void>
}

/** The bytes of a page or picture; `undefined` when there is none. */
export type PageAt = (path: string) => Uint8Array | undefined

/**
 * Serves pages on the loopback interface. Refuses other host names, against DNS rebinding. Adds to
 * each page a script that waits for `reload`.
 * @throws NodeJS.ErrnoException `EADDRINUSE` when the port is taken.
 */
export async function serveSite(pageAt: PageAt, port: number): Promise<SiteServer> {
  const waiting = new Set<ServerResponse>()
  let warning = ''
  const server = createServer((request, response) => {
    if (asksToWait(request)) wait(response, waiting, warning)
    else answer(request, response, pageAt)
  })
  await listen(server, port)
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  return {
    address: `http://127.0.0.1:${taken}/`,
    reload: () => {
      warning = ''
      for (const page of waiting) page.write('data: reload\n\n')
    },
    warn: (textContent, lang) => {
      warning = `event: warning\ndata: ${JSON.stringify({ textContent, lang })}\n\n`
      for (const page of waiting) page.write(warning)
    },
    close: () =>
      new Promise((resolve) => {
        for (const page of waiting) page.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]'])
const EVENTS = '/.cahier/events'
const SCRIPT = '/.cahier/reload.js'

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly bytes: Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

function asksToWait(request: IncomingMessage): boolean {
  return isFromHere(request) && request.method === 'GET' && pathOf(request) === EVENTS
}

function answer(request: IncomingMessage, response: ServerResponse, pageAt: PageAt): void {
  const { status, type, bytes, headers } = answerTo(request, pageAt)
  response.writeHead(status, {
    ...HEADERS,
    ...headers,
    'content-type': type,
    'content-length': bytes.length,
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function answerTo(request: IncomingMessage, pageAt: PageAt): Answer {
  if (!isFromHere(request))
    return textAnswer(
      403,
      'Ce site n’est servi qu’à cette machine. This site is served to this machine only.\n',
    )
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return textAnswer(405, 'GET, HEAD\n', { allow: 'GET, HEAD' })
  const path = pathOf(request)
  if (path === SCRIPT)
    return { status: 200, type: 'text/javascript; charset=utf-8', bytes: Buffer.from(RELOAD) }
  const name = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
  const bytes = pageAt(name)
  // Without the final slash, relative links would lead elsewhere.
  if (bytes === undefined && pageAt(`${name}/index.html`) !== undefined)
    return textAnswer(301, `/${name}/\n`, { location: encodeURI(`/${name}/`) })
  if (bytes === undefined)
    return textAnswer(404, `« ${name} » n’est pas dans le site. “${name}” is not in the site.\n`)
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  return { status: 200, type, bytes: type.startsWith('text/html') ? withScript(bytes) : bytes }
}

function textAnswer(status: number, text: string, headers = {}): Answer {
  return { status, type: 'text/plain; charset=utf-8', bytes: Buffer.from(text), headers }
}

function isFromHere({ headers }: IncomingMessage): boolean {
  const host = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(headers.host ?? '')?.[1] ?? ''
  return HOSTS.has(host.toLowerCase())
}

function wait(response: ServerResponse, waiting: Set<ServerResponse>, warning: string): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' })
  response.write(`: \n\n${warning}`)
  waiting.add(response)
  response.on('close', () => waiting.delete(response))
}

const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'content-security-policy':
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'",
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
}

// `EventSource` connects again when a stopped server is back.
const RELOAD = `const events = new EventSource('${EVENTS}')
events.onmessage = () => location.reload()
const bar = document.createElement('p')
bar.setAttribute('role', 'alert')
bar.style.cssText = 'position: sticky; top: 0; z-index: 1; margin: 0 0 1em; padding: 0.5em 1em; background: #7a1f00; color: #fff'
events.addEventListener('warning', ({ data }) => document.body.prepend(Object.assign(bar, JSON.parse(data))))
`

function withScript(bytes: Uint8Array): Buffer {
  const page = Buffer.from(bytes).toString('utf8')
  const end = page.lastIndexOf('</body>')
  const script = `<script src="${SCRIPT}" defer></script>`
  return Buffer.from(end < 0 ? page + script : page.slice(0, end) + script + page.slice(end))
}

function pathOf({ url = '/' }: IncomingMessage): string {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''))
  } catch {
    return '/?'
  }
}
