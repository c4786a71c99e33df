import {
  createConnection,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver'
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
import { capabilitiesFor } from '../protocol/capabilities.ts'
import { clientOf } from '../protocol/client.ts'
import { giveWay } from './in-slices.ts'
import type { ServerOptions } from './options.ts'

/**
 * Answers an editor until it goes away. Whatever answers is loaded before the editor is told what
 * it can ask, so that the first text has not to wait for it; no file is read before. What an editor
 * says without waiting for that is held until then.
 */
export function startServer(options: ServerOptions): void {
  const { input, output } = options
  const watchDog = { shutdownReceived: false, initialize: () => {}, exit: options.exit }
  const reader = new QueueingReader(input)
  const writer = new AnnouncingWriter(output)
  const order = { messageStrategy: orderOfMessages(writer) }
  const connection = createConnection(
    (logger) => createProtocolConnection(reader, writer, logger, order),
    watchDog,
  )
  connection.onInitialize(async (params: InitializeParams): Promise<InitializeResult> => {
    const client = clientOf(params)
    const [{ answerAll }, parser, cache] = await Promise.all([
      import('./answer-all.ts'),
      options.parser?.(),
      options.cache?.(),
    ])
    writer.told.then(() => {
      answerAll(connection, client, params, options, parser, cache)
      reader.release()
    })
    return {
      serverInfo: { name: 'cahier', version: options.version },
      capabilities: capabilitiesFor(client),
    }
  })
  // However the client goes, nobody is left to answer.
  for (const end of ['end', 'close'])
    input.on(end, () => options.exit(watchDog.shutdownReceived ? 0 : 1))
  connection.listen()
}

/**
 * Writes what an editor is told, and knows when the first of it is gone. A class because the
 * protocol's writer is one.
 */
class AnnouncingWriter extends StreamMessageWriter {
  #tell: () => void = () => {}
  /** Kept once the first message was written. */
  readonly told = new Promise<void>((resolve) => {
    this.#tell = resolve
  })

  override async write(message: Message): Promise<void> {
    await super.write(message)
    this.#tell()
  }
}

/**
 * Reads what an editor says; what follows its first words is held until somebody is there to answer
 * it. A class because it lives as long as the editor does.
 */
class QueueingReader extends StreamMessageReader {
  #held: Message[] | null = []
  #isGreeted = false
  #hear: DataCallback = () => {}

  override listen(hear: DataCallback): Disposable {
    this.#hear = hear
    return super.listen((message) => {
      giveWay()
      if (this.#held !== null && this.#isGreeted) this.#held.push(message)
      else hear(message)
      // What is asked before that has its answer at once: nobody would let go of what came after.
      this.#isGreeted ||= Message.isRequest(message) && message.method === 'initialize'
    })
  }

  /** Somebody is there: what was held is heard, in its order, and all that follows. */
  release(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const message of held) this.#hear(message)
  }
}

/**
 * Hears what an editor says in the order that the protocol has: introductions once and first,
 * nothing after leave was taken. What is asked out of order is refused.
 */
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
