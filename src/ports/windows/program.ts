import { join } from 'node:path';
import process from 'node:process';
import { asciiJsonLine } from '../../text/text-file.ts';
import { addressesOf, isConnectable } from './look-up.ts';

/**
 * The programs of our own on a real terminal, as one executable: `node windows.js network|tool ARGS…`. Names are looked up apart
 * from the console because a look-up that hangs holds up every file that Node reads.
 */
const BAD_PARAMETER = 87;

async function main([program, ...args]: readonly string[]): Promise<number> {
  switch (program) {
    case 'network':
      return network(args);
    case 'tool':
      // What drives windows takes longer to load than a look-up takes.
      return (await import('./tool-driver/tool-program.ts')).toolProgram(
        args,
        process.env,
        process.stdout,
        join(import.meta.dirname, 'powershell'),
      );
    case undefined:
    default:
      return BAD_PARAMETER;
  }
}

/** `resolve HOST` and `connect HOST PORT`, each one line of JSON. */
async function network([verb, host, port]: readonly string[]): Promise<number> {
  if (host === undefined) return BAD_PARAMETER;
  if (verb === 'resolve') {
    write(asciiJsonLine({ addresses: await addressesOf(host) }));
    return 0;
  }
  const number = Number(port);
  if (verb !== 'connect' || !Number.isInteger(number) || number < 1 || number > 65_535) return BAD_PARAMETER;
  write(asciiJsonLine({ connected: await isConnectable(host, number) }));
  return 0;
}

function write(line: string): void {
  process.stdout.write(line);
}

const exitCode = await main(process.argv.slice(2));
// A look-up that still hangs must not keep the process: what it had to say has been said.
process.stdout.end(() => process.exit(exitCode));
