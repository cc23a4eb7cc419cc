import type { Held } from './held.ts';
import { noBareImport, noCycle, notInCode, only, onlyDeclares } from './rules.ts';

/** The process, the simulated terminal, and the shape of all modules. */
export const shape: readonly Held[] = [
  {
    rule: 'only main and the entry read the process',
    check: notInCode(/(?<![\w.$'"`-])process\s*[.[;,)]|["']node:process["']/, {
      except: [
        'main.ts',
        'bin.ts',
        'commands/call.ts',
        'commands/with-host.ts',
        // A program of its own, with arguments and an exit code.
        'ports/simulator/program.ts',
        'ports/windows/program.ts',
        // Whether another console runs is asked of processes; this one's id goes into the lock.
        'ports/node/is-alive.ts',
        'ports/node/processes.ts',
        // What another program gives to it.
        'ports/node/standard-input.ts',
        // What it may do decides what it may trust.
        'ports/node/elevation.ts',
        'ports/simulator/shared-files.ts',
      ],
    }),
    broken: { 'commands/run.ts': "export const dir = (): string => process.env['HOME'] ?? '';" },
    says: 'commands/run.ts: process.',
  },

  {
    rule: 'only main and the hosts it picks from know the simulator',
    check: only(['ports/simulator/'], {
      except: ['commands/call.ts', 'commands/glance.ts', 'commands/host.ts', 'commands/schema.ts', 'ports/simulator/'],
    }),
    broken: {
      'commands/check.ts': "import type { SimulatedTerminal } from '../ports/simulator/terminal.ts';",
    },
    says: 'commands/check.ts -> ports/simulator/terminal.ts',
  },
  {
    rule: 'only what shows the label 「模擬」 asks whether the terminal is real',
    check: notInCode(/\bif\s*\(.*simulat|\w*simulated\b|\b(about|terminal)\.label\b/i, {
      except: [
        'commands/host.ts',
        'commands/glance.ts',
        'ports/simulator/',
        // The options' help and the label itself.
        'commands/cli.ja.ts',
        'formats/answer.ja.ts',
        'formats/monitoring.ja.ts',
        // The label, from main to where it is shown.
        'commands/run.ts',
        'commands/read-terminal.ts',
        'formats/answer-schema.ts',
        'formats/answer.ts',
        'formats/text.ts',
        // It tells who answered.
        'selftest/',
        'commands/selftest.ts',
        // Which of the two is opened.
        'commands/with-host.ts',
        // Monitoring must tell a practice terminal from a real one, also where none could be read.
        'commands/call.ts',
        'commands/check-metrics.ts',
        'formats/nagios.ts',
        'formats/prometheus.ts',
        'formats/prometheus-format.ts',
        'screens/whole-screen.ts',
        // It reads answers of practice terminals and real ones, and must not count them together.
        'desk/',
        'tui/frame.ts',
        'support/bundle.ts',
      ],
    }),
    broken: { 'actions/restart.ts': 'export const wait = (simulated: boolean) => (simulated ? 15 : 60);' },
    says: 'actions/restart.ts: simulated',
  },

  {
    rule: 'there is no cycle, not even of types',
    check: noCycle,
    broken: {
      'console/a.ts': "import { b } from './b.ts';",
      'console/b.ts': "import type { C } from '../tui/c.ts';",
      'tui/c.ts': "export { a } from '../console/a.ts';",
    },
    says: 'console/a.ts -> console/b.ts -> tui/c.ts -> console/a.ts',
  },
  {
    rule: 'nothing is imported for its side effects',
    check: noBareImport,
    broken: { 'console/model.ts': "import './register.ts';" },
    says: 'console/model.ts -> console/register.ts',
  },
  {
    rule: 'importing a module does nothing',
    // The programs do what they are for.
    check: onlyDeclares(['bin.ts', 'ports/simulator/program.ts', 'ports/windows/program.ts']),
    broken: { 'domain/notice/load.ts': "const known = new Map();\nknown.set('a', 1);\nexport { known };" },
    says: 'domain/notice/load.ts: known.set("a", 1);',
  },
  {
    // Node never comes back from where the system says that the folder above is not there, and it is (`/proc`).
    rule: 'folders are made one by one, not by Node with all above them',
    check: notInCode(/\bmkdir(Sync)?\([^;]*\brecursive\b/),
    broken: { 'ports/node/store.ts': "mkdirSync('/a/b', { recursive: true });" },
    says: 'ports/node/store.ts: mkdirSync("/a/b", { recursive',
  },
  {
    rule: 'no module keeps a state of its own',
    check: notInCode(/^(export )?(let|var) .*/m),
    broken: { 'console/store.ts': 'export let model = null;' },
    says: 'console/store.ts: export let model = null;',
  },
  {
    rule: 'no module keeps a collection that it fills',
    check: notInCode(/^(export )?const \w+[^=\n]* = .*\bnew (Weak)?(Map|Set)\(\);/m, {}),
    broken: { 'tui/keymap.ts': 'const footers = new Map<string, readonly string[]>();' },
    says: 'tui/keymap.ts: const footers = /* @__PURE__ */ new Map();',
  },
];
