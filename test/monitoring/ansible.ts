import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zip } from '../../scripts/package/zip.ts';
import { INSIDE, type Bench } from './bench.ts';

export const GOOD = 20;
const scenarios = ['outdated-morning', 'already-current', 'delivered-overnight', 'two-failed-cycles'] as const;
/** Where the next step is to restart: the check of `delivered-overnight` says so at 08:10. */
const WAITING = 'delivered-overnight';

/** The one that refuses to restart, and the one whose times are written wrong. */
const wrongs: Readonly<Record<string, object>> = {
  T03: { oqs_restart_command: ['false'] },
  T19: { oqs_restart_from: '5:10' },
};

/** Twenty simulated terminals, by local connections. */
export const terminals = Array.from({ length: GOOD }, (_, number) => ({
  name: `T${String(number + 1).padStart(2, '0')}`,
  clinic: `C${String(Math.floor(number / 4) + 1)}`,
  scenario: scenarios[number % scenarios.length] ?? '',
}));
export const waiting = terminals.filter(({ scenario }) => scenario === WAITING).map(({ name }) => name);

/** The shipped playbook, a zip laid out as the one for Windows is, and an inventory. */
export async function prepare({ folder }: Bench, built: string): Promise<void> {
  await cp(join(import.meta.dirname, '../../deploy/ansible'), join(folder, 'ansible'), { recursive: true });
  await mkdir(join(folder, 'restarted'));
  await writeFile(join(folder, 'oqs-console-0.0.1-win-x64.zip'), await packed(built));
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
    terminals.map(({ name, clinic, scenario }) => [name, { oqs_clinic: clinic, scenario, ...wrongs[name] }]),
  );
  const broken = {
    REFUSED: { oqs_clinic: 'C9', scenario: 'no-such-scenario' },
    BROKEN: { oqs_clinic: 'C9', scenario: 'outdated-morning', oqs_zip: '', oqs_program: '/nowhere' },
    // A word for a number.
    UNSOUND: { oqs_clinic: 'C9', scenario: 'outdated-morning', oqs_check_seconds: 'soon' },
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

async function packed(built: string): Promise<Uint8Array> {
  const files = new Map<string, Uint8Array>([['check.cmd', Buffer.from('')]]);
  for (const entry of await readdir(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`app/${path.slice(built.length + 1)}`, await readFile(path));
  }
  return zip('oqs-console', files);
}
