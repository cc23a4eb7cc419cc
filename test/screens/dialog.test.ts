import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Dialog, Intent } from '../../src/screens/intent.ts';
import type { Model } from '../../src/screens/model.ts';
import { onIntent } from '../../src/screens/index.ts';
import { askRecordVersion } from '../../src/screens/by-hand/update.ts';
import { askReplace } from '../../src/screens/restart/update.ts';
import { ask } from '../../src/screens/step.ts';
import { at, everywhere, model, rowsOf } from './builders.ts';

/**
 * In hours of reception, over a remote session, in the middle of a download and of a countdown: every warning holds.
 */
const busy = model({
  now: at('20 10:10'),
  screen: 'restart',
  survey: { session: { remote: true, locked: false, elevated: true, user: 'OQSComApp' } },
  download: { ...model().download, phase: 'running' },
  restart: { ...model().restart, phase: 'counting' },
});
const atNight: Model = { ...busy, now: at('20 21:00') };

/** The question that this opens; null where it opens none. */
function asked(shown: Model, intent: Intent): Dialog | null {
  return onIntent(shown, intent)[0].dialog;
}

const questions: Readonly<Record<string, Dialog | null>> = {
  download: asked(busy, { type: 'ask-download' }),
  restart: asked(busy, { type: 'ask-restart' }),
  'restart in a night': asked(atNight, { type: 'ask-restart' }),
  'stop waiting': asked(busy, { type: 'ask-stop-waiting' }),
  'pressed by hand': asked(busy, { type: 'ask-pressed-by-hand' }),
  'record a version': ask(busy, askRecordVersion(builtInNotice(), 'face-library', '5.1.0.12'))[0].dialog,
  'support called': asked(busy, { type: 'ask-support-called' }),
  scheduled: ask(busy, askReplace)[0].dialog,
  leave: asked(busy, { type: 'ask-leave' }),
};

const cases = Object.entries(questions).flatMap(([name, question]) =>
  everywhere.map((place) => ({ ...place, place: place.name, question: name, asked: question })),
);

/** The question as it stands on the screen, without its box and line ends. */
function shown(question: Dialog, place: (typeof everywhere)[number], selected = 0): string {
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
    const dialog = asked(busy, { type: 'ask-restart' });
    const rows = rowsOf({ ...busy, dialog, size: place }, place.ambiguous);
    const verdict = rows.findIndex((row) => row.startsWith('[要]'));
    expect(rows[verdict - 1]).toContain('[進行中]');
    expect(rows[verdict + 1]).toContain('次にすること');
    expect(rows.at(-1)).toBe('[左右]選ぶ [Enter]決定 [Esc]やめる [Ctrl+C]終了');
    expect(rows.join('\n')).not.toContain('再起動を取り消す');
  });
});

describe('what a question warns of', () => {
  const text = (shown: Model, intent: Intent): string => asked(shown, intent)?.body.join('\n') ?? '';

  it('before a restart: unsaved work, patients, the remote session, a delivery under way', () => {
    expect(text(busy, { type: 'ask-restart' })).toMatch(
      /保存していない作業は失われます.*[^]*受付時間内[^]*遠隔操作の接続は切れます/,
    );
    expect(text(atNight, { type: 'ask-restart' })).toContain('配信の時間です(1/21(水) 05:00 まで)');
    expect(text(model(), { type: 'ask-restart' })).not.toMatch(/受付時間内|遠隔操作|配信の時間/);
  });

  it('before a download: the restart that must follow, and patients', () => {
    expect(text(busy, { type: 'ask-download' })).toMatch(/再起動が必要[^]*受付時間内/);
    expect(text(model(), { type: 'ask-download' })).not.toContain('受付時間内');
  });
});
