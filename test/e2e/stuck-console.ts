/**
 * The console on a terminal that never answers. `OQS_STUCK`: `opening` and `reading` block the whole process there, as
 * a dead network drive does; `deaf` leaves a call open, whatever its signal says.
 */
import process from 'node:process';
import { asProgram } from '../../src/as-program.ts';
import { main } from '../../src/main.ts';
import type { Ports } from '../../src/ports/ports.ts';

function block(): never {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('woken');
}

async function stayOpen(): Promise<never> {
  // Keeps the process alive, as an open call does.
  setInterval(() => undefined, 1_000);
  return new Promise(() => undefined);
}

function stuck(ports: Ports): Ports {
  switch (process.env['OQS_STUCK']) {
    case 'opening':
      return { ...ports, journal: { ...ports.journal, read: block } };
    case 'reading':
      return { ...ports, files: { ...ports.files, read: block } };
    default:
      return { ...ports, files: { ...ports.files, read: stayOpen } };
  }
}

await asProgram(process, { consoleVersion: 'test', neededNode: '22.13' }, async () =>
  main({
    folder: process.env['OQS_DIST'] ?? '',
    ports: (ports) => ({ ...stuck(ports), forCheck: (id) => stuck(ports.forCheck(id)) }),
  }),
);
