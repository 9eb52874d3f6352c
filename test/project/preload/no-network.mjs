import dns from 'node:dns'
import net from 'node:net'

/** Loaded before a command by a test: whatever would reach for a network ends the process with a status of its own. */
const refuse = (name) => () => {
  process.stderr.write(`${name} was called\n`)
  process.exit(99)
}

net.Socket.prototype.connect = refuse('connect')
dns.lookup = refuse('lookup')
dns.promises.lookup = refuse('lookup')
globalThis.fetch = refuse('fetch')
