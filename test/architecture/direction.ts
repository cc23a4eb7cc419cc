import { acting, deciding, inside, knowing, screenLibraries, shell } from './folders.ts';
import type { Held } from './held.ts';
import { never, neverReaches, only } from './rules.ts';

/** main -> console, app -> screens -> core; and who may draw. */
export const direction: readonly Held[] = [
  {
    rule: 'nobody imports the entry, and only the entry imports main',
    check: (graph) => [...only(['bin.ts'], {})(graph), ...only(['main.tsx'], { except: ['bin.ts'] })(graph)],
    broken: { 'session.ts': "import { main } from './main.tsx';" },
    says: 'session.ts -> main.tsx',
  },
  {
    rule: 'only main starts the console, the check, the session and the command line',
    check: only(['console.tsx', 'check.ts', 'session.ts', 'cli.ts'], {
      except: ['main.tsx', 'host.ts', 'commands/'],
      types: 'free',
    }),
    broken: { 'app.tsx': "import { openSession } from './session.ts';" },
    says: 'app.tsx -> session.ts',
  },
  {
    rule: 'only the console shows the app',
    check: only(['app.tsx'], { except: ['console.tsx'] }),
    broken: { 'screens/view.ts': "import { App } from '../app.tsx';" },
    says: 'screens/view.ts -> app.tsx',
  },
  {
    rule: 'only the app knows the screens',
    check: only(['screens/'], { except: ['app.tsx', 'screens/'] }),
    broken: { 'core/menus/menu.ts': "import { screens } from '../../screens/index.ts';" },
    says: 'core/menus/menu.ts -> screens/index.ts',
  },
  {
    rule: 'nothing inside knows the shell',
    check: never(inside, shell),
    broken: { 'probes/survey.ts': "import type { Session } from '../session.ts';" },
    says: 'probes/survey.ts -> session.ts',
  },
  {
    rule: 'what decides, knows and acts does not draw',
    check: never([...deciding, ...knowing, ...acting], ['ui/', 'screens/'], {
      // The answer and the history as text have the marks and the wrapping of the screen; a text field must know how wide characters are.
      except: [
        'formats/text.ts',
        'formats/history-page.ts',
        'formats/guide-text.ts',
        'support/sheet-page.ts',
        'input/text-field.ts',
      ],
    }),
    broken: { 'procedure/decide.ts': "import { mark } from '../ui/marks.ts';" },
    says: 'procedure/decide.ts -> ui/marks.ts',
  },
  {
    rule: 'the rules know nothing of how facts are gathered or shown',
    check: never(['procedure/', 'notice/', 'guide/'], ['probes/', 'actions/', 'ui/', 'screens/', 'input/']),
    broken: { 'procedure/rules.ts': "import type { Probe } from '../probes/probe.ts';" },
    says: 'procedure/rules.ts -> probes/probe.ts',
  },

  // Ink and React.
  {
    rule: 'Ink and React are known to what fills the screen, what takes the keys and the component of lines',
    check: only(screenLibraries, { except: ['full-screen.tsx', 'interactive.tsx', 'ui/lines.tsx'] }),
    broken: { 'screens/status.ts': "import { Text } from 'ink';" },
    says: 'screens/status.ts -> ink',
  },
  {
    rule: 'nothing inside leads to Ink or React, over however many steps',
    check: neverReaches([...deciding, ...knowing, ...acting, 'screens/', 'desk/'], screenLibraries),
    broken: {
      'core/update.ts': "import { row } from './rows.ts';",
      'core/rows.ts': "export { row } from '../ui/lines.tsx';",
      'ui/lines.tsx': "import { Box } from 'ink';",
    },
    says: 'core/update.ts -> core/rows.ts -> ui/lines.tsx -> ink',
  },
];
