import { asProgram } from './as-program.ts';
import { main } from './main.ts';
import { everyPartIsThere, setUpEngine, type Part } from './ports/node/start-up.ts';

declare const OQS_CONSOLE_VERSION: string;
declare const OQS_NEEDED_NODE: string;
declare const OQS_PARTS: readonly Part[];

// The build keeps this file by itself: what it imports is in it, and everything else is loaded where its absence can be
// told.
await asProgram(process, { consoleVersion: OQS_CONSOLE_VERSION, neededNode: OQS_NEEDED_NODE }, async () => {
  everyPartIsThere(import.meta.dirname, OQS_PARTS);
  setUpEngine(process);
  return main({ folder: import.meta.dirname, ports: (ports) => ports });
});
