/** Ports of the machine. */
import { createServer, connect } from 'node:net';

/** A port that nothing listens on right now. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Resolves when something accepts connections there; rejects at once when nothing does. */
export async function canConnect(port: number, host = '127.0.0.1'): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host });
    socket.setTimeout(1_000, () => socket.destroy(new Error('timed out')));
    socket.once('connect', () => {
      socket.end();
      resolve();
    });
    socket.once('error', reject);
  });
}

/** @throws Error that names the port's variable and says what to do, when something listens there already. */
export async function assertPortFree(port: number, variable: string, host = '127.0.0.1'): Promise<void> {
  const taken = await canConnect(port, host).then(
    () => true,
    () => false,
  );
  if (taken) throw new Error(`Port ${port} is taken: stop what listens there, or set ${variable} to another port.`);
}
