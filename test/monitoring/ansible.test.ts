import { cp, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { answerSchema, errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { GOOD, prepare, terminals, waiting } from './ansible.ts';
import { runProgram } from './program.ts';
import { INSIDE, runInside, type Ended } from './bench.ts';
import { describeMonitoring, has } from './tools.ts';

const bench = inject('bench');
const built = inject('built');

describeMonitoring('the playbook', () => {
  let placesBefore: readonly string[];
  let tried: Ended;
  let gathered: Ended;

  beforeAll(async () => {
    if (!bench) return;
    await prepare(bench, built);
    tried = await play('--check', '--diff', '--limit', 'T01:T02', '-e', `oqs_answers=${INSIDE}/tried`);
    placesBefore = await readdir(bench.folder);
    gathered = await play();
  });

  it('gathers a valid answer of every terminal that answers', async () => {
    for (const { name, clinic } of terminals) {
      const answer = answerSchema.parse(await answerOf(clinic, name));
      expect(answer.simulated).toBe(true);
    }
  });

  it('reports the broken one, as an answer of its own and by name at the end', async () => {
    const { error } = errorDocumentSchema.parse(await answerOf('C9', 'BROKEN'));
    expect(error).toMatchObject({ code: 'not-gathered', where: 'BROKEN' });
    expect(error.message).toContain('点検が答えませんでした');
    expect(error.message).toContain('/nowhere/');
    const unreachable = errorDocumentSchema.parse(await answerOf('C9', 'GONE'));
    expect(unreachable.error.message.trim()).toBe('この端末につながりません。');
    const unpackable = errorDocumentSchema.parse(await answerOf('C9', 'UNPACKABLE'));
    expect(unpackable.error.message).toContain('置けませんでした');
    // A check that answers why it could not is an answer.
    expect(gathered.output).toContain(`${String(GOOD + 1)} 台の答えを集めました。`);
    expect(gathered.output).toContain('答えのない端末 4 台: BROKEN, UNSOUND, UNPACKABLE, GONE。');
    expect(gathered.output).toContain('点検できなかった端末 1 台: REFUSED。');
    expect(gathered.exitCode).not.toBe(0);
  });

  it('puts nothing on a terminal with --check, and says that there is nothing yet', async () => {
    expect(placesBefore).not.toContain('terminals');
    const { error } = errorDocumentSchema.parse(await answerOf('C1', 'T01', 'tried'));
    expect(error.message.trim()).toBe('まだ置かれていません(--check では置きません)。');
    expect(tried.output).toContain('答えのない端末 2 台: T01, T02。');
  });

  it('gathers with --check --diff from where it is, and changes and restarts nothing', async () => {
    const [, ready = ''] = waiting;
    const clinic = terminals.find(({ name }) => name === ready)?.clinic ?? '';
    const before = await filesOf(ready);
    const asked = ['-e', 'oqs_restart=true', '-e', 'oqs_restart_until=09:00', '-e', `oqs_answers=${INSIDE}/dry`];
    const { exitCode, output } = await play('--check', '--diff', '--limit', `T01:${ready}`, ...asked);
    expect(exitCode).toBe(0);
    expect(answerSchema.parse(await answerOf(clinic, ready, 'dry')).nextStep.id).toBe('restart');
    expect(answerSchema.parse(await answerOf('C1', 'T01', 'dry')).verdict).toBe('action-needed');
    expect(output).toContain('+{"formatVersion": "1.1"');
    expect(output).toContain(`${ready}: --check なので再起動しません`);
    expect(await filesOf(ready)).toEqual(before);
    expect(await restarted()).toEqual([]);
  });

  it('refuses a variable that is none, and goes on', () => {
    expect(gathered.output).toContain('cannot be converted to an int');
    expect(gathered.output).toMatch(/UNSOUND +: ok=\d+ +changed=\d+ +unreachable=0 +failed=0/);
  });

  it('restarts nothing unless it is told to', async () => {
    expect(gathered.output).toContain('再起動が要る端末');
    expect(await restarted()).toEqual([]);
  });

  it('restarts nothing outside the window, and says why', async () => {
    const asked = ['-e', 'oqs_restart=true', '-e', 'oqs_restart_until=07:30'];
    const { output } = await play('--limit', waiting.join(':'), ...asked);
    expect(await restarted()).toEqual([]);
    for (const name of waiting.slice(0, -1)) expect(output).toContain(`${name}: 再起動しません(時間帯 05:10 - 07:30`);
  });

  it('restarts in the window, batch by batch, what waits for it and nothing else', async () => {
    const asked = ['-e', 'oqs_restart=true', '-e', 'oqs_restart_until=09:00', '-e', 'oqs_restart_batch=2'];
    const { output } = await play('--limit', ['T01', 'T02', 'T04', ...waiting].join(':'), ...asked);
    // One that refuses to restart, and one whose times are written wrong, stop none of the others.
    expect((await restarted()).toSorted()).toEqual(waiting.slice(1, -1));
    expect(output).toContain('再起動できなかった端末 2 台: T03, T19。');
    expect(output).toContain("'05:10' のように");
    expect(output.split('PLAY [頼まれたときだけ、再起動する]')).toHaveLength(1 + Math.ceil(waiting.length / 2));
  });

  it('leaves answers that the desk reads, with the broken ones named', async () => {
    if (!bench) return;
    const { stdout } = await runProgram(built, 'desk', join(bench.folder, 'answers'), '--list');
    for (const name of ['BROKEN', 'GONE']) expect(stdout).toContain(name);
    expect(stdout).toContain('C9');
  });

  it('names modules that there are', async () => {
    const { exitCode, output } = await runInside(
      bench ?? { root: '', folder: '', lacking: [] },
      'ansible-playbook',
      '-i',
      'localhost,',
      '--syntax-check',
      `${INSIDE}/ansible/windows.yml`,
    );
    expect(output).toContain('playbook:');
    expect(exitCode).toBe(0);
  });

  it('names no collection that requirements.yml does not', async () => {
    const folder = join(import.meta.dirname, '../../deploy/ansible');
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.yml'));
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
    const collections = texts.flatMap((text) => [...text.matchAll(/^ *(\w+\.\w+)\.\w+:/gm)].map(([, name]) => name));
    const required = await readFile(join(folder, 'requirements.yml'), 'utf8');
    const named = [...required.matchAll(/- name: (\S+)/g)].map(([, name]) => name);
    expect(new Set(collections)).toEqual(new Set(['ansible.builtin', ...named]));
  });

  it.skipIf(!has('ansible-lint'))("satisfies ansible-lint's strictest profile", async () => {
    if (!bench) return;
    await cp(join(import.meta.dirname, '../../deploy/ansible'), join(bench.folder, 'lint'), { recursive: true });
    const command = `cd ${INSIDE}/lint && exec ansible-lint --offline --profile production`;
    const { exitCode, output } = await runInside(bench, 'sh', '-c', command);
    expect(output).toContain('0 failure(s), 0 warning(s)');
    expect(exitCode).toBe(0);
  });

  it('puts the program into a folder of its version on Windows', async () => {
    const { exitCode, output } = await runInside(
      bench ?? { root: '', folder: '', lacking: [] },
      'ansible-playbook',
      '-i',
      'localhost,',
      '-e',
      'oqs_zip=dist/oqs-console-0.1.0-win-x64.zip',
      `${INSIDE}/ansible/windows-path.yml`,
    );
    expect(output).toContain('All assertions passed');
    expect(exitCode).toBe(0);
  });
});

async function play(...extra: readonly string[]): Promise<Ended> {
  if (!bench) throw new Error('no bench');
  const command = `cd ${INSIDE}/ansible && exec ansible-playbook -i inventory.yml oqs.yml "$@"`;
  return runInside(bench, 'sh', '-c', command, 'play', ...extra);
}

async function answerOf(clinic: string, name: string, answers = 'answers'): Promise<unknown> {
  const path = join(bench?.folder ?? '', answers, clinic, `${name}.json`);
  return JSON.parse(await readFile(path, 'utf8'));
}

/** All that lies at a terminal, and when it was last changed. */
async function filesOf(name: string): Promise<readonly string[]> {
  const place = join(bench?.folder ?? '', 'terminals', name);
  const files = await readdir(place, { recursive: true });
  return Promise.all(files.map(async (file) => `${file} ${String((await stat(join(place, file))).mtimeMs)}`));
}

/** The names of those that were told to restart. */
async function restarted(): Promise<readonly string[]> {
  return readdir(join(bench?.folder ?? '', 'restarted'));
}
