import { helpLinks } from './menus/help-menu.ts';
import { consoleHelp } from './keys.ts';
import { keyTexts } from '../tui/keys.ja.ts';
import { helpTexts } from './help.ja.ts';
import { blank, line, spans, wrapLines } from '../tui/line.ts';
import { fit } from '../text/cells.ts';
import { menuBlock } from './menu-block.ts';
import { stack, type Screen } from './screen.ts';

const KEY_COLUMNS = 20;

/** Help: the way to support and settings, every key from the key map, what to know of the keyboard, and every path in use. */
export const help: Screen = (model, area) => {
  const links = helpLinks().length;
  return stack(
    menuBlock(model, area, { to: links }),
    [blank, line(helpTexts.keys, { bold: true })],
    menuBlock(model, area, {
      from: links,
      to: links + consoleHelp.length,
      row: (item) => {
        const row = consoleHelp.find((each) => `${each.keys}  ${each.help}` === item.label);
        return {
          line: row ? spans({ text: fit(row.keys, KEY_COLUMNS), tone: 'accent' }, row.help) : spans(item.label),
          blocked: null,
        };
      },
    }),
    keyTexts.notes.flatMap((note) => wrapLines(note, area.columns, { indent: 2, ambiguous: area.ambiguous })),
    [blank, line(helpTexts.paths, { bold: true })],
    menuBlock(model, area, { from: links + consoleHelp.length }),
    [blank, line(`${helpTexts.version} ${model.about.consoleVersion}`), line(helpTexts.privacy)],
  );
};
