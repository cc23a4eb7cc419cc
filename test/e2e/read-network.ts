/**
 * Reads the check `network` of a real terminal behind a name server of its own, and writes its result as JSON, with the
 * time that it had. Run in a network of its own: `node read-network.ts LARGEST START_SECONDS`.
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { emptyHistory } from '../../src/domain/history.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { createCommands } from '../../src/ports/node/commands.ts';
import { windowsPorts } from '../../src/ports/windows/terminal.ts';
import { createSurveyor } from '../../src/probes/survey.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { fakeTrust } from '../fakes/trust.ts';
import { serveNames } from '../harness/name-server.ts';

const [largest = '', startSeconds = ''] = process.argv.slice(2);
const program = join(import.meta.dirname, '../../dist/windows.js');

await serveNames({
  largest: Number(largest),
  // So many that the answer is longer than 576 bytes, as those of the base domain are.
  addresses: (name) => (name.endsWith('.oqs-pdl.org') ? 40 : 1),
});
const proxy = createServer((socket) => socket.destroy());
await new Promise<void>((resolve) => {
  proxy.listen(8080, resolve);
});

const defaults = defaultSettings();
const begunAt = performance.now();
spawnSync(process.execPath, ['-e', '']);
/**
 * A check's time, and beside it what this machine itself takes to start the programs: next to nothing unless it is
 * busy.
 */
const checkTimeoutSeconds = defaults.limits.checkTimeoutSeconds + (3 * (performance.now() - begunAt)) / 1_000;
const settings = { ...defaults, limits: { ...defaults.limits, checkTimeoutSeconds } };
/** A slow terminal takes so long to start a program. */
const slowly = ['-c', 'sleep "$0" && exec "$@"', startSeconds, process.execPath, program, 'network'];
const commands = createCommands({
  programs: (id) => (id === 'network' ? { file: '/bin/sh', argumentsFor: (args) => [...slowly, ...args] } : null),
  clock: { now: Date.now },
});
const ports = windowsPorts(commands, {
  env: {},
  folder: '/nowhere',
  nodeFile: process.execPath,
  pid: 1234,
  dataDir: '/nowhere',
  settings,
  trust: fakeTrust(),
  ended: new AbortController().signal,
});
const reading = createSurveyor(ports).read(
  { notice: builtInNotice(), settings, history: emptyHistory, stopwatch: () => performance.now() },
  new AbortController().signal,
);
const check = (await reading).checks.find(({ id }) => id === 'network');
process.stdout.write(JSON.stringify({ ...check, hadMs: checkTimeoutSeconds * 1_000 }), () => process.exit());
