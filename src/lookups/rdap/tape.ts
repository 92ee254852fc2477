// A connection that keeps every octet that goes over it, between the HTTP parser and the socket: evidence as it was sent
// and received, under TLS as it was before encryption. It also stops what is larger than any honest answer.
import { Duplex } from 'node:stream';

export interface Tape {
  readonly stream: Duplex;
  sent(): Uint8Array;
  received(): Uint8Array;
  /** More than the limit came; the connection was closed. */
  overrun(): boolean;
}

export function record(socket: Duplex, limit: number): Tape {
  const sent: Buffer[] = [];
  const received: Buffer[] = [];
  let size = 0;
  let ended = false;
  const stream = new Duplex({
    read: () => void socket.resume(),
    write(chunk: Buffer, _encoding, done) {
      sent.push(chunk);
      socket.write(chunk, done);
    },
    final: (done) => void socket.end(done),
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Buffer) => {
    size += chunk.length;
    received.push(chunk);
    if (size > limit) stream.destroy();
    else if (!stream.push(chunk)) socket.pause();
  });
  socket.once('end', () => {
    ended = true;
    stream.push(null);
  });
  socket.on('error', (error) => void stream.destroy(error));
  // What ends without an end was cut off: without an error here it would pass for a whole body of unstated length.
  socket.once('close', () => void (ended || stream.destroy(new Error('closed'))));
  return {
    stream,
    sent: () => Buffer.concat(sent),
    received: () => Buffer.concat(received).subarray(0, limit),
    overrun: () => size > limit,
  };
}
