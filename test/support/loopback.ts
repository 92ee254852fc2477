// A server on loopback whose connections can all be closed, and that a client which goes away does not harm.
import type { Server, Socket } from 'node:net';
import { closed, type Listening, listening, portOf } from '../../src/rehearsal/sockets.ts';

export async function openServer(server: Server): Promise<Listening> {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
  });
  await listening(server);
  return { port: portOf(server), close: () => closed(server, open) };
}
