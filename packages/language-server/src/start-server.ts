import {
  createConnection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver'
import { createProtocolConnection } from 'vscode-languageserver/node'
import { capabilitiesFor } from './capabilities.ts'
import { clientOf } from './client.ts'
import type { Outside } from './outside.ts'
import { HeldReader } from './wire/held-reader.ts'
import { inOrder } from './wire/in-order.ts'
import { ToldWriter } from './wire/told-writer.ts'

/**
 * Answers an editor until it goes away. Whatever answers is loaded before the editor is told what
 * it can ask, so that the first text has not to wait for it; no file is read before. What an editor
 * says without waiting for that is held until then.
 */
export function startServer(outside: Outside): void {
  const { input, output } = outside
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit: outside.exit }
  const reader = new HeldReader(input)
  const writer = new ToldWriter(output)
  const order = { messageStrategy: inOrder(writer) }
  const connection = createConnection(
    (logger) => createProtocolConnection(reader, writer, logger, order),
    watchDog,
  )
  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    const client = clientOf(params)
    const [{ answerAll }, parser, memory] = await Promise.all([
      import('./answer-all.ts'),
      outside.parser?.(),
      outside.memory?.(),
    ])
    writer.told.then(() => {
      answerAll(connection, client, params, outside, parser, memory)
      reader.release()
    })
    return {
      serverInfo: { name: 'cahier', version: outside.version },
      capabilities: capabilitiesFor(client),
    }
  })
  // However the client goes, nobody is left to answer.
  for (const end of ['end', 'close'])
    input.on(end, () => outside.exit(watchDog.shutdownReceived ? 0 : 1))
  connection.listen()
}
