import type { Options } from './options.ts';
import { limitSignal } from '../domain/limit.ts';
import { historyDocument } from '../formats/history-answer.ts';
import { historyPaper } from '../formats/history-page.ts';
import type { CommandTools } from './command.ts';
import { handOut, handOutPaper } from './hand-out.ts';
import { jsonText } from '../text/harmless.ts';

/** How long the terminal may take to say its name: the page does without it. */
const NAME_PATIENCE_MS = 10_000;

/**
 * `history [--html|--json] [--out FILE]`: the journal as a page to print and sign, or as a document. Reads only; an
 * empty journal gives an empty page, not an error.
 */
export async function runHistory(options: Options, tools: CommandTools): Promise<number> {
  return tools.withRun(options, false, async ({ ports, journal, notice, terminal, about }) => {
    const report = await ports.machine.report(limitSignal(NAME_PATIENCE_MS));
    const history = {
      journal: journal.reading(),
      journalPath: ports.journal.path,
      notice,
      known: about.known,
      clinic: about.clinic.name,
      terminal: report.ok ? report.value.name : null,
      consoleVersion: tools.consoleVersion,
      now: ports.clock.now(),
      offsetMinutes: terminal.offsetMinutes,
    };
    if (options.json === true) await handOut(() => `${jsonText(historyDocument(history), 2)}\n`, options, tools);
    else await handOutPaper(historyPaper(history), options, tools);
    return 0;
  });
}
