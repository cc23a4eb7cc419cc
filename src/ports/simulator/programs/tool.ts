import { appendFileSync } from 'node:fs';
import type { DownloadOutcome } from '../../../domain/facts.ts';
import { toIso } from '../../../domain/time.ts';
import { stageByTool } from '../delivery.ts';
import { claimHandPress, lastTry, takeTry } from '../machine.ts';
import type { DownloadTry } from '../scenario-schema.ts';
import { toolTexts } from '../simulator.ja.ts';
import { readTextIfThere } from '../shared-files.ts';
import { NO_WINDOW } from '../terminal-spec.ts';
import { workdirFiles } from '../workdir.ts';
import { BAD_PARAMETER, silence, stayUp, type Program, type ProgramContext } from './context.ts';

/** Words of progress while the tool works. */
const PROGRESS_STEPS = 4;

/** The driver of 「配信アプリケーション管理ツール」: `open`, `show-record`, `press download-now`, `press-by-hand`. */
export const toolProgram: Program = async (context) => {
  const { installed } = context.spec.tool;
  const [verb, button] = context.args;
  if (!installed && verb !== 'press') return 2;
  switch (verb) {
    case 'open':
      context.say({ type: 'opened' });
      if (isPressedByTheOperator(context)) await context.startApart(['tool', 'press-by-hand']);
      return 0;
    case 'show-record':
      context.say({ type: 'record', path: context.spec.record.path });
      return 0;
    case 'press':
      return button === 'download-now' ? pressDownloadNow(context) : BAD_PARAMETER;
    case 'press-by-hand':
      return pressByHand(context);
    case undefined:
    default:
      return BAD_PARAMETER;
  }
};

/**
 * Presses 「今すぐダウンロード」 once, as the scenario's next try says, and reports as it goes. Once pressed it goes on
 * to its end whether anybody still reads or not; only the machine going down ends it early.
 */
async function pressDownloadNow(context: ProgramContext): Promise<number> {
  const entry = nextTry(context);
  const { outcome } = entry;
  context.say({ type: 'step', step: 'opening' });
  if (outcome === 'window-missing') return finish(context, entry, false);
  context.say({ type: 'step', step: 'pressing' });
  if (outcome === 'button-missing') return finish(context, entry, false);
  logPress(context, false);
  context.say({ type: 'step', step: 'pressed' });
  const says = (percent: number): void => context.say({ type: 'says', text: toolTexts.progress(percent) });
  if (!(await work(context, entry, outcome === 'unknown-dialog' ? null : says))) return 1;
  if (outcome === 'hang') {
    await silence(context);
    return 1;
  }
  if (outcome === 'crash') return 1;
  if (outcome === 'restart-required') stageByTool(context.workdir, context.machine);
  return finish(context, entry, true);
}

/**
 * Presses the button as an operator does in the tool's own window: what the scenario's next try would bring comes true,
 * only that a window or button which the console cannot find is there for the operator. Nothing is reported.
 */
async function pressByHand(context: ProgramContext): Promise<number> {
  const entry = nextTry(context);
  logPress(context, true);
  if (!(await work(context, entry, null))) return 1;
  if (entry.outcome === 'restart-required' || isHidden(entry.outcome)) stageByTool(context.workdir, context.machine);
  return 0;
}

/**
 * A simulated terminal has no window in which an operator could press the button. Where the scenario hides the window
 * or the button from the console, opening the tool therefore counts as the operator pressing it there: once in each
 * boot, after the try's `seconds`.
 */
function isPressedByTheOperator({ workdir, spec, machine }: ProgramContext): boolean {
  const current = lastTry(workdir, 'download', spec.tool.downloadNow);
  return current !== undefined && isHidden(current.outcome) && claimHandPress(workdir, machine);
}

function isHidden(outcome: DownloadOutcome): boolean {
  return outcome === 'window-missing' || outcome === 'button-missing';
}

function nextTry({ workdir, spec }: ProgramContext): DownloadTry {
  if (!spec.tool.installed) return NO_WINDOW;
  return takeTry(workdir, 'download', spec.tool.downloadNow) ?? NO_WINDOW;
}

/** Notes a press in the tool's own log, flushed before the tool does anything. */
function logPress({ workdir, spec, now }: ProgramContext, byHand: boolean): void {
  const path = workdirFiles(workdir).toolLog;
  const press = (readTextIfThere(path) ?? '').split('\n').filter((line) => line !== '').length + 1;
  const entry = {
    at: toIso(now(), spec.offsetMinutes),
    press,
    button: toolTexts.button,
    ...(byHand ? { byHand } : {}),
  };
  appendFileSync(path, `${JSON.stringify(entry)}\n`, { flush: true });
}

/** Works for the try's seconds. false: the machine went down meanwhile. */
async function work(
  context: ProgramContext,
  { seconds }: DownloadTry,
  onProgress: ((percent: number) => void) | null,
): Promise<boolean> {
  for (let step = 0; step < PROGRESS_STEPS; step += 1) {
    onProgress?.((step * 100) / PROGRESS_STEPS);
    if (!(await stayUp(context, (seconds * 1_000) / PROGRESS_STEPS))) return false;
  }
  return true;
}

function finish(context: ProgramContext, { outcome, message: own }: DownloadTry, pressed: boolean): number {
  const message = own ?? toolTexts.outcome[outcome];
  if (pressed) context.say({ type: 'says', text: message });
  context.say({ type: 'finished', outcome, pressed, message });
  return 0;
}
