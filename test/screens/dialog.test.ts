import { describe, expect, it } from 'vitest';
import type { Dialog } from '../../src/screens/dialog.ts';
import type { Model } from '../../src/screens/model.ts';
import {
  askDownload,
  askLeave,
  askPressedByHand,
  askRecordVersion,
  askRestart,
  askStopWaiting,
  askSupportCalled,
  scheduledDialog,
} from '../../src/screens/questions.ts';
import { at, everywhere, model, rowsOf } from './builders.ts';

/** In hours of reception, over a remote session, in the middle of a download and of a countdown: every warning holds. */
const busy = model({
  now: at('20 10:10'),
  screen: 'restart',
  survey: { session: { remote: true, locked: false, elevated: true, user: 'OQSComApp' } },
  download: { ...model().download, phase: 'running' },
  restart: { ...model().restart, phase: 'counting' },
});
const atNight: Model = { ...busy, now: at('20 21:00') };

const questions: Readonly<Record<string, Omit<Dialog, 'opened'> | null>> = {
  download: askDownload(busy),
  restart: askRestart(busy),
  'restart in a night': askRestart(atNight),
  'stop waiting': askStopWaiting(),
  'pressed by hand': askPressedByHand(),
  'record a version': askRecordVersion('5.1.0.12'),
  'support called': askSupportCalled(),
  scheduled: scheduledDialog(at('20 10:10')),
  leave: askLeave(busy),
};

const cases = Object.entries(questions).flatMap(([name, question]) =>
  everywhere.map((place) => ({ ...place, place: place.name, question: name, asked: question })),
);

/** The question as it stands on the screen, without its box and line ends. */
function shown(question: Omit<Dialog, 'opened'>, place: (typeof everywhere)[number], selected = 0): string {
  const dialog = { ...question, selected, opened: { at: 0, chunk: 0 } };
  return rowsOf({ ...busy, dialog, size: place }, place.ambiguous)
    .map((row) => row.replace(/^\| (.*?) *\|$/, '$1'))
    .join('');
}

describe('a question', () => {
  it.each(cases)('$question at $place: is read whole, its safe answer first and selected', (each) => {
    const { asked } = each;
    if (!asked) throw new Error('nothing is asked');
    const text = shown(asked, each);
    const [safe, other] = asked.choices;
    expect(text).toContain(`+- ${asked.title} -`);
    for (const paragraph of asked.body) expect(text.replaceAll(' ', '')).toContain(paragraph.replaceAll(' ', ''));
    expect(text).toContain(`>[ ${safe?.label ?? ''} ]<   [ ${other?.label ?? ''} ]`);
    expect(asked.selected).toBe(0);
  });

  it.each(cases)('$question at $place: marks the other answer by characters as well', (each) => {
    const label = each.asked?.choices[1]?.label ?? '';
    expect(each.asked && shown(each.asked, each, 1)).toContain(`>[ ${label} ]<`);
  });

  it.each(everywhere)('stands over the screen, with its own keys, under the verdict at $name', (place) => {
    const dialog = { ...askRestart(busy), opened: { at: 0, chunk: 0 } };
    const rows = rowsOf({ ...busy, dialog, size: place }, place.ambiguous);
    const verdict = rows.findIndex((row) => row.startsWith('[要]'));
    expect(rows[verdict - 1]).toContain('[進行中]');
    expect(rows[verdict + 1]).toContain('次にすること');
    expect(rows.at(-1)).toBe('[左右]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了');
    expect(rows.join('\n')).not.toContain('再起動を取り消す');
  });
});

describe('what a question warns of', () => {
  const text = (asked: Omit<Dialog, 'opened'>): string => asked.body.join('\n');

  it('before a restart: unsaved work, patients, the remote session, a delivery under way', () => {
    expect(text(askRestart(busy))).toMatch(
      /保存していない作業は失われます.*[^]*受付時間内[^]*遠隔操作の接続は切れます/,
    );
    expect(text(askRestart(atNight))).toContain('配信の時間です(1/21(水) 05:00 まで)');
    expect(text(askRestart(model()))).not.toMatch(/受付時間内|遠隔操作|配信の時間/);
  });

  it('before a download: the restart that must follow, and patients', () => {
    expect(text(askDownload(busy))).toMatch(/再起動が必要[^]*受付時間内/);
    expect(text(askDownload(model()))).not.toContain('受付時間内');
  });
});
