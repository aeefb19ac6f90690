/**
 * Zeebe's Elasticsearch exporter takes a host and a port, never a path. The relay gives it a port of its own and passes
 * what comes there on to the ingestion endpoint, path and all.
 */
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface RecordRelay {
  readonly port: number;
  close(): Promise<void>;
}

/** @param port where Zeebe was told to send to at an earlier start; 0 for a free one */
export async function startRecordRelay(target: URL, port: number): Promise<RecordRelay> {
  const server = createServer((incoming, outgoing) => relay(target, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function relay(target: URL, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { host: _, connection: __, ...headers } = incoming.headers;
  const path = `${target.pathname.replace(/\/$/, '')}${incoming.url ?? '/'}`;
  const { hostname, port } = target;
  const request = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const forwarded = request({ hostname, port, path, method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  forwarded.on('error', () => {
    // The exporter tries again; it must see that this is an Elasticsearch that is away.
    if (!outgoing.headersSent) outgoing.writeHead(503, { 'X-Elastic-Product': 'Elasticsearch' });
    outgoing.end();
  });
  incoming.pipe(forwarded);
}
