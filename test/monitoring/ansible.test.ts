import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, inject, it } from 'vitest';
import { zip } from '../../scripts/package/zip.ts';
import { answerSchema, errorDocumentSchema } from '../../src/formats/answer-schema.ts';
import { runProgram } from './program.ts';
import { INSIDE, runInside, type Ended } from './bench.ts';
import { describeMonitoring } from './tools.ts';

const bench = inject('bench');
const built = inject('built');
const GOOD = 20;
const scenarios = ['outdated-morning', 'already-current', 'delivered-overnight', 'two-failed-cycles'] as const;
/** Where the next step is to restart: the check of `delivered-overnight` says so at 08:10. */
const WAITING = 'delivered-overnight';

/** Twenty simulated terminals and a broken one, by local connections. */
const terminals = Array.from({ length: GOOD }, (_, number) => ({
  name: `T${String(number + 1).padStart(2, '0')}`,
  clinic: `C${String(Math.floor(number / 4) + 1)}`,
  scenario: scenarios[number % scenarios.length] ?? '',
}));
const waiting = terminals.filter(({ scenario }) => scenario === WAITING).map(({ name }) => name);

describeMonitoring('the playbook', () => {
  let gathered: Ended;

  beforeAll(async () => {
    if (!bench) return;
    await prepare(bench.folder);
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
    expect(gathered.output).toContain('答えのない端末 3 台: BROKEN, UNPACKABLE, GONE。');
    expect(gathered.output).toContain('点検できなかった端末 1 台: REFUSED。');
    expect(gathered.exitCode).not.toBe(0);
  });

  it('restarts nothing unless it is told to', async () => {
    expect(gathered.output).toContain('再起動が要る端末');
    expect(await restarted()).toEqual([]);
  });

  it('restarts nothing outside the window, and says why', async () => {
    const { output } = await play('-e', 'oqs_restart=true', '-e', 'oqs_restart_until=07:30');
    expect(await restarted()).toEqual([]);
    for (const name of waiting) expect(output).toContain(`${name}: 再起動しません(時間帯 05:10 - 07:30`);
  });

  it('restarts in the window, batch by batch, what waits for it and nothing else', async () => {
    const { output } = await play(
      '-e',
      'oqs_restart=true',
      '-e',
      'oqs_restart_until=09:00',
      '-e',
      'oqs_restart_batch=2',
    );
    // One that refuses to restart stops none of the others.
    const [stubborn, ...others] = waiting;
    expect((await restarted()).toSorted()).toEqual(others);
    expect(output).toContain(`再起動できなかった端末 1 台: ${stubborn ?? ''}。`);
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
      bench ?? { root: '', folder: '' },
      'ansible-playbook',
      '-i',
      'localhost,',
      '--syntax-check',
      `${INSIDE}/ansible/windows.yml`,
    );
    expect(output).toContain('playbook:');
    expect(exitCode).toBe(0);
  });

  it('puts the program into a folder of its version on Windows', async () => {
    const { exitCode, output } = await runInside(
      bench ?? { root: '', folder: '' },
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

async function answerOf(clinic: string, name: string): Promise<unknown> {
  const path = join(bench?.folder ?? '', 'answers', clinic, `${name}.json`);
  return JSON.parse(await readFile(path, 'utf8'));
}

/** The names of those that were told to restart. */
async function restarted(): Promise<readonly string[]> {
  return readdir(join(bench?.folder ?? '', 'restarted'));
}

/** The shipped playbook, a zip laid out as the one for Windows is, and an inventory. */
async function prepare(folder: string): Promise<void> {
  await cp(join(import.meta.dirname, '../../deploy/ansible'), join(folder, 'ansible'), { recursive: true });
  await mkdir(join(folder, 'restarted'));
  await writeFile(join(folder, 'oqs-console-0.0.1-win-x64.zip'), await packed());
  const vars = {
    ansible_connection: 'local',
    ansible_python_interpreter: '/usr/bin/python3',
    oqs_platform: 'posix',
    oqs_zip: `${INSIDE}/oqs-console-0.0.1-win-x64.zip`,
    oqs_folder: `${INSIDE}/terminals/{{ inventory_hostname }}`,
    oqs_node: `${INSIDE}/node`,
    oqs_answers: `${INSIDE}/answers`,
    oqs_arguments: ['--simulate', '{{ scenario }}'],
    oqs_restart_command: ['touch', `${INSIDE}/restarted/{{ inventory_hostname }}`],
  };
  const hosts = Object.fromEntries(
    terminals.map(({ name, clinic, scenario }) => [
      name,
      { oqs_clinic: clinic, scenario, ...(name === waiting[0] ? { oqs_restart_command: ['false'] } : {}) },
    ]),
  );
  const broken = {
    REFUSED: { oqs_clinic: 'C9', scenario: 'no-such-scenario' },
    BROKEN: { oqs_clinic: 'C9', scenario: 'outdated-morning', oqs_zip: '', oqs_program: '/nowhere' },
    UNPACKABLE: { oqs_clinic: 'C9', scenario: 'outdated-morning', oqs_zip: `${INSIDE}/no-such.zip` },
    // Nothing listens there.
    GONE: {
      oqs_clinic: 'C9',
      oqs_zip: '',
      ansible_connection: 'ssh',
      ansible_host: '127.0.0.1',
      ansible_port: 9,
      scenario: 'outdated-morning',
    },
  };
  const inventory = { oqs_terminals: { vars, hosts: { ...hosts, ...broken } } };
  await writeFile(join(folder, 'ansible/inventory.yml'), JSON.stringify(inventory));
  // Read without running: every module that the tasks for Windows name must be there.
  const tasks = ['copy-windows', 'run-windows', 'ask-restart-windows'].map((name) => ({
    name,
    'ansible.builtin.import_tasks': `roles/oqs_console/tasks/${name}.yml`,
  }));
  await writeFile(join(folder, 'ansible/windows.yml'), JSON.stringify([{ hosts: 'all', tasks }]));
  const path = {
    hosts: 'localhost',
    connection: 'local',
    gather_facts: false,
    vars_files: ['roles/oqs_console/defaults/main.yml'],
    tasks: [
      {
        'ansible.builtin.assert': {
          that: [String.raw`oqs_program == "C:\\oqs-console\\0.1.0\\oqs-console"`],
        },
      },
    ],
  };
  await writeFile(join(folder, 'ansible/windows-path.yml'), JSON.stringify([path]));
}

async function packed(): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>([['check.cmd', Buffer.from('')]]);
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`app/${path.slice(built.length + 1)}`, await readFile(path));
  }
  return zip('oqs-console', files);
}
