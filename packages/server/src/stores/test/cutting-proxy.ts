import { createServer, connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** Lies between a client and PostgreSQL's socket, and cuts the line when it is told to. */
export interface CuttingProxy {
  port: number;
  /** Cut at the next COMMIT: before it arrives, or after it did and before its answer comes back. */
  cut: 'before' | 'after' | undefined;
  close(): Promise<void>;
}

/** Starts the proxy in front of a Unix socket. */
export async function cuttingProxy(socketPath: string): Promise<CuttingProxy> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(socketPath);
    for (const end of [client, database]) {
      open.add(end);
      end.on('error', () => undefined);
      end.on('close', () => open.delete(end));
    }
    let isMuted = false;
    client.on('data', (data) => {
      if (proxy.cut && data.includes('COMMIT\0')) {
        const { cut } = proxy;
        proxy.cut = undefined;
        isMuted = true;
        if (cut === 'before') return void [client, database].map((end) => end.destroy());
        // The answer tells that the commit is done; nobody gets it.
        database.once('data', () => [client, database].map((end) => end.destroy()));
      }
      database.write(data);
    });
    database.on('data', (data) => void (isMuted || client.write(data)));
    client.on('close', () => database.end());
    database.on('close', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const proxy: CuttingProxy = {
    // A server that listens on TCP has an address with a port.
    port: typeof address === 'object' && address ? address.port : 0,
    cut: undefined,
    async close() {
      for (const end of open) end.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}
