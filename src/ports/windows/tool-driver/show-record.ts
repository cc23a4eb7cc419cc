import type { DriverTools } from './driver-tools.ts';
import { exitCodes, type Met } from './obstacle.ts';
import { openTool } from './open-tool.ts';
import { pathFromCommandLine } from './path-from-command-line.ts';
import { startPressing, type Pressing } from './pressing.ts';

/**
 * Presses 「配信実績の確認」 and learns from the viewer that opens which file the record is. Gives the exit code; says `record`,
 * or `obstacle`.
 */
export async function showRecord(tools: DriverTools): Promise<number> {
  const { say } = tools;
  const opened = await openTool(tools);
  if (opened.type === 'obstacle') return sayObstacle(tools, opened);

  // The steps keep whoever waits from taking a slow terminal for silence.
  say({ type: 'step', step: 'opening' });
  const pressing = startPressing(tools, opened.processId);
  try {
    const there = await pressing.watching();
    if ('obstacle' in there) return sayObstacle(tools, there);
    say({ type: 'step', step: 'pressing' });
    pressing.press(tools.config.buttons.showRecord);
    const shown = await followViewers(tools, pressing);
    if (shown === null) return exitCodes.noAnswer;
    if ('obstacle' in shown) return sayObstacle(tools, shown);
    say({ type: 'record', path: shown.path });
    return exitCodes.answered;
  } finally {
    pressing.end();
  }
}

export function sayObstacle({ say }: Pick<DriverTools, 'say'>, { obstacle, detail }: Met): number {
  say({ type: 'obstacle', obstacle, detail });
  return exitCodes.obstacle;
}

const VIEWER = 'viewer';

/**
 * The one file that the programs started since the press were given; no path where there is none or more than one. null: the
 * tool ended, so that nothing can be said.
 */
async function followViewers(
  { config }: DriverTools,
  pressing: Pressing,
): Promise<{ readonly path: string | null } | Met | null> {
  const paths = new Set<string>();
  let mayHavePressed = false;
  let ended = false;

  /** Waits for the viewer, and after it for another one that would make it doubtful. */
  function wait(): void {
    const { viewerMs, secondViewerMs } = config.limits;
    pressing.alarm(VIEWER, paths.size > 0 ? secondViewerMs : viewerMs);
  }

  for (;;) {
    const happening = await pressing.next();
    switch (happening.type) {
      case 'not-pressed':
        return happening.met;
      case 'pressing':
      case 'pressed':
        mayHavePressed = true;
        wait();
        break;
      case 'watch': {
        const { line } = happening;
        if (line.type === 'process-ended') ended = true;
        const path = line.type === 'viewer' && line.commandLine ? pathFromCommandLine(line.commandLine) : null;
        if (path === null) break;
        paths.add(path);
        if (mayHavePressed) wait();
        break;
      }
      case 'watch-lost':
        ended = true;
        break;
      case 'alarm':
        return { path: theOnly(paths) };
    }
    // Before the press has said whether it has pressed, the end of the watch is not yet the end.
    if (ended && mayHavePressed) return paths.size === 0 ? null : { path: theOnly(paths) };
  }
}

function theOnly(paths: ReadonlySet<string>): string | null {
  const [only, ...others] = paths;
  return others.length === 0 ? (only ?? null) : null;
}
