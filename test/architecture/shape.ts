import type { Held } from './held.ts';
import { noBareImport, noCycle, notInCode, only, onlyDeclares } from './rules.ts';

/** The process, the simulated terminal, and the shape of all modules. */
export const shape: readonly Held[] = [
  {
    rule: 'only main and the entry read the process',
    check: notInCode(/(?<![\w.$'"`-])process\s*[.[;,)]|["']node:process["']/, {
      except: [
        'main.tsx',
        'bin.ts',
        // A program of its own, with arguments and an exit code.
        'ports/simulator/program.ts',
        'ports/windows/program.ts',
        // Whether another console runs is asked of processes; this one's id goes into the lock.
        'ports/node/processes.ts',
        'ports/simulator/lock.ts',
        // A simulated program that crashes must really die.
        'ports/simulator/programs/broken.ts',
      ],
    }),
    broken: { 'session.ts': "export const dir = (): string => process.env['HOME'] ?? '';" },
    says: 'session.ts: process.',
  },

  {
    rule: 'only main and the hosts it picks from know the simulator',
    check: only(['ports/simulator/'], {
      except: ['main.tsx', 'host.ts', 'commands/schema.ts', 'ports/simulator/'],
    }),
    broken: { 'check.ts': "import type { SimulatedTerminal } from './ports/simulator/terminal.ts';" },
    says: 'check.ts -> ports/simulator/terminal.ts',
  },
  {
    rule: 'only what shows the label 「模擬」 asks whether the terminal is real',
    check: notInCode(/\bif\s*\(.*simulat|\w*simulated\b|\b(about|terminal)\.label\b/i, {
      except: [
        'host.ts',
        'ports/simulator/',
        // The options' help and the label itself.
        'strings/',
        // The label, from main to where it is shown.
        'session.ts',
        'check.ts',
        'formats/answer-schema.ts',
        'formats/answer.ts',
        'formats/text.ts',
        // Monitoring must tell a practice terminal from a real one.
        'formats/nagios.ts',
        'formats/prometheus.ts',
        'formats/prometheus-labels.ts',
        'screens/view.ts',
        // It reads answers of practice terminals and real ones, and must not count them together.
        'desk/',
        'ui/header.ts',
        'support/bundle-environment.ts',
      ],
    }),
    broken: { 'actions/restart.ts': 'export const wait = (simulated: boolean) => (simulated ? 15 : 60);' },
    says: 'actions/restart.ts: simulated',
  },

  {
    rule: 'there is no cycle, not even of types',
    check: noCycle,
    broken: {
      'core/a.ts': "import { b } from './b.ts';",
      'core/b.ts': "import type { C } from '../ui/c.ts';",
      'ui/c.ts': "export { a } from '../core/a.ts';",
    },
    says: 'core/a.ts -> core/b.ts -> ui/c.ts -> core/a.ts',
  },
  {
    rule: 'nothing is imported for its side effects',
    check: noBareImport,
    broken: { 'core/model.ts': "import './register.ts';" },
    says: 'core/model.ts -> core/register.ts',
  },
  {
    rule: 'importing a module does nothing',
    // The programs do what they are for.
    check: onlyDeclares(['bin.ts', 'ports/simulator/program.ts', 'ports/windows/program.ts']),
    broken: { 'notice/load.ts': "const known = new Map();\nknown.set('a', 1);\nexport { known };" },
    says: 'notice/load.ts: known.set("a", 1);',
  },
  {
    rule: 'no module keeps a state of its own',
    check: notInCode(/^(export )?(let|var) .*/m, {
      // A table that takes time to make and is always the same.
      except: ['ports/simulator/cp932.ts'],
    }),
    broken: { 'core/store.ts': 'export let model = null;' },
    says: 'core/store.ts: export let model = null;',
  },
];
