import { readdirSync } from 'node:fs';
import { beforeEach, expect, it } from 'vitest';
import { wayIds } from '../../src/domain/ways.ts';
import { selftestAnswerSchema } from '../../src/selftest/document.ts';
import { DATA, layOut, onDrive, OWN_DATA, readOnDrive } from './drive.ts';
import { describeWindows } from './place.ts';
import { RUN_ONCE, valueOf } from './registry.ts';
import { SETTINGS, outdated, settings, versionInfos } from './terminal.ts';
import { run } from './wine.ts';

/** Every line of an answer by its id: its state, and whether it says why. */
function linesOf(text: string) {
  const answer = selftestAnswerSchema.parse(JSON.parse(text));
  if ('error' in answer) throw new Error(answer.error.message);
  return { answer, states: Object.fromEntries(answer.ways.map(({ id, state }) => [id, state])) };
}

/** Wine's powershell.exe and schtasks.exe say nothing and end with 0, it has no powercfg.exe, and here is no window. */
const underWine = {
  writing: 'ok',
  'own-program': 'ok',
  registry: 'ok',
  'run-once': 'ok',
  tasks: 'unknown',
  power: 'failed',
  powershell: 'unknown',
  'event-log': 'unknown',
  devices: 'unknown',
  session: 'unknown',
  automation: 'unknown',
  clipboard: 'unknown',
  font: 'unknown',
  report: 'unknown',
  rights: 'unknown',
  holders: 'unknown',
  widths: 'unknown',
};

describeWindows('selftest of the zip by its own node.exe under Wine', () => {
  beforeEach(() => layOut({ ...versionInfos(outdated), [SETTINGS]: settings() }));

  it('fills every line, says why each unknown one is, saves it, and leaves nothing else', async () => {
    const { exitCode, stdout, stderr } = await run(['selftest', '--json']);
    expect(exitCode).toBe(3);
    const { answer, states } = linesOf(stdout);
    expect(states).toEqual(underWine);
    expect(answer.simulated).toBe(false);
    expect(answer.runtime).toMatchObject({ platform: 'win32', arch: 'x64' });
    for (const way of answer.ways) {
      expect(way.durationMs).toBeGreaterThanOrEqual(0);
      expect(way.reason === null).toBe(way.state === 'ok');
    }
    const ways = Object.fromEntries(answer.ways.map((way) => [way.id, way]));
    expect(ways['registry']?.facts).toMatchObject({ ansiCodePage: '932', oemCodePage: '932' });
    expect(ways['power']?.reason).toContain('powercfg.exe');
    // Of our own: whose terminal it is does not leave it.
    expect(stdout).not.toMatch(/clinic/i);

    const [saved, ...more] = readdirSync(onDrive(`${DATA}/exports`));
    expect(more).toEqual([]);
    expect(stderr).toContain(`C:\\ProgramData\\oqs-console\\exports\\${saved ?? ''}`);
    const file = Buffer.from(readOnDrive(`${DATA}/exports/${saved ?? ''}`) ?? []).toString('utf8');
    expect(JSON.parse(file)).toEqual(answer);
    expect(readdirSync(onDrive(DATA)).toSorted()).toEqual(['exports', 'settings.json']);
    expect(await valueOf(RUN_ONCE, 'oqs-console-selftest')).toBeNull();
  });

  it('as text names each line; with --read-only it changes nothing and saves nothing', async () => {
    const { exitCode, stdout } = await run(['selftest', '--read-only']);
    expect(exitCode).toBe(3);
    expect(stdout.match(/^\[(使える|使えない|不明)\]/gm)).toHaveLength(wayIds.length + 1);
    expect(stdout).toContain('--read-only のため、試していません。');
    expect(readdirSync(onDrive(DATA))).toEqual(['settings.json']);
    expect(readdirSync(onDrive(OWN_DATA))).toEqual(['agreed.json']);
  });
});
