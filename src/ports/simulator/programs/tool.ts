import { claimHandPress, entryForTry, triesUsed } from '../machine-state.ts';
import { asciiJsonLine } from '../../ascii-json.ts';
import { pressByHand, pressDownloadNow } from './press.ts';
import type { Program, ProgramContext } from './program-context.ts';

/** The driver of 「配信アプリケーション管理ツール」: `locate`, `open`, `show-record`, `press download-now`, `press-by-hand`. */
export const toolProgram: Program = async (context) => {
  const { spec } = context;
  const [verb, button] = context.args;
  if (verb === 'locate') {
    const { installed } = spec.tool;
    context.write(asciiJsonLine({ type: 'located', installed, canOpen: installed }));
    return 0;
  }
  if (!spec.tool.installed && verb !== 'press') return 2;
  switch (verb) {
    case 'open':
      context.write(asciiJsonLine({ type: 'opened' }));
      if (isPressedByTheOperator(context)) context.startApart(['tool', 'press-by-hand']);
      return 0;
    case 'show-record':
      context.write(asciiJsonLine({ type: 'record', path: spec.record.path }));
      return 0;
    case 'press':
      return button === 'download-now' ? pressDownloadNow(context) : 87;
    case 'press-by-hand':
      return pressByHand(context);
    case undefined:
    default:
      return 87;
  }
};

/**
 * A simulated terminal has no window in which an operator could press the button. Where the scenario hides the window or the
 * button from the console, opening the tool therefore counts as the operator pressing it there: once in each boot, after the try's `seconds`.
 */
function isPressedByTheOperator({ workdir, spec, machine }: ProgramContext): boolean {
  const tries = triesUsed(workdir, 'download');
  const current = entryForTry(spec.tool.downloadNow, Math.max(1, tries));
  if (current?.outcome !== 'button-missing' && current?.outcome !== 'window-missing') return false;
  return claimHandPress(workdir, machine);
}
