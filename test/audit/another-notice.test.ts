import { describe, expect, it } from 'vitest';
import { findGuideEntry } from '../../src/guide/situations.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { dateToShortText, toShortText } from '../../src/domain/time.ts';
import { pageOf } from '../../src/screens/index.ts';
import { settingMeanings, settingTexts } from '../../src/settings/setting-fields.ja.ts';
import { plain } from '../../src/text/cells.ts';
import { lineText } from '../../src/tui/line.ts';
import { byHandNotice, januaryIn, madeUpNotice } from '../harness/made-up-notice.ts';
import { rowsOf } from '../screens/builders.ts';
import { menuOf } from '../screens/rows.ts';
import { problemsOfRows } from './problems.ts';
import { states as januaryStates, statesUnder, type State } from './states.ts';

const size = { columns: 80, rows: 24 };
const label = ({ screen, name }: State): string => `${screen}: ${name}`;

/**
 * Where a component of the terminal's is named whatever the notice asks for: the settings of its place, and the list of
 * all.
 */
const ofTheTerminal = [
  settingTexts['paths.versionInfo.face-library'].label,
  settingMeanings['paths.versionInfo.face-library'],
  /^\[\.\.\] +顔認証ライブラリ/gm,
];

/** All that a state says: what is in view but for the clock, and what stands further down. */
function textOf(state: State): string {
  const { model } = state;
  const [, ...rows] = rowsOf({ ...model, size });
  const body = pageOf(model).body({ ...size, columns: 4_000, ambiguous: 'wide' });
  const text = [...rows, ...body.lines.map((row) => plain(lineText(row)).trim())].join('\n');
  // Whom to call stands there with the time of now, and the nights are the notice's own.
  const clock = toShortText(model.now, model.about.offsetMinutes);
  const nights = model.about.calendar.nights.map(({ date }) => `${dateToShortText(date)} の夜`);
  return [...ofTheTerminal, clock, ...nights].reduce<string>((rest, own) => rest.replaceAll(own, ''), text);
}

/** The entries of the guide that a row leads to, and that are not there. */
function deadEnds({ model }: State): readonly string[] {
  return menuOf(model).flatMap(({ intent }) =>
    intent?.type === 'open-guide' && intent.entryId !== null && !findGuideEntry(model.about.guide(), intent.entryId)
      ? [intent.entryId]
      : [],
  );
}

const { delivery } = madeUpNotice;
const notices: readonly (readonly [string, Notice])[] = [
  ['two targets, other nights, another form', madeUpNotice],
  [
    'no restart, no report, no all-day',
    { ...madeUpNotice, restart: false, report: null, delivery: delivery && { ...delivery, allDayFrom: null } },
  ],
  ['by hand', byHandNotice],
];

describe.each(notices)('the whole audit under a notice with %s', (_, notice) => {
  // By hand nothing is pressed, so nothing that comes of a press can be seen.
  const states = statesUnder(notice).filter(({ model }) => notice.by === 'tool' || model.download.phase === 'idle');

  it('every frame is whole, and has in view what must be', () => {
    const found = states.map((state) => [
      label(state),
      ...problemsOfRows(state, rowsOf({ ...state.model, size }, 'wide'), size, 'wide'),
    ]);
    expect(found.filter(([, problem]) => problem)).toEqual([]);
  });

  it("no word is January's", () => {
    expect(states.map((state) => [label(state), ...januaryIn(textOf(state))]).filter(([, word]) => word)).toEqual([]);
  });

  it('nothing is left to fill in', () => {
    const own = states.filter(({ outside }) => outside === '');
    expect(own.filter((state) => /[{}]/.test(textOf(state))).map(label)).toEqual([]);
  });

  it('every row that leads to the guide finds its entry', () => {
    expect(states.map((state) => [label(state), ...deadEnds(state)]).filter(([, id]) => id)).toEqual([]);
  });
});

describe("under January's notice", () => {
  it('the same look finds its words, and no dead end', () => {
    const words = new Set(januaryStates.flatMap((state) => januaryIn(textOf(state))));
    expect([...words]).toEqual(
      expect.arrayContaining(['顔認証ライブラリ', '5.1.0', 'ORCA', '識別番号', '完了報告フォーム', '0800-']),
    );
    expect(januaryStates.flatMap(deadEnds)).toEqual([]);
  });
});
