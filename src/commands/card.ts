import { staffCard } from '../card/cards.ts';
import { technicianCard } from '../card/cards.ts';
import type { CommandTools } from './command.ts';
import { handOutPaper } from './hand-out.ts';
import type { Options } from './options.ts';

/**
 * `card [--staff] [--html] [--out FILE]`: the page for the technician, or the one for the clinic's staff, under the
 * notice that counts.
 */
export async function runCard(options: Options, tools: CommandTools): Promise<number> {
  return tools.withRun(options, false, async ({ notice, settings }) => {
    await handOutPaper(options.staff === true ? staffCard(notice) : technicianCard(notice, settings), options, tools);
    return 0;
  });
}
