import { appendFileSync } from 'node:fs';
import process from 'node:process';

/**
 * Loaded into the program before all else: what it writes to its console goes into a file as well, OQS_TAP. The console of Wine 10 does
 * not know escape sequences, although it says so: it takes their characters for cells, and breaks lines where the program did not.
 */
const file = process.env['OQS_TAP'];
const { stdout } = process;
if (file !== undefined && stdout.isTTY) {
  stdout.write = new Proxy(stdout.write, {
    apply(write, self, args: [string | Uint8Array]) {
      appendFileSync(file, args[0]);
      return Reflect.apply(write, self, args);
    },
  });
}
