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
    check: (graph) => [...only(['bin.ts'], {})(graph), ...only(['main.tsx'], { except: ['bin.ts'] })(graph)],
    broken: { 'as-program.ts': "import { main } from './main.tsx';" },
    says: 'as-program.ts -> main.tsx',
  },
  {
    rule: 'only what opens the console shows its app',
    check: only(['console/console.tsx'], { except: ['commands/open-console.ts'] }),
    broken: { 'commands/check.ts': "import { App } from '../console/console.tsx';" },
    says: 'commands/check.ts -> console/console.tsx',
  },

  // Ink and React.
  {
    rule: 'Ink and React are known to what fills the screen, what takes the keys and the component of lines',
    check: only(screenLibraries, {
      except: ['tui/full-screen.tsx', 'tui/interactive.tsx', 'tui/lines.tsx'],
    }),
    broken: { 'screens/status.ts': "import { Text } from 'ink';" },
    says: 'screens/status.ts -> ink',
  },
  {
    rule: 'only what opens a program on the screen leads to Ink or React, over however many steps',
    check: neverReaches(
      order.flat().filter((name) => !['commands/', 'main.tsx', 'as-program.ts', 'bin.ts'].includes(name)),
      screenLibraries,
      {
        except: [
          'console/console.tsx',
          'desk/console.tsx',
          'tui/full-screen.tsx',
          'tui/interactive.tsx',
          'tui/lines.tsx',
        ],
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
