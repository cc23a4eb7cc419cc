import { supportTexts } from '../../support/support.ja.ts';
import { fit } from '../../text/cells.ts';
import { keyTexts } from '../../tui/keys.ja.ts';
import { blank, line, spans } from '../../tui/line.ts';
import { consoleHelp } from '../keys.ts';
import { paragraphs, stack } from '../layout.ts';
import { row, rowsBlock, selectedOf, type Row, type Screen } from '../screen.ts';
import { helpTexts as texts } from './help.ja.ts';

/** Help: the screens that no step leads to, every key, what to know of the keyboard, every path in use. */
export const help: Screen = {
  page(model) {
    const { paths, consoleVersion } = model.about;
    const pathRows = paths.map(({ name, path }, index) => row(`path:${String(index)}`, `${name}: ${path}`, null));
    const rows = [...links, ...keyRows, ...pathRows];
    const selected = selectedOf(model, rows);
    return {
      rows,
      body: (area) =>
        stack(
          rowsBlock(links, selected, area),
          [blank, line(texts.keys, { bold: true })],
          rowsBlock(keyRows, selected, area),
          paragraphs(keyTexts.notes, area, { indent: 2 }),
          [blank, line(texts.paths, { bold: true })],
          rowsBlock(pathRows, selected, area),
          [blank, line(`${texts.version} ${consoleVersion}`), line(texts.privacy)],
        ),
    };
  },
};

const links = [
  row('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
  row('to-settings', texts.itemSettings, { type: 'go', screen: 'settings' }),
];

const KEY_COLUMNS = 20;

const keyRows: readonly Row[] = consoleHelp.map(({ keys, help: words }, index) => ({
  ...row(`key:${String(index)}`, `${keys}  ${words}`, null),
  line: spans({ text: fit(keys, KEY_COLUMNS), tone: 'accent' }, words),
}));
