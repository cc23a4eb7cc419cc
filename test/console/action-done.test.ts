import { describe, expect, it } from 'vitest';
import { downloadOutcomes, type DownloadOutcome } from '../../src/domain/facts.ts';
import { update, type Message } from '../../src/console/update.ts';
import type { Model } from '../../src/screens/model.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { situations } from '../../src/guide/situations.ts';
import type { ToolEvent } from '../../src/domain/outcomes.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { outcomeTexts } from '../../src/domain/outcomes.ja.ts';
import { fakeFault } from '../fakes/ports.ts';
import { choose, effectTypes, onScreen, ready, rowIds } from './builders.ts';
import { done } from '../fakes/done.ts';
import { failed, ok } from '../../src/domain/fault.ts';

function running(): Model {
  return { ...onScreen(ready(), 'download'), download: { ...idleDownload, phase: 'running' } };
}

function told(model: Model, ...events: readonly ToolEvent[]): Model {
  return events.reduce((before, event) => update(before, { type: 'tool', event })[0], model);
}

function finished(outcome: DownloadOutcome, pressed = true, message: string | null = null): ToolEvent {
  return { type: 'finished', outcome, pressed, message };
}

describe('what the tool says', () => {
  it('is kept word for word, oldest first', () => {
    const model = told(running(), { type: 'says', text: '一' }, { type: 'says', text: '二' });
    expect(model.download.words).toEqual(['一', '二']);
  });

  it('never fills the memory: the oldest words go', () => {
    const words = Array.from({ length: 250 }, (_, index) => `${String(index)} %`);
    const model = told(running(), ...words.map((text) => ({ type: 'says', text }) as const));
    expect(model.download.words).toEqual(words.slice(-200));
  });

  it('shows how far it is', () => {
    expect(told(running(), { type: 'step', step: 'pressed' }).download.step).toBe('pressed');
  });

  it.each([
    ['its last words once where it has said them already', '終了', ['終了']],
    ['last words that come only with the end', '再起動してください', ['終了', '再起動してください']],
    ['nothing where it ends without a word', null, ['終了']],
  ])('keeps %s', (_, message, words) => {
    const model = told(running(), { type: 'says', text: '終了' }, finished('restart-required', true, message));
    expect(model.download.words).toEqual(words);
  });
});

describe('the end of a download', () => {
  /** The guide opens where the outcome needs explaining before the next step. */
  const opened: Readonly<Record<DownloadOutcome, string | null>> = {
    'restart-required': null,
    'already-latest': null,
    error: situations['download:error'],
    hang: situations['download:hang'],
    crash: situations['download:crash'],
    'window-missing': null,
    'button-missing': null,
    'unknown-dialog': situations['download:unknown-dialog'],
  };

  it.each(downloadOutcomes)('%s after a press: explains itself, then on to the restart', (outcome) => {
    const words = [{ type: 'says', text: 'ツールの言葉' }] as const;
    const [model, effects] = update(told(running(), ...words), { type: 'tool', event: finished(outcome) });
    expect(model.download).toMatchObject({ phase: 'finished', outcome });
    expect(effectTypes(effects)).toEqual(['take-survey']);
    const seen = [outcomeTexts[outcome].title, 'ツールの言葉'];
    expect(model).toMatchObject(
      opened[outcome] === null
        ? { screen: 'download' }
        : { screen: 'guide', guide: { entryId: opened[outcome], seen } },
    );
    expect(rowIds(onScreen(model, 'download'))[0]).toBe('to-restart');
  });

  it.each(['window-missing', 'button-missing'] as const)('%s: changes over to pressing by hand', (outcome) => {
    const model = told(running(), finished(outcome, false));
    expect(model).toMatchObject({ screen: 'download', download: { phase: 'by-hand', outcome } });
    expect(rowIds(model)).toEqual(['open-tool', 'pressed', 'guide', 'to-status']);
  });

  it('closes the question whether to go on waiting', () => {
    const [question] = choose(running(), 'stop-waiting');
    expect(question.dialog).not.toBeNull();
    expect(told(question, finished('restart-required'))).toMatchObject({ dialog: null, selected: { download: 0 } });
  });

  it('notes that the terminal must be read again where a reading is under way', () => {
    const [model, effects] = update(
      { ...running(), surveying: true },
      { type: 'tool', event: finished('restart-required') },
    );
    expect([model.surveyAgain, effects]).toEqual([true, []]);
  });

  it('can be pressed again where the journal could not be written', () => {
    const [model, effects] = update(running(), done({ action: 'press-download' }, failed(fakeFault('failed'))));
    expect(model.download).toMatchObject({ phase: 'failed', fault: { code: 'failed' } });
    // The line may stand there all the same.
    expect(effectTypes(effects)).toEqual(['take-survey']);
    expect(choose(model, 'press')[0].dialog).not.toBeNull();
  });
});

describe('opening something to look at', () => {
  const fault = fakeFault('denied', '開けません。');

  it.each([
    [done({ action: 'open-tool' }, ok(null)), consoleTexts.toolOpened, []],
    [done({ action: 'open-document', path: 'C:\\a.pdf' }, ok(null)), consoleTexts.documentOpened('C:\\a.pdf'), []],
    [done({ action: 'open-document', path: 'C:\\a.pdf' }, failed(fault)), `${fault.headline} ${fault.tryNext}`, []],
    [done({ action: 'open-tool' }, failed(fault)), `${fault.headline} ${fault.tryNext}`, []],
    [
      done({ action: 'show-record' }, ok({ path: 'C:\\r.csv' })),
      consoleTexts.recordShown('C:\\r.csv'),
      ['take-survey'],
    ],
    [done({ action: 'show-record' }, ok({ path: null })), consoleTexts.recordShownWithoutPath, ['take-survey']],
    [done({ action: 'show-record' }, failed(fault)), `${fault.headline} ${fault.tryNext}`, []],
  ] as const satisfies readonly (readonly [Message, string, readonly string[]])[])(
    '%j is told in words',
    (message, words, types) => {
      const [model, effects] = update(ready(), message);
      expect(model.message).toBe(words);
      expect(effectTypes(effects)).toEqual(types);
    },
  );
});
