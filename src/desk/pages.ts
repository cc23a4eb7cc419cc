import { deskHelp } from './keys.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { keyTexts } from '../tui/keys.ja.ts';
import { fit, type Ambiguous } from '../text/cells.ts';
import { blank, spans, wrapLines, type Line } from '../tui/line.ts';
import { detailLines } from './detail.ts';
import type { DeskModel } from './model.ts';

const KEY_COLUMNS = 20;

/** Whether the screen is a page to read: the arrows move it, instead of a selection. */
export function isPage({ screen }: Pick<DeskModel, 'screen'>): boolean {
  return screen === 'desk-detail' || screen === 'desk-help';
}

/** The lines of a page to read. */
export function pageLines(model: DeskModel, ambiguous: Ambiguous): readonly Line[] {
  const { columns } = model.size;
  return model.screen === 'desk-help' ? helpLines(columns, ambiguous) : detailLines(model, columns, ambiguous);
}

function helpLines(columns: number, ambiguous: Ambiguous): readonly Line[] {
  const paragraph = (text: string): readonly Line[] => wrapLines(text, columns, { ambiguous });
  return [
    ...texts.helpIntro.flatMap(paragraph),
    blank,
    ...deskHelp.map(({ keys, help }) =>
      spans({ text: fit(keys.replace(/^(\d)([a-z])$/, '$1/$2'), KEY_COLUMNS), tone: 'accent' }, help),
    ),
    blank,
    ...keyTexts.notes.flatMap(paragraph),
  ];
}
