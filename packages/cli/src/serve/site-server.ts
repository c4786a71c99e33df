import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname } from 'node:path'
import type { Language } from '@cahier/core'

/** The bytes of a page or picture; `undefined` when there is none. */
export type PageAt = (path: string) => Uint8Array | undefined

/**
 * Serves pages to this machine only. Refuses requests for other host names, against DNS rebinding.
 * The returned `reload` makes every open page load again.
 * @throws NodeJS.ErrnoException `EADDRINUSE` when the port is taken.
 */
export async function serveSite(pageAt: PageAt, port: number) {
  const waiting = new Set<ServerResponse>()
  let warning = ''
  const server = createServer((request, response) => {
    const { status = 200, type, body, headers } = answerTo(request, pageAt)
    response.writeHead(status, { ...HEADERS, ...headers, 'content-type': type })
    if (body !== undefined) response.end(request.method === 'HEAD' ? undefined : body)
    else {
      response.write(`: \n\n${warning}`)
      waiting.add(response)
      response.on('close', () => waiting.delete(response))
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : port
  const tell = (event: string) => {
    for (const page of waiting) page.write(event)
  }
  return {
    address: `http://127.0.0.1:${taken}/`,
    reload: () => {
      warning = ''
      tell('data: reload\n\n')
    },
    /** Shows a warning on every open page, until the next `reload`. */
    warn: (textContent: string, lang: Language) => {
      warning = `event: warning\ndata: ${JSON.stringify({ textContent, lang })}\n\n`
      tell(warning)
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const page of waiting) page.end()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]'])
const EVENTS = '/.cahier/events'
const SCRIPT = '/.cahier/reload.js'

/** Without `body`, the connection stays open for events. */
interface Answer {
  readonly status?: number
  readonly type: string
  readonly body?: string | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

function answerTo(request: IncomingMessage, pageAt: PageAt): Answer {
  const text = (status: number, body: string, headers = {}): Answer => ({
    status,
    type: 'text/plain; charset=utf-8',
    body,
    headers,
  })
  const host = /^(\[[^\]]*\]|[^:]*)(?::\d+)?$/.exec(request.headers.host ?? '')?.[1] ?? ''
  if (!HOSTS.has(host.toLowerCase()))
    return text(
      403,
      'Ce site n’est servi qu’à cette machine. This site is served to this machine only.\n',
    )
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return text(405, 'GET, HEAD\n', { allow: 'GET, HEAD' })
  const path = pathOf(request)
  if (path === EVENTS && request.method === 'GET') return { type: 'text/event-stream' }
  if (path === SCRIPT) return { type: 'text/javascript; charset=utf-8', body: RELOAD }
  const name = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1)
  const bytes = pageAt(name)
  if (bytes !== undefined) {
    const type = TYPES[extname(name)] ?? 'application/octet-stream'
    return { type, body: type.startsWith('text/html') ? withScript(bytes) : bytes }
  }
  // Redirects to a final slash: without it, relative links would lead elsewhere.
  return pageAt(`${name}/index.html`) === undefined
    ? text(404, `« ${name} » n’est pas dans le site. “${name}” is not in the site.\n`)
    : text(301, `/${name}/\n`, { location: encodeURI(`/${name}/`) })
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

const RELOAD = `const events = new EventSource('${EVENTS}')
events.onmessage = () => location.reload()
const bar = document.createElement('p')
bar.setAttribute('role', 'alert')
bar.style.cssText = 'position: sticky; top: 0; z-index: 1; margin: 0 0 1em; padding: 0.5em 1em; background: #7a1f00; color: #fff'
events.addEventListener('warning', ({ data }) => document.body.prepend(Object.assign(bar, JSON.parse(data))))
`

function withScript(bytes: Uint8Array) {
  const page = Buffer.from(bytes).toString('utf8')
  const end = page.lastIndexOf('</body>')
  const at = end < 0 ? page.length : end
  return `${page.slice(0, at)}<script src="${SCRIPT}" defer></script>${page.slice(at)}`
}

function pathOf({ url = '/' }: IncomingMessage) {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/, ''))
  } catch {
    return '/?'
  }
}
