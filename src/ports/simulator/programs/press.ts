import type { DownloadOutcome } from '../../../domain/facts.ts';
import { toolTexts } from '../simulator.ja.ts';
import { entryForTry, stageByTool, takeTry } from '../machine-state.ts';
import type { DownloadTry } from '../scenario-schema.ts';
import { asciiJsonLine } from '../../ascii-json.ts';
import { fallSilent, waitOn } from './life.ts';
import type { ProgramContext } from './program-context.ts';
import { logPress } from './tool-log.ts';

/** Words of progress while the tool works. */
const PROGRESS_STEPS = 4;

const NO_WINDOW: DownloadTry = { outcome: 'window-missing', seconds: 0 };

/**
 * Presses 「今すぐダウンロード」 once, as the scenario's next try says, and reports as it goes. Once pressed it goes on to its
 * end whether anybody still reads or not; only the machine going down ends it early.
 */
export async function pressDownloadNow(context: ProgramContext): Promise<number> {
  const entry = nextTry(context);
  const { outcome } = entry;
  const say = (value: object): void => context.write(asciiJsonLine(value));
  say({ type: 'step', step: 'opening' });
  if (outcome === 'window-missing') return finish(context, entry, false);
  say({ type: 'step', step: 'pressing' });
  if (outcome === 'button-missing') return finish(context, entry, false);
  logPress(context, false);
  say({ type: 'step', step: 'pressed' });
  if (outcome === 'unknown-dialog') return (await workFor(context, entry.seconds)) ? finish(context, entry, true) : 1;
  const words = (percent: number): void => say({ type: 'says', text: toolTexts.progress(percent) });
  if (!(await workFor(context, entry.seconds, words))) return 1;
  if (outcome === 'hang') {
    await fallSilent(context.workdir, context.machine);
    return 1;
  }
  if (outcome === 'crash') return 1;
  if (outcome === 'restart-required') stageByTool(context.workdir, context.machine);
  return finish(context, entry, true);
}

/**
 * Presses the button as an operator does in the tool's own window: what the scenario's next try would bring comes true, only
 * that a window or button which the console cannot find is there for the operator. Nothing is reported.
 */
export async function pressByHand(context: ProgramContext): Promise<number> {
  const entry = nextTry(context);
  logPress(context, true);
  if (!(await workFor(context, entry.seconds))) return 1;
  if (handOutcome(entry.outcome) === 'restart-required') stageByTool(context.workdir, context.machine);
  return 0;
}

function nextTry({ workdir, spec }: ProgramContext): DownloadTry {
  if (!spec.tool.installed) return NO_WINDOW;
  return entryForTry(spec.tool.downloadNow, takeTry(workdir, 'download')) ?? NO_WINDOW;
}

function handOutcome(outcome: DownloadOutcome): DownloadOutcome {
  return outcome === 'window-missing' || outcome === 'button-missing' ? 'restart-required' : outcome;
}

/** false: the machine went down meanwhile. */
async function workFor(
  { workdir, machine }: ProgramContext,
  seconds: number,
  onProgress?: (percent: number) => void,
): Promise<boolean> {
  for (let step = 0; step < PROGRESS_STEPS; step += 1) {
    onProgress?.((step * 100) / PROGRESS_STEPS);
    if (!(await waitOn(workdir, machine, (seconds * 1_000) / PROGRESS_STEPS))) return false;
  }
  return true;
}

function finish(context: ProgramContext, entry: DownloadTry, pressed: boolean): number {
  const message = entry.message ?? toolTexts.outcome[entry.outcome];
  if (pressed) context.write(asciiJsonLine({ type: 'says', text: message }));
  context.write(asciiJsonLine({ type: 'finished', outcome: entry.outcome, pressed, message }));
  return 0;
}
