import { supportTexts } from '../../support/support.ja.ts';
import { fit } from '../../text/cells.ts';
import { keyTexts } from '../../tui/keys.ja.ts';
import { helpRows } from '../../tui/keymap.ts';
import { blank, line, spans } from '../../tui/line.ts';
import { screenNames } from '../console.ja.ts';
import { consoleHelp, consoleKeys, type ScreenId } from '../keys.ts';
import { paragraphs, stack } from '../layout.ts';
import type { Model } from '../model.ts';
import { row, rowsPage, type Row, type Screen } from '../screen.ts';
import { helpTexts as texts } from './help.ja.ts';

/** Help: the screens that no step leads to, every key, what to know of the keyboard, every path in use. */
export const help: Screen = {
  page(model) {
    const { paths, consoleVersion } = model.about;
    const pathRows = paths.map(({ name, path }, index) => row(`path:${String(index)}`, `${name}: ${path}`, null));
    const [own, others] = keyRows(model);
    return rowsPage(model, [...own, ...links, ...others, ...pathRows], (block, area) =>
      stack(
        [line(texts.keysHere(screenNames[cameFrom(model)]), { bold: true })],
        block(own),
        [blank],
        block(links),
        [blank, line(texts.keys, { bold: true })],
        block(others),
        paragraphs(keyTexts.notes, area, { indent: 2 }),
        [blank, line(texts.paths, { bold: true })],
        block(pathRows),
        [blank, line(`${texts.version} ${consoleVersion}`), line(texts.privacy)],
      ),
    );
  },
};

const links = [
  row('to-support', supportTexts.itemOpen, { type: 'go', screen: 'support' }),
  row('to-settings', texts.itemSettings, { type: 'go', screen: 'settings' }),
];

const KEY_COLUMNS = 20;

/** The screen from which the help was opened. */
function cameFrom({ trail }: Model): ScreenId {
  return trail.at(-1) ?? 'status';
}

/** The keys of the screen that the help was opened from, then all others; those that open screens are among these. */
function keyRows(model: Model): readonly [own: readonly Row[], others: readonly Row[]] {
  const here = consoleKeys.bindingsAt(cameFrom(model)).filter(({ command }) => !command.startsWith('open-'));
  const own = helpRows(here);
  const others = consoleHelp.filter(({ help: words }) => own.every((each) => each.help !== words));
  const rows = [...own, ...others].map(({ keys, help: words }, index) => ({
    ...row(`key:${String(index)}`, `${keys}  ${words}`, null),
    line: spans({ text: fit(keys, KEY_COLUMNS), tone: 'accent' }, words),
  }));
  return [rows.slice(0, own.length), rows.slice(own.length)];
}
