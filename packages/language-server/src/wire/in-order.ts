import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
} from 'vscode-languageserver/node'

/**
 * Hears what an editor says in the order that the protocol has: introductions once and first,
 * nothing after leave was taken. What is asked out of order is refused.
 */
export function inOrder(writer: MessageWriter): MessageStrategy {
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
