import type { Gathered } from '../../src/desk/entry.ts';
import { noFilter } from '../../src/desk/filter.ts';
import { firstDeskModel, type DeskEffect, type DeskMessage, type DeskModel } from '../../src/desk/model.ts';
import { deskStates } from '../../src/desk/states.ts';
import { updateDesk } from '../../src/desk/update.ts';
import { deskView } from '../../src/desk/view.ts';
import type { KeyPress } from '../../src/tui/keys.ts';
import type { Ambiguous } from '../../src/text/cells.ts';
import { lineText } from '../../src/tui/line.ts';
import { DAY, HOUR } from '../../src/domain/time.ts';
import { entry, JAPAN, NOW } from './build.ts';

/** Something of everything: each state, a stale answer, one from the future, two of the same time, a bad file. */
export const everything: Gathered = {
  entries: [
    ...deskStates
      .filter((state) => state !== 'no-answer' && state !== 'simulated')
      .map((state, index) => entry({ state, clinic: `${kanaName(index)}医院`, terminal: `ONS${String(index)}` })),
    entry({ clinic: '古い医院', at: NOW - 9 * DAY }),
    entry({ clinic: '未来医院', at: NOW + HOUR, state: 'all-done' }),
    entry({
      clinic: '二重医院',
      check: '時計',
      failing: ['時計'],
      source: { path: '/answers/1.json', line: null },
    }),
    entry({ clinic: '二重医院', state: 'all-done', source: { path: '/answers/2.jsonl', line: 3 } }),
    entry({ clinic: null, terminal: 'どこかの端末' }),
    entry({ clinic: '模擬医院', simulated: true, state: 'all-done' }),
  ],
  bad: [
    {
      source: { path: '/answers/とても/長い/場所/にある/こわれたファイル.json', line: null },
      reason: '空です',
    },
    { source: { path: '/answers/all.jsonl', line: 12 }, reason: 'JSON として読めません' },
  ],
  roster: [{ clinic: '名簿だけの医院', terminal: 'ONS99' }],
};

export function model(given: Partial<DeskModel> = {}, gathered: Gathered = everything): DeskModel {
  return {
    ...firstDeskModel({
      size: { columns: 80, rows: 24 },
      now: NOW,
      offsetMinutes: JAPAN,
      staleHours: 48,
      filter: noFilter,
      gathered,
    }),
    progress: null,
    ...given,
  };
}

/** The model after messages and keys, and all that it asked of the world on the way. */
export function after(
  first: DeskModel,
  ...happened: readonly (DeskMessage | KeyPress['id'] | { readonly text: string })[]
): { readonly model: DeskModel; readonly effects: readonly DeskEffect[] } {
  const effects: DeskEffect[] = [];
  let current = first;
  for (const each of happened) {
    const [next, asked] = updateDesk(current, messageOf(each));
    current = next;
    effects.push(...asked);
  }
  return { model: current, effects };
}

function messageOf(each: DeskMessage | KeyPress['id'] | { readonly text: string }): DeskMessage {
  if (typeof each === 'object' && 'type' in each) return each;
  const press = (typeof each === 'string' ? { id: each } : { id: 'text', text: each.text }) as KeyPress;
  return { type: 'pressed', press, chunk: 1, now: NOW };
}

export function rowsOf(shown: DeskModel, ambiguous: Ambiguous = 'narrow'): readonly string[] {
  return deskView(shown, ambiguous).map((row) => lineText(row).trimEnd());
}

/** A name of its own for each number, in kana. */
function kanaName(index: number): string {
  return Array.from('あいうえおかきくけこさしす')[index] ?? String(index);
}
