// The same octets before two readers: a name server that gives a recorded message to whoever asks, so that `dig` prints what our
// own printer prints. Only the id is the asker's.
import { execFile } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { promisify } from 'node:util';

export interface Replayed {
  /** What dig received: the message with dig's id. */
  readonly octets: Buffer;
  /** The message as dig prints it, without what dig says of itself. */
  readonly lines: readonly string[];
}

export async function asDigPrints(message: Uint8Array, name: string, type: string): Promise<Replayed> {
  const socket = createSocket('udp4');
  const octets = Buffer.from(message);
  socket.on('message', (query, from) => {
    query.copy(octets, 0, 0, 2);
    socket.send(octets, from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  try {
    const words = ['+dnssec', '+nocookie', '+nosplit', '+norec', '+tries=1', '+time=2', '+ignore'];
    const where = ['@127.0.0.1', '-p', String(socket.address().port)];
    const { stdout } = await promisify(execFile)('dig', [...where, ...words, '-t', type, '-q', name]);
    return { octets, lines: plain(ofMessage(stdout.split('\n'))) };
  } finally {
    socket.close();
  }
}

function ofMessage(lines: readonly string[]): readonly string[] {
  const from = lines.findIndex((line) => line.startsWith(';; ->>HEADER<<-'));
  const to = lines.findIndex((line) => line.startsWith(';; Query time'));
  return lines.slice(from, to).filter((line) => !line.startsWith(';; WARNING'));
}

/** How wide a column is, and where blank lines stand, says nothing. */
export function plain(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
}

/** What a server answers, octet for octet. */
export async function answerOf(address: string, query: Uint8Array): Promise<Buffer> {
  const socket = createSocket('udp4');
  try {
    socket.connect(53, address);
    await once(socket, 'connect');
    socket.send(query);
    const [answer] = await once(socket, 'message', { signal: AbortSignal.timeout(3_000) });
    return answer;
  } finally {
    socket.close();
  }
}
