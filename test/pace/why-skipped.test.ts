import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reasonOf } from '../../scripts/powershell/install.ts';

const run = promisify(execFile);

/** Why a program that Node runs did not do it. */
async function whyNot(program: string, timeout = 0): Promise<string> {
  return run(process.execPath, ['--eval', program], { timeout }).then(() => 'it did', reasonOf);
}

describe('a lane that skips says the true reason', () => {
  it.each([
    [
      'the first error, also where more follows',
      "console.log('Restoring\\n x.csproj : error NU1301: no answer\\n\\nTime Elapsed 00:00:02'); process.exit(1)",
      'x.csproj : error NU1301: no answer',
    ],
    [
      'an error on stderr before one on stdout',
      "console.log('error: late'); console.error('note\\nerror: early'); process.exit(1)",
      'error: early',
    ],
    [
      'what was said last, where nothing calls itself an error',
      "console.error('a\\nneeds root\\n'); process.exit(75)",
      'needs root',
    ],
  ])('%s', async (_, program, reason) => {
    expect(await whyNot(program)).toBe(reason);
  });

  it('a program that is not there, by its name', async () => {
    expect(await run('/no/such/dotnet', []).then(() => 'it did', reasonOf)).toBe(
      '/no/such/dotnet is not on this machine',
    );
  });

  it('a program that was ended because it took too long', async () => {
    expect(await whyNot('setInterval(() => undefined, 1000)', 200)).toMatch(/^it took too long: .*setInterval/);
  });
});
