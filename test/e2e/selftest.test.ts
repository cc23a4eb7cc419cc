import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wayIds } from '../../src/domain/ways.ts';
import { selftestAnswerSchema } from '../../src/selftest/document.ts';
import { selftestTexts as texts } from '../../src/selftest/selftest.ja.ts';
import { open, run, temporaryFolder } from './built.ts';

const DATA = 'files/ProgramData/oqs-console';

function documentIn(text: string) {
  const answer = selftestAnswerSchema.parse(JSON.parse(text));
  if ('error' in answer) throw new Error(answer.error.message);
  return answer;
}

/** Everything that lies in a folder, with what stands in it; but for the simulated clock. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'clock.json');
  return new Map(
    files.map(({ parentPath, name }) => [
      join(parentPath, name).slice(folder.length + 1),
      readFileSync(join(parentPath, name), 'latin1'),
    ]),
  );
}

/** A practice terminal with faults of its own. */
function scenario(folder: string, faults: Readonly<Record<string, string>>): string {
  const path = join(folder, 'scenario');
  mkdirSync(path);
  writeFileSync(join(path, 'scenario.json'), JSON.stringify({ formatVersion: 1, title: '試験', faults }));
  return path;
}

describe('selftest on a practice terminal', () => {
  it('tries every way, saves one file to send back, and leaves nothing else', async () => {
    using folder = temporaryFolder();
    const workdir = join(folder.path, 'terminal');
    await run('check', '--simulate', 'already-current', '--workdir', workdir);
    const before = contentsOf(workdir);
    const { exitCode, stdout, stderr } = await run('selftest', '--json', '--workdir', workdir);
    expect(exitCode).toBe(3);
    const answer = documentIn(stdout);
    expect(answer).toMatchObject({
      simulated: true,
      changes: true,
      counts: { ok: wayIds.length, failed: 0, unknown: 1 },
    });
    // Here is no window.
    expect(answer.ways.at(-1)).toMatchObject({ id: 'widths', state: 'unknown', reason: texts.noTerminal });
    const told = answer.ways.slice(0, -1).flatMap(({ facts }) => Object.keys(facts));
    expect(told.filter((name) => texts.facts[name] === undefined)).toEqual([]);
    expect(JSON.stringify(answer)).not.toMatch(/CLINIC-ONS01|OQSComApp/);

    const after = contentsOf(workdir);
    const added = [...after.keys()].filter((path) => !before.has(path));
    const saved = `${DATA}/exports/oqs-selftest-`;
    expect(added.filter((path) => path !== 'run-once.json' && !path.startsWith(saved))).toEqual([]);
    expect(JSON.parse(after.get('run-once.json') ?? '')).toEqual({ values: [] });
    for (const [path, content] of before) expect({ path, content: after.get(path) }).toEqual({ path, content });
    const path = added.find((each) => each.startsWith(saved)) ?? '';
    expect(documentIn(Buffer.from(after.get(path) ?? '', 'latin1').toString('utf8'))).toEqual(answer);
    expect(stderr).toContain(path.split('/').at(-1));
  });

  it('on a window measures the widths too: then every way is known', async () => {
    using folder = temporaryFolder();
    const out = join(folder.path, 'selftest.json');
    await using program = open('selftest', '--simulate', 'already-current', '--out', out);
    expect(await program.waitForExit()).toMatchObject({ exitCode: 0 });
    const answer = documentIn(readFileSync(out, 'utf8'));
    expect(answer.counts).toEqual({ ok: wayIds.length + 1, failed: 0, unknown: 0 });
    expect(answer.ways.at(-1)?.facts).toMatchObject({ あ: 2, ｱ: 1, '×': 1 });
    // The lines that were drawn for it are wiped.
    expect(program.output).not.toContain('undefined');
    expect(program.view.text).toContain('使える 17、使えない 0、不明 0');
  });

  it('never writes over a file, and with --read-only nothing at all', async () => {
    using folder = temporaryFolder();
    const out = join(folder.path, 'selftest.json');
    writeFileSync(out, 'mine');
    const refused = await run('selftest', '--simulate', 'already-current', '--out', out);
    expect(refused).toMatchObject({ exitCode: 64, stderr: expect.stringContaining('上書きはしません') as unknown });
    expect(readFileSync(out, 'utf8')).toBe('mine');
    const workdir = join(folder.path, 'terminal');
    const { stdout } = await run(
      'selftest',
      '--read-only',
      '--json',
      '--simulate',
      'already-current',
      '--workdir',
      workdir,
    );
    const { ways } = documentIn(stdout);
    const readOnly = ways.filter(({ reason }) => reason === texts.doubts['read-only']).map(({ id }) => id);
    expect(readOnly).toEqual(['writing', 'run-once']);
    expect(existsSync(join(workdir, 'run-once.json'))).toBe(false);
    expect(existsSync(join(workdir, DATA, 'exports'))).toBe(false);
  });

  it('tells which way does not work, and why', async () => {
    using folder = temporaryFolder();
    const simulate = scenario(folder.path, {
      'command:registry': 'deny',
      'command:tasks': 'crash',
      'command:power': 'garbage',
    });
    const { stdout } = await run('selftest', '--json', '--simulate', simulate);
    const states = Object.fromEntries(documentIn(stdout).ways.map(({ id, state, reason }) => [id, { state, reason }]));
    expect(states).toMatchObject({
      'run-once': { state: 'failed' },
      tasks: { state: 'failed' },
      power: { state: 'unknown' },
      powershell: { state: 'ok' },
    });
    for (const { state, reason } of Object.values(states)) expect(reason === null).toBe(state === 'ok');
  });

  it('ends at Ctrl+C with 130, soon, whatever hangs', async () => {
    using folder = temporaryFolder();
    const simulate = scenario(folder.path, { 'command:registry': 'hang' });
    await using program = open('selftest', '--simulate', simulate);
    await program.waitFor('調べています');
    program.press('ctrl-c');
    expect(await program.waitForExit()).toMatchObject({ exitCode: 130 });
    expect(program.output).not.toContain('保存しました');
  });

  it('does without settings that cannot be used', async () => {
    using folder = temporaryFolder();
    const simulate = scenario(folder.path, {});
    mkdirSync(join(simulate, DATA), { recursive: true });
    writeFileSync(join(simulate, DATA, 'settings.json'), '{"limits": 1}');
    const { exitCode, stdout } = await run('selftest', '--json', '--simulate', simulate);
    expect(exitCode).toBe(3);
    expect(documentIn(stdout).counts.failed).toBe(0);
  });
});
