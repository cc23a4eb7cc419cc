import { order, screenLibraries } from './folders.ts';
import type { Held } from './held.ts';
import { neverReaches, only, ordered } from './rules.ts';

/** Who may know whom; and who may draw. */
export const direction: readonly Held[] = [
  {
    rule: 'a folder imports only what stands before it, and no two import each other',
    check: ordered(order),
    broken: { 'domain/time.ts': "import type { Span } from '../tui/line.ts';" },
    says: 'domain/time.ts -> tui/line.ts',
  },
  {
    rule: 'of one row, no two folders import each other',
    check: ordered(order),
    broken: {
      'journal/words.ts': "import { find } from '../guide/find.ts';",
      'guide/find.ts': "import type { JournalEntry } from '../journal/events.ts';",
    },
    says: 'guide/find.ts -> journal/events.ts',
  },
  {
    rule: 'what the ports share knows none of them',
    check: ordered(order),
    broken: {
      'ports/ports.ts': "import type { Timers } from './node/timers.ts';",
      'ports/node/files.ts': "import type { Files } from '../ports.ts';",
    },
    says: 'ports/ports.ts -> ports/node/timers.ts',
  },
  {
    rule: 'nobody imports the entry, and only the entry imports main',
    check: (graph) => [...only(['bin.ts'], {})(graph), ...only(['main.ts'], { except: ['bin.ts'] })(graph)],
    broken: { 'as-program.ts': "import { main } from './main.ts';" },
    says: 'as-program.ts -> main.ts',
  },
  {
    rule: 'only what opens the console runs it',
    check: only(['console/console.ts'], { except: ['commands/console-call.ts'] }),
    broken: { 'commands/check.ts': "import { runConsole } from '../console/console.ts';" },
    says: 'commands/check.ts -> console/console.ts',
  },

  // Ink and React.
  {
    rule: 'Ink and React are known to what draws by them',
    check: only(screenLibraries, { except: ['tui/ink-screen.tsx'] }),
    broken: { 'screens/status.ts': "import { Text } from 'ink';" },
    says: 'screens/status.ts -> ink',
  },
  {
    rule: 'only what opens a program on the screen leads to Ink or React, over however many steps',
    check: neverReaches(
      order.flat().filter((name) => !['commands/', 'main.ts', 'as-program.ts', 'bin.ts'].includes(name)),
      screenLibraries,
      {
        except: ['console/console.ts', 'desk/console.ts', 'tui/run-program.ts', 'tui/draw.ts', 'tui/ink-screen.tsx'],
      },
    ),
    broken: {
      'console/update.ts': "import { row } from './rows.ts';",
      'console/rows.ts': "export { row } from '../tui/drawn.tsx';",
      'tui/drawn.tsx': "import { Box } from 'ink';",
    },
    says: 'console/update.ts -> console/rows.ts -> tui/drawn.tsx -> ink',
  },
];
