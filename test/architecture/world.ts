import { inside, shell, world as outside } from './folders.ts';
import type { Held } from './held.ts';
import { never, neverReaches, notInCode } from './rules.ts';

/** Only the ports touch the world, and only main picks which. */
export const world: readonly Held[] = [
  {
    rule: 'only the ports touch the world',
    check: never([...inside, ...shell], outside, {
      except: [
        // The process itself, and where the bundle lies.
        'main.ts',
        // Paths of this machine, put together.
        'commands/host.ts',
        'commands/glance.ts',
        'commands/with-host.ts',
        'commands/call.ts',
        'commands/desk.ts',
        'commands/site-files.ts',
        'commands/site-notices.ts',
        'commands/site-place.ts',
        // SHA-256 is arithmetic, and so is taking arguments apart.
        'journal/bytes.ts',
        'commands/early-frame.ts',
      ],
    }),
    broken: { 'journal/write.ts': "import { appendFile } from 'node:fs/promises';" },
    says: 'journal/write.ts -> node:fs/promises',
  },
  {
    rule: 'of Node, the shell and the hash know no more than paths, the process, its arguments and SHA-256',
    check: never([...inside, ...shell], outside, { but: ['node:path', 'node:process', 'node:crypto', 'node:util'] }),
    broken: { 'main.ts': "import { readFileSync } from 'node:fs';" },
    says: 'main.ts -> node:fs',
  },
  {
    rule: 'nothing inside leads to the world, over however many steps',
    check: neverReaches(inside, outside, { except: ['journal/bytes.ts'] }),
    broken: {
      'console/live.ts': "import { after } from '../ports/timers.ts';",
      'ports/timers.ts': "import { setTimeout } from 'node:timers/promises';",
    },
    says: 'console/live.ts -> ports/timers.ts -> node:timers/promises',
  },
  {
    rule: 'the first frame stands without the guide and without schemas',
    check: neverReaches(['commands/early-frame.ts'], ['guide/built-in.ts', 'guide/guide.ts', 'guide/search.ts', 'zod']),
    broken: {
      'commands/early-frame.ts': "import { status } from '../screens/status.ts';",
      'screens/status.ts': "import { builtInEntries } from '../guide/guide.ts';",
    },
    says: 'commands/early-frame.ts -> screens/status.ts -> guide/guide.ts',
  },
  {
    rule: 'a check stands without the pages of the guide',
    check: neverReaches(['commands/check.ts', 'commands/run.ts'], ['guide/built-in.ts', 'guide/search.ts']),
    broken: { 'commands/run.ts': "import { builtInEntries } from '../guide/built-in.ts';" },
    says: 'commands/run.ts -> guide/built-in.ts',
  },
  {
    rule: 'only main picks an implementation of the ports',
    check: never([...inside, ...shell], ['ports/'], {
      but: ['ports/ports.ts'],
      types: 'free',
      // The notice and the settings are files of this machine, read before there is a terminal; a scenario has a
      // schema. The entry sets the engine up before anything is loaded, and ends the process whatever hangs.
      except: [
        'bin.ts',
        'as-program.ts',
        'commands/call.ts',
        'commands/console-call.ts',
        'commands/host.ts',
        'commands/glance.ts',
        'commands/desk.ts',
        'commands/run.ts',
        'commands/site-files.ts',
        'commands/site-notices.ts',
        'commands/site-place.ts',
        // A notice that is written or checked needs no terminal: its file, and the person who answers.
        'commands/notice.ts',
        'commands/schema.ts',
      ],
    }),
    broken: { 'console/console.ts': "import { nodeTimers } from '../ports/node/timers.ts';" },
    says: 'console/console.ts -> ports/node/timers.ts',
  },
  {
    rule: 'nothing inside knows an implementation of the ports, not even its types',
    check: never(inside, ['ports/'], { but: ['ports/ports.ts'] }),
    broken: { 'actions/action.ts': "import type { Timers } from '../ports/node/timers.ts';" },
    says: 'actions/action.ts -> ports/node/timers.ts',
  },
  {
    rule: 'what decides knows of the ports no more than types',
    check: never(['screens/', 'console/', 'report/', 'support/', 'formats/'], ['ports/'], { types: 'free' }),
    broken: { 'console/update.ts': "import { programIds } from '../ports/ports.ts';" },
    says: 'console/update.ts -> ports/ports.ts',
  },
  {
    rule: 'of a run, the ports are no more than the files of settings and notices, and an ear for the boot record',
    check: never(
      ['commands/run.ts', 'commands/site-files.ts', 'commands/site-notices.ts', 'commands/site-place.ts'],
      ['ports/'],
      {
        but: ['ports/ports.ts', 'ports/node/config-files.ts', 'ports/overhear-record.ts'],
      },
    ),
    broken: { 'commands/run.ts': "import { createJournalStore } from '../ports/node/journal-store.ts';" },
    says: 'commands/run.ts -> ports/node/journal-store.ts',
  },
  {
    rule: 'the ports serve the console, they do not know it',
    check: never(['ports/'], ['tui/', 'guide/', 'journal/', 'domain/procedure/'], {
      but: ['journal/store.ts'],
    }),
    broken: { 'ports/node/files.ts': "import type { Journal } from '../../journal/journal.ts';" },
    says: 'ports/node/files.ts -> journal/journal.ts',
  },
  {
    rule: 'what Windows and every system share does not know the simulator, nor the shared part Windows',
    check: (graph) => [
      ...never(['ports/windows/', 'ports/node/'], ['ports/simulator/'])(graph),
      ...never(['ports/node/'], ['ports/windows/'])(graph),
    ],
    broken: { 'ports/windows/machine.ts': "import { clock } from '../simulator/clock.ts';" },
    says: 'ports/windows/machine.ts -> ports/simulator/clock.ts',
  },
  {
    rule: 'nothing inside asks Node through a global: no clock, no timer, no chance, no bytes of Node',
    check: (graph) =>
      notInCode(
        /\b(Date\.now|new Date\(\)|Math\.random|performance\.now|setTimeout|setInterval|setImmediate|Buffer\.|require\(|fetch\()/,
        {
          except: [
            'ports/',
            // Where the real clock comes in.
            'as-program.ts',
            'commands/call.ts',
            'commands/glance.ts',
            'commands/host.ts',
            // Limits of time are real ones, whatever the clock of the terminal says: of a check whose port never
            // answers, of a command.
            'domain/limit.ts',
            // Waits for the rest of a sequence from the terminal, and numbers the chunks of input by turns of the event
            // loop.
            'tui/keyboard.ts',
            // What changes in one turn of the event loop is drawn once; what the terminal holds comes with the next
            // one.
            'tui/draw.ts',
            'tui/run-program.ts',
          ],
        },
      )(graph),
    broken: { 'domain/time.ts': 'export const now = (): number => Date.now();' },
    says: 'domain/time.ts: Date.now',
  },
];
