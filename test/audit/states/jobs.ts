import { NO_CHUNK } from '../../../src/screens/intent.ts';
import { downloadOutcomes, obstacles } from '../../../src/domain/facts.ts';
import type { DownloadJob, RestartJob } from '../../../src/screens/model.ts';
import { askReplace } from '../../../src/screens/restart/update.ts';
import { idleDownload } from '../../../src/screens/download/update.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import { restartAnswers } from '../../../src/domain/outcomes.ts';
import { at as time, fault, now, type ModelChanges } from '../../screens/builders.ts';
import { allHostile, hostile } from './hostile.ts';
import { chosen, type State, type Under } from './state.ts';

const MINUTE = 60_000;
const words = ['資材を確認しています。', 'ダウンロード中 40%', '完了 → 再起動 ①'];

const running = { phase: 'running', startedAt: now - 3 * MINUTE, step: 'pressed' } as const;
const counting = { phase: 'counting', dueAt: now + 42_000 } as const;

export function downloadStates({ state }: Under): readonly State[] {
  function download(name: string, job: Partial<DownloadJob>, changes: ModelChanges = {}): State {
    const own = job.words ?? [];
    return state('download', name, { ...changes, download: { ...idleDownload, ...job } }, own.join(''));
  }
  const idle = download('before the press', {});
  const byHand = download('by hand: the button was not found', { phase: 'by-hand', outcome: 'button-missing' });
  return [
    idle,
    chosen(idle, 'the question before the press', 'press'),
    chosen(idle, 'the question, the other answer chosen', 'press', 'right'),
    chosen(download('x', {}, { now: time('20 10:00') }), 'the question in hours of reception', 'press'),
    download('blocked: read-only', {}, { about: { readOnly: true } }),
    download('blocked: a second console', {}, { lock: { held: false, ownerPid: 4711 } }),
    download(
      'blocked: a second console, once the first has ended',
      {},
      {
        lock: { held: false, ownerPid: 4711, hasEnded: true },
      },
    ),
    download('blocked: too early', {}, { now: time('19 12:00') }),
    download('blocked: nothing read yet', {}, { survey: null, decision: null }),
    download('opening the tool', { ...running, step: 'opening' }),
    download('pressing', { ...running, step: 'pressing' }),
    download('pressed, the tool has said nothing', running),
    download('pressed, with words of the tool', { ...running, words }),
    chosen(download('x', running), 'the question whether to stop waiting', 'stop-waiting'),
    ...downloadOutcomes.map((outcome) => download(`finished: ${outcome}`, { phase: 'finished', outcome, words })),
    byHand,
    ...obstacles.map((obstacle) =>
      download(`by hand: ${obstacle}`, { phase: 'by-hand', outcome: 'button-missing', obstacle }),
    ),
    chosen(byHand, 'the question whether it was pressed by hand', 'pressed'),
    download('pressed by hand: what did the tool say', { phase: 'by-hand-pressed' }),
    download('the console could not go on', { phase: 'failed', fault: fault('記録に書けませんでした。') }),
    ...Object.entries(hostile).map(([name, text]) =>
      download(`the tool says what it likes: ${name}`, {
        ...running,
        words: [text, text, allHostile.slice(0, 60)],
      }),
    ),
    download('the obstacle in detail, from outside', {
      phase: 'by-hand',
      outcome: 'window-missing',
      obstacle: 'several-tools',
      detail: hostile.path,
    }),
  ];
}

export function restartStates({ state }: Under): readonly State[] {
  function restart(name: string, job: Partial<RestartJob>, changes: ModelChanges = {}): State {
    return state('restart', name, { ...changes, restart: { ...idleRestart, ...job } });
  }
  const ready = restart('before the request', {});
  return [
    ready,
    chosen(ready, 'the question before the restart', 'restart'),
    chosen(
      restart(
        'x',
        {},
        {
          now: time('20 21:00'),
          events: [{ event: 'download-started', at: time('20 20:50') }],
          survey: { session: { remote: true, locked: false, elevated: true, user: 'x' } },
        },
      ),
      'the question with every warning',
      'restart',
    ),
    restart('asking the system', { phase: 'asking' }),
    restart('counting down', counting),
    restart('counting down, the console does not come back', { ...counting, comesBack: false }),
    restart('counting down, at its end', { ...counting, dueAt: now - 1 }),
    restart('counting down, asked for elsewhere', { phase: 'counting', dueAt: null }),
    restart('counting down since an earlier run', { ...counting, askedAt: now - MINUTE }),
    restart('overdue', { phase: 'overdue' }),
    ...restartAnswers.map((answer) => restart(`refused: ${answer}`, { phase: 'refused', answer, exitCode: 5 })),
    {
      ...restart(
        'x',
        { phase: 'refused', answer: 'already-scheduled', exitCode: 1190 },
        { dialog: { ...askReplace, selected: 0, opened: { at: now, chunk: NO_CHUNK } } },
      ),
      name: 'the question whether to replace a scheduled restart',
    },
    restart('the request could not be made', { phase: 'failed', fault: fault('shutdown.exe がありません。') }),
    restart('a restart is proven', {}, { restartProof: { type: 'proven', bootedAt: time('20 08:02') } }),
    restart(
      'a restart is not proven',
      {},
      {
        restartProof: { type: 'not-yet', requestedAt: now - 60 * MINUTE, accepted: false },
      },
    ),
    restart('blocked: read-only', {}, { about: { readOnly: true } }),
  ];
}
