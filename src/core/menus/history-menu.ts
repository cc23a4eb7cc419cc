import { historyTexts } from '../../strings/history.ja.ts';
import { eventInWords } from '../../strings/journal.ja.ts';
import type { Model } from '../model.ts';
import { fromIso, toShortText } from '../time.ts';
import type { MenuItem } from './item.ts';
import { item } from './item.ts';

/** History: the journal, or the commands that were run, newest first; the first row switches between them. */
export function historyMenu(model: Model): readonly MenuItem[] {
  const { offsetMinutes } = model.about;
  if (model.historyView === 'commands') {
    const rows = model.commands.toReversed().map((command, index) => {
      const text = [command.program, ...command.args].join(' ');
      return item(
        `command:${String(index)}`,
        `${toShortText(command.at, offsetMinutes)} [${command.ended}] ${text}`,
        null,
      );
    });
    return [item('toggle', historyTexts.toJournal, { type: 'toggle-history' }), ...rows];
  }
  const rows = model.journal.entries.toReversed().map((entry) => {
    const at = fromIso(entry.at);
    return item(
      `entry:${String(entry.line)}`,
      `${at === null ? entry.at : toShortText(at, offsetMinutes)} ${eventInWords(entry.event)}`,
      null,
    );
  });
  return [item('toggle', historyTexts.toCommands, { type: 'toggle-history' }), ...rows];
}
