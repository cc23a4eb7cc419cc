import { describe, expect, it } from 'vitest';
import { choose, morning, onScreen, press, ready } from '../console/builders.ts';
import { update } from '../../src/console/update.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { SECOND } from '../../src/domain/time.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import type { Model } from '../../src/screens/model.ts';
import { fileDone } from '../fakes/done.ts';
import { fault, textOf } from './builders.ts';

/** The sheet is being written. */
function saving(): Model {
  return choose(onScreen(ready(), 'support'), 'sheet')[0];
}

function after(model: Model, seconds: number): Model {
  return update(model, {
    type: 'clock',
    now: (model.waiting[0]?.since ?? morning) + seconds * SECOND,
    uptimeSeconds: null,
  })[0];
}

describe('a file that is being written', () => {
  it('is told at once, and with the seconds where it takes long', () => {
    expect(textOf(saving())).toContain(consoleTexts.saving);
    expect(textOf(after(saving(), 1))).not.toContain('秒たちました');
    expect(textOf(after(saving(), 5))).toContain(`${consoleTexts.saving} ${consoleTexts.waited(5)}`);
  });

  it.each([ok({ path: '/data/exports/sheet.txt' }), failed(fault('ディスクがいっぱいです。'))])(
    'is waited for no longer once there is an answer: %j',
    (outcome) => {
      const [done] = update(after(saving(), 5), { ...fileDone('sheet', outcome) });
      expect(done.waiting).toEqual([]);
      expect(textOf(after(done, 9))).not.toContain('秒たちました');
    },
  );

  it('gives its row up to what is said meanwhile, and is told again after that', () => {
    const [meanwhile] = press(after(saving(), 5), 'r');
    expect(textOf(after(meanwhile, 6))).not.toContain('秒たちました');
    const [moved] = press(after(saving(), 5), 'down');
    expect(textOf(after(moved, 6))).toContain(consoleTexts.waited(6));
  });

  it('is not written a second time meanwhile', () => {
    const [again, effects] = choose(saving(), 'sheet');
    expect(effects).toEqual([]);
    expect(again.message).toBe(consoleTexts.blocked(consoleTexts.saving));
  });

  it('is still waited for when another one has come to its end', () => {
    const both = choose(onScreen(ready(), 'history'), 'save-page')[0];
    expect(both.waiting.map(({ what }) => what)).toEqual(['history-html', 'history-page']);
    const [one] = update(both, fileDone('history-html', ok({ path: '/data/exports/a.html' })));
    expect(one.waiting.map(({ what }) => what)).toEqual(['history-page']);
  });
});
