import { createConnection, type InitializeParams, type InitializeResult } from 'vscode-languageserver'
import { createProtocolConnection } from 'vscode-languageserver/node'
import { capabilitiesFor } from './capabilities.ts'
import { clientOf } from './client.ts'
import { HeldReader } from './held-reader.ts'
import { inOrder } from './in-order.ts'
import type { Outside } from './outside.ts'
import { ToldWriter } from './told-writer.ts'

/**
 * Answers an editor until it goes away. What it can ask is said at once, for nothing need be read to know it; whoever answers the rest is loaded
 * only then, and what the editor says meanwhile waits.
 */
export function startServer(outside: Outside): void {
  const { input, output } = outside
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit: outside.exit }
  const reader = new HeldReader(input)
  const writer = new ToldWriter(output)
  const order = { messageStrategy: inOrder(writer) }
  const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger, order), watchDog)
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const client = clientOf(params)
    writer.told
      .then(() => outside.parser?.())
      .then(async (parser) => (await import('./answer-all.ts')).answerAll(connection, client, params, outside, parser))
      .then(() => reader.release())
    return { serverInfo: { name: 'cahier', version: outside.version }, capabilities: capabilitiesFor(client) }
  })
  // However the client goes, nobody is left to answer.
  for (const end of ['end', 'close']) input.on(end, () => outside.exit(watchDog.shutdownReceived ? 0 : 1))
  connection.listen()
}
