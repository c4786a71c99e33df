import { createConnection } from 'vscode-languageserver'
import {
  createProtocolConnection,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { announceMessage } from '../in-slices.ts'
import { initializeResultFor } from '../protocol/capabilities.ts'
import { clientOf } from '../protocol/client.ts'
import type { ServerOptions } from './options.ts'

/**
 * Serves a client until it disconnects. The code that answers requests is loaded during
 * `initialize`. Messages that arrive meanwhile wait.
 */
export function startServer(options: ServerOptions): void {
  const { input, output } = options
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit: options.exit }
  const reader = new QueueingReader(input)
  const writer = new StreamMessageWriter(output)
  const order = { messageStrategy: orderOfMessages(writer) }
  const connection = createConnection(
    (logger) => createProtocolConnection(reader, writer, logger, order),
    watchDog,
  )
  connection.onInitialize(async (params) => {
    const client = clientOf(params)
    const [{ answerAll }, parser, cache] = await Promise.all([
      import('./answer-all.ts'),
      options.parser?.(),
      options.cache?.(),
    ])
    // The answer to `initialize` is written first.
    setImmediate(() => {
      answerAll(connection, client, params, options, parser, cache)
      reader.release()
    })
    return initializeResultFor(client, options.version)
  })
  // The client has disconnected, with or without the message `exit`.
  for (const end of ['end', 'close'])
    input.on(end, () => options.exit(watchDog.shutdownReceived ? 0 : 1))
  connection.listen()
}

// A reader that holds back the messages after `initialize` until `release`.
class QueueingReader extends StreamMessageReader {
  #held: Message[] | null = []
  #isGreeted = false
  #hear: DataCallback = () => {}

  override listen(hear: DataCallback): Disposable {
    this.#hear = hear
    return super.listen((message) => {
      announceMessage()
      if (this.#held !== null && this.#isGreeted) this.#held.push(message)
      else hear(message)
      // Messages before `initialize` are not held: such requests are refused.
      this.#isGreeted ||= Message.isRequest(message) && message.method === 'initialize'
    })
  }

  release() {
    const held = this.#held ?? []
    this.#held = null
    for (const message of held) this.#hear(message)
  }
}

// The protocol forbids requests before `initialize` or after `shutdown`, and a second `initialize`.
function orderOfMessages(writer: MessageWriter): MessageStrategy {
  let hasCome = false
  let hasLeft = false
  return {
    handleMessage(message, next) {
      if (!Message.isRequest(message)) {
        if (!hasLeft || (Message.isNotification(message) && message.method === 'exit'))
          next(message)
        return
      }
      const { id, method } = message
      const isGreeting = method === 'initialize'
      if (hasLeft || isGreeting === hasCome) {
        const code = hasCome ? ErrorCodes.InvalidRequest : ErrorCodes.ServerNotInitialized
        writer.write({
          jsonrpc: '2.0',
          id,
          error: { code, message: `${method} out of order` },
        } as Message)
        return
      }
      hasCome = true
      hasLeft = method === 'shutdown'
      next(message)
    },
  }
}
