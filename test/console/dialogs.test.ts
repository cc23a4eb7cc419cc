import { describe, expect, it } from 'vitest';
import { filledRows } from '../../src/domain/notice/words.ts';
import type { Model } from '../../src/screens/model.ts';
import { update } from '../../src/console/update.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import type { KeyId } from '../../src/tui/keys.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { noKeyTexts } from '../../src/tui/keys.ja.ts';
import { fakeFault } from '../fakes/ports.ts';
import { acts, choose, onScreen, opening, patience, play, press, ready } from './builders.ts';
import { cancelDone, restartDone } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';

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
    expect(press(asked(), { id: 'kana' })[0]).toMatchObject({ message: noKeyTexts.kana, dialog: {} });
  });

  it('takes Esc for its first choice where that one does something', () => {
    const asking = { ...onScreen(ready(), 'restart'), restart: { ...idleRestart, phase: 'asking' as const } };
    const [scheduled] = update(
      asking,
      restartDone(
        ok({
          answer: 'already-scheduled',
          exitCode: 1190,
          dueAt: asking.now + 60_000,
          uptimes: null,
          comesBack: true,
        }),
      ),
    );
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

  it('asks first while a download goes on', () => {
    const download = { ...idleDownload, phase: 'running' } as const;
    const [question, effects] = press({ ...ready(), download }, 'ctrl-c');
    expect(question.dialog).toMatchObject({
      body: filledRows(consoleTexts.leaveDownload, question.about.words),
      selected: 0,
    });
    expect(effects).toEqual([]);
    expect(press(question, 'enter')).toMatchObject([{ dialog: null }, []]);
    expect(play(question, 'right', 'enter')[1]).toEqual([{ type: 'leave' }]);
    // The same key again answers nothing, and says how that is done; once nothing goes on it leaves.
    const [again, nothing] = press(question, 'ctrl-c');
    expect([again.dialog, nothing]).toEqual([question.dialog, []]);
    expect(again.message).toBe(consoleTexts.answerFirst('右', 'Enter'));
    expect(press({ ...question, download: idleDownload }, 'ctrl-c')[1]).toEqual([{ type: 'leave' }]);
  });

  describe('while a restart counts down', () => {
    const restart = { ...idleRestart, phase: 'counting', dueAt: null } as const;
    const [question] = press({ ...ready(), restart }, 'ctrl-c');

    it('opens on staying', () => {
      expect(question.dialog).toMatchObject({ body: consoleTexts.leaveCountdown, selected: 0 });
      expect(press(question, 'enter')).toMatchObject([{ dialog: null, restart }, []]);
      expect(press(question, 'escape')).toMatchObject([{ dialog: null, restart }, []]);
    });

    it('leaves at once where the restart may come', () => {
      expect(play(question, 'right', 'right', 'enter')[1]).toEqual([{ type: 'leave' }]);
    });

    it('calls it off first where it may not, and leaves once that is done', () => {
      const [leaving, effects] = play(question, 'right', 'enter');
      expect(effects).toEqual([{ type: 'act', request: { action: 'cancel-restart' } }]);
      expect(leaving.restart).toEqual(restart);
      const done = cancelDone(ok({ answer: 'accepted', exitCode: 0 }));
      expect(update(leaving, done)[1]).toEqual([{ type: 'leave' }]);
    });

    it('stays where it cannot be called off: nothing dangerous is left unseen', () => {
      const [leaving] = play(question, 'right', 'enter');
      const [refused, effects] = update(leaving, cancelDone(ok({ answer: 'denied', exitCode: 5 })));
      expect(effects).toEqual([]);
      expect(refused.restart.phase).toBe('counting');
      // Called off later, it stays.
      const later = update(refused, cancelDone(ok({ answer: 'accepted', exitCode: 0 })));
      expect(later[1].map(({ type }) => type)).toEqual(['take-survey']);
      const [unheard, none] = update(leaving, cancelDone(failed(fakeFault('timed-out'))));
      expect(none).toEqual([]);
      expect(unheard.leavesOnceCancelled).toBe(false);
    });
  });
});
