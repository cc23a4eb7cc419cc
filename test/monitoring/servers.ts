import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_MS = 120_000;

/**
 * Asks until it is so: what is not listening yet is asked again. Throws where it does not come about in two minutes.
 */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await holds().catch(() => false))) {
    if (Date.now() > end) throw new Error('it did not come about');
    await pause(200);
  }
}

/** An address of this machine that nothing listens on. */
export async function freeAddress(): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(`127.0.0.1:${String(address.port)}`)
          : reject(new Error('no port')),
      );
    });
  });
}

/** Ends servers, and waits until they have ended. */
export async function end(servers: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill();
      await ended;
    }),
  );
}
