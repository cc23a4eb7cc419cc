import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/core/model.ts';
import { update } from '../../../src/core/update.ts';
import { idleDownload, idleRestart } from '../../../src/core/update/jobs.ts';
import type { KeyId } from '../../../src/input/keys.ts';
import { consoleTexts } from '../../../src/strings/console.ja.ts';
import { acts, choose, onScreen, opening, patience, play, press, ready } from '../builders.ts';

/** The question before 「今すぐダウンロード」, as Enter in chunk 5 has opened it. */
function asked(): Model {
  const model = onScreen(ready(), 'download');
  return update(model, { type: 'pressed', press: { id: 'enter' }, chunk: 5, now: model.now })[0];
}

function answer(model: Model, id: KeyId, chunk: number, later: number) {
  return update(model, { type: 'pressed', press: { id }, chunk, now: model.now + later });
}

describe('a question', () => {
  it('opens with its first, harmless choice selected', () => {
    expect(asked().dialog).toMatchObject({ selected: 0, choices: [{ intent: null }, {}] });
  });

  it('is not answered by the rest of the input that opened it, however late that comes', () => {
    const [moved] = answer(asked(), 'right', 5, patience);
    const [after, effects] = answer(moved, 'enter', 5, patience);
    expect(after.dialog).toMatchObject({ selected: 0 });
    expect(effects).toEqual([]);
  });

  it('is not confirmed before it has stood for a moment', () => {
    const [moved] = answer(asked(), 'right', 6, 0);
    const [early, none] = answer(moved, 'enter', 7, patience - 1);
    expect(early.dialog).toMatchObject({ selected: 1 });
    expect(none).toEqual([]);
    const [confirmed, effects] = answer(moved, 'enter', 7, patience);
    expect(confirmed.dialog).toBeNull();
    expect(acts(effects)).toEqual([{ action: 'press-download' }]);
  });

  it.each(['enter', 'escape'] as const)('does nothing when %s declines it', (key) => {
    const [declined, effects] = answer(asked(), key, 6, patience);
    expect(declined).toMatchObject({ dialog: null, download: idleDownload, screen: 'download' });
    expect(effects).toEqual([]);
  });

  it('can be declined at once', () => {
    expect(answer(asked(), 'escape', 6, 0)[0].dialog).toBeNull();
  });

  it.each([
    ['right', 1],
    ['left', 0],
    ['down', 1],
    ['tab', 1],
  ] as const)('keeps the choice inside with %s pressed twice', (key, selected) => {
    expect(play(asked(), key, key)[0].dialog?.selected).toBe(selected);
  });

  it.each(['1', '7', 'r', '/', '?', 'page-down', 'home'] as const)('is not left by %s', (key) => {
    const [after, effects] = press(asked(), key);
    expect(after.dialog).toEqual(asked().dialog);
    expect(after.screen).toBe('download');
    expect(effects).toEqual([]);
  });

  it('says that kana do nothing', () => {
    expect(press(asked(), { id: 'kana' })[0]).toMatchObject({ message: consoleTexts.kana, dialog: {} });
  });

  it('takes Esc for its first choice where that one does something', () => {
    const asking = { ...onScreen(ready(), 'restart'), restart: { ...idleRestart, phase: 'asking' as const } };
    const [scheduled] = update(asking, {
      type: 'restart-answered',
      answer: 'already-scheduled',
      exitCode: 1190,
      dueAt: asking.now + 60_000,
      comesBack: true,
    });
    expect(scheduled.dialog).not.toBeNull();
    const [kept, effects] = press(scheduled, 'escape');
    expect(kept).toMatchObject({ dialog: null, restart: { phase: 'counting', dueAt: null } });
    expect(effects).toEqual([]);
  });
});

describe('Ctrl+C', () => {
  it.each([
    ['on a screen', ready()],
    ['before anything was read', opening()],
    ['in a question', asked()],
    ['in a text field', choose(onScreen(ready(), 'by-hand'), 'type-version')[0]],
    ['in the search', press(onScreen(ready(), 'guide'), '/')[0]],
  ])('leaves at once %s', (_, model) => {
    expect(press(model, 'ctrl-c')[1]).toEqual([{ type: 'leave' }]);
  });

  it.each([
    ['a download', { download: { ...idleDownload, phase: 'running' } }, consoleTexts.leaveDownload],
    [
      'a countdown',
      { restart: { ...idleRestart, phase: 'counting', dueAt: null } },
      consoleTexts.leaveCountdown,
    ],
  ] as const)('asks first while %s goes on', (_, job, body) => {
    const [question, effects] = press({ ...ready(), ...job }, 'ctrl-c');
    expect(question.dialog).toMatchObject({ body, selected: 0 });
    expect(effects).toEqual([]);
    expect(press(question, 'enter')).toMatchObject([{ dialog: null }, []]);
    expect(play(question, 'right', 'enter')[1]).toEqual([{ type: 'leave' }]);
  });
});
