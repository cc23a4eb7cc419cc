import { dirname, join, resolve } from 'node:path';
import type { CommandTools } from './command.ts';
import type { DeskTools } from './desk.ts';
import type { Screen } from '../tui/full-screen.tsx';
import { createAnswerFiles, kindOf } from '../ports/node/answer-files.ts';
import { readNamedFile } from '../ports/node/config-files.ts';
import { nodeTimers } from '../ports/node/timers.ts';

/** Works on the screen until the work is done, and gives the exit code. */
export type OnScreen = (work: (screen: Screen, told: AbortSignal) => Promise<void>) => Promise<number>;

/** A document is some 8 kB; what is so much larger is none. */
const MAX_BYTES = 1024 * 1024;

/** The desk on this machine: it reads files, and needs no terminal behind the ports. `onScreen` is null where there is none to draw on. */
export function deskOnThisMachine(
  tools: CommandTools,
  here: { readonly now: () => number; readonly offsetMinutes: number; readonly onScreen: OnScreen | null },
): DeskTools {
  const { now, offsetMinutes, onScreen } = here;
  const { consoleVersion, print, writeNew, warn, orBug } = tools;
  return {
    consoleVersion,
    print,
    writeNew,
    warn,
    orBug,
    now,
    offsetMinutes,
    answerFiles: (paths) => createAnswerFiles({ paths, maxBytes: MAX_BYTES }),
    isThere: async (path) => (await kindOf(path)) !== 'absent',
    readText: (path, remedy) => readNamedFile(path, remedy).text,
    openScreen:
      onScreen &&
      (async (start) => {
        const { runDeskScreen } = await import('../desk/console.tsx');
        const folder = await exportFolder(start.paths[0] ?? '.');
        return onScreen((screen, ended) =>
          runDeskScreen(start, {
            screen,
            timers: nodeTimers,
            now,
            offsetMinutes,
            writeNew,
            exportPath: (name) => join(folder, name),
            ended,
          }),
        );
      }),
  };
}

/** What is exported goes where the answers are. */
async function exportFolder(path: string): Promise<string> {
  return (await kindOf(path)) === 'folder' ? resolve(path) : dirname(resolve(path));
}
