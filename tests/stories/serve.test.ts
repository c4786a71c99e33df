import { type IncomingHttpHeaders, request } from 'node:http'
import { expect, it } from 'vitest'
import { type Desk, desk, type Running } from './desk.ts'
import { plain } from './plain.ts'
import { until } from './until.ts'

it('shows the site to this machine, and makes it again at each save', async () => {
  const here = desk()
  const before = here.files()
  const { address, ...server } = await served(here)
  const page = await get(address)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Garantir un guichet')
  const events = await eventsOf(address)
  here.edit(
    'axes/services/guichet.md',
    'title: Garantir un guichet',
    'title: Garantir deux guichets',
  )
  await events.next('reload')
  expect((await get(address)).body).toContain('Garantir deux guichets')
  here.write('programme.yaml', 'title: [\n')
  await telling(server, 'La page reste comme elle était : « programme.yaml »')
  expect((await get(address)).body).toContain('Garantir deux guichets')
  server.child.kill('SIGINT')
  expect(await server.ended).toBe(0)
  expect(here.files()).toEqual(before)
})

it('keeps the last good page when a file breaks, and says so there and in the terminal until it is fixed', async () => {
  const here = desk()
  const { address, ...server } = await served(here)
  const events = await eventsOf(address)
  const guichet = here.read('axes/services/guichet.md')
  const why =
    'La page reste comme elle était : « axes/services/guichet.md » ne se lit pas en entier, lancez « cahier lint ».'
  here.edit('axes/services/guichet.md', 'impacts: [libertes', 'impacts: [[libertes')
  await telling(server, why)
  await events.next('La page reste comme elle était')
  expect((await get(address)).body).toContain('Garantir un guichet')
  const later = await eventsOf(address)
  await later.next('La page reste comme elle était')
  here.write(
    'axes/services/guichet.md',
    guichet.replace('Garantir un guichet', 'Garantir deux guichets'),
  )
  await events.next('reload')
  expect((await get(address)).body).toContain('Garantir deux guichets')
  here.edit('sources.yaml', '- id:', '- id: [')
  await telling(server, '« sources.yaml » ne se lit pas en entier')
})

it('says at the head of the page, and in the terminal, that the quotes of a title are not closed', async () => {
  const here = desk()
  const { address, ...server } = await served(here)
  const events = await eventsOf(address)
  here.edit('axes/services/guichet.md', 'title: Garantir un guichet', 'title: "Garantir un guichet')
  await telling(
    server,
    'La page reste comme elle était : « axes/services/guichet.md » ne se lit pas en entier, lancez « cahier lint ».',
  )
  await events.next('La page reste comme elle était')
  expect((await get(address)).body).toContain('Garantir un guichet</a>')
  expect((await get(`${address}.cahier/reload.js`)).body).toContain('document.body.prepend(')
})

it('shows what it can of a folder in which a file was broken before, and what changes there', async () => {
  const here = desk()
  here.edit('axes/services/courrier.md', 'impacts: [libertes', 'impacts: [[libertes')
  const { address, child, said } = await served(here)
  expect(plain(said.err)).toContain('il manque ici ce que dit « axes/services/courrier.md »')
  const events = await eventsOf(address)
  await events.next('il manque ici ce que dit')
  here.edit(
    'axes/services/guichet.md',
    'title: Garantir un guichet',
    'title: Garantir deux guichets',
  )
  await events.next('reload')
  expect((await get(address)).body).toContain('Garantir deux guichets')
  await (await eventsOf(address)).next('il manque ici ce que dit')
  child.kill()
})

it('is for this machine and for reading only, and publishes no script', async () => {
  const here = desk()
  const { address } = await served(here)
  expect((await get(address, { headers: { host: 'ailleurs.example' } })).status).toBe(403)
  expect(
    (await get(`${address}.cahier/events`, { headers: { host: 'ailleurs.example' } })).status,
  ).toBe(403)
  expect(await get(address, { method: 'POST' })).toMatchObject({
    status: 405,
    headers: { allow: 'GET, HEAD' },
  })
  expect((await get(`${address}..%2f..%2fetc/passwd`)).status).toBe(404)
  expect((await get(`${address}%E0%A4%A`)).status).toBe(404)
  expect((await get(address)).body.match(/<script/g)).toHaveLength(1)
  here.cahier('publish', '--format', 'html', '--status', 'all', '--out', 'sortie')
  expect(here.read('sortie/site/index.html')).not.toContain('<script')
})

it('leads to the page of an axis that is typed without its slash', async () => {
  const { address } = await served(desk())
  expect(await get(`${address}services?x`)).toMatchObject({
    status: 301,
    headers: { location: '/services/' },
  })
  expect((await get(`${address}services/`)).status).toBe(200)
  expect((await get(`${address}absent`)).status).toBe(404)
})

it('says what it cannot do', () => {
  const here = desk()
  expect(here.cahier('serve', '--port', 'beaucoup')).toMatchObject({ code: 2 })
  expect(plain(here.cahier('serve', 'ici').err)).toContain('ne prend pas « ici »')
})

async function served(here: Desk): Promise<Running & { readonly address: string }> {
  const running = here.start('serve', '--port', '0')
  const address = () =>
    /http:\/\/127\.0\.0\.1:\d+\//.exec(running.said.out + running.said.err)?.[0] ?? ''
  await until(() => address() !== '')
  return { ...running, address: address() }
}

function telling({ said }: Running, words: string): Promise<void> {
  return until(() => plain(said.out + said.err).includes(words))
}

interface Page {
  readonly status: number
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

function get(
  address: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Page> {
  return new Promise((resolve, reject) => {
    const asked = request(address, options, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
      )
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The open end of a page that waits to be loaded again. */
function eventsOf(address: string): Promise<{ readonly next: (word: string) => Promise<void> }> {
  return new Promise((open, reject) => {
    const asked = request(`${address}.cahier/events`, (response) => {
      let heard = ''
      let waiting = () => {}
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        heard += chunk
        waiting()
      })
      response.on('error', () => {})
      open({
        next: (word) =>
          new Promise((resolve) => {
            waiting = () => heard.includes(word) && resolve()
            waiting()
          }),
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
