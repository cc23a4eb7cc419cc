import { screenIds } from '../../src/screens/keys.ts';
import { describe, expect, it } from 'vitest';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { emptyField } from '../../src/tui/text-field.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import { MINUTE, SECOND } from '../../src/domain/time.ts';
import { emptyHistory } from '../../src/domain/history.ts';
import { readingsOf } from '../../src/domain/versions/component-status.ts';
import type { Model } from '../../src/screens/model.ts';
import { topLines } from '../../src/screens/top-lines.ts';
import { lineText } from '../../src/tui/line.ts';
import { opening, ready } from '../console/builders.ts';
import { connection } from '../domain/notice/builders.ts';
import { at, everywhere, model, now, rowsOf, textOf, witness, type ModelChanges } from './builders.ts';

const countdown = { ...idleRestart, phase: 'counting', dueAt: now + 43 * SECOND } as const;
const download = { ...idleDownload, phase: 'running', startedAt: now - 3 * MINUTE - 5 * SECOND } as const;
const foreign = { held: false, ownerPid: 4711 } as const;
const ended = { ...foreign, hasEnded: true } as const;
const question = {
  title: consoleTexts.leaveTitle,
  body: consoleTexts.leaveCountdown,
  choices: [{ label: consoleTexts.leaveStay, intent: null }],
  selected: 0,
  opened: { at: now, chunk: 0 },
};

describe.each(everywhere)('the bar, at $name', ({ columns, rows, ambiguous }) => {
  const shown = (changes: ModelChanges): readonly string[] =>
    rowsOf(model({ size: { columns, rows }, ...changes }), ambiguous);

  it.each(screenIds)('counts the seconds of a restart on the screen %s', (screen) => {
    const all = shown({ restart: countdown, screen });
    const key = screen === 'restart' ? '[Esc] 取り消す' : '[5] 取り消しの画面';
    expect(all[1]).toBe(`[進行中] 再起動まで 43 秒  ${key}`);
    expect(all[3]).toContain('次にすること');
  });

  it.each(screenIds)('counts the time of a download on the screen %s', (screen) => {
    expect(shown({ download, screen })[1]).toBe('[進行中] ダウンロード 3 分 5 秒経過');
  });

  it.each<readonly [string, ModelChanges, string]>([
    ['the first seconds of a download', { download: { ...download, startedAt: now } }, 'ダウンロード 0 秒経過'],
    ['a download of another console', { download, lock: foreign }, 'ダウンロード 3 分 5 秒経過  別の画面で操作中'],
    [
      'a countdown of another console',
      { restart: countdown, lock: foreign },
      '再起動まで 43 秒  取り消しは、操作中の画面で',
    ],
    [
      'a countdown of a console that has ended',
      { restart: countdown, lock: ended, screen: 'restart' },
      '再起動まで 43 秒  [1] 「この画面から操作する」',
    ],
    [
      'a countdown of a console that has ended, where it is taken over',
      { restart: countdown, lock: ended },
      '再起動まで 43 秒  「この画面から操作する」を選ぶ',
    ],
    [
      'a countdown of a console that has ended, to one that is read-only',
      { restart: countdown, lock: ended, about: { readOnly: true } },
      '再起動まで 43 秒  取り消しは、操作中の画面で',
    ],
    [
      'a countdown at its end',
      { restart: { ...countdown, dueAt: now }, screen: 'restart' },
      'まもなく再起動します  [Esc] 取り消す',
    ],
    [
      'a countdown of unknown time',
      { restart: { ...countdown, dueAt: null } },
      '再起動の予約あり(時刻は不明)  [5] 取り消しの画面',
    ],
    ['a request that is being made', { restart: { ...countdown, phase: 'asking' } }, '再起動まで 43 秒'],
    ['a question', { restart: countdown, dialog: question }, '再起動まで 43 秒  [Esc] のあと [5] 取り消しの画面'],
    [
      'a question on the restart',
      { restart: countdown, dialog: question, screen: 'restart' },
      '再起動まで 43 秒  [Esc] のあと [Esc] 取り消す',
    ],
    [
      'a text field',
      { restart: countdown, screen: 'guide', guide: { entryId: null, query: emptyField, searching: true, seen: [] } },
      '再起動まで 43 秒  [Esc] のあと [5] 取り消しの画面',
    ],
    [
      'a terminal that is not read yet',
      { restart: countdown, survey: null, decision: null },
      '再起動まで 43 秒  [5] 取り消しの画面',
    ],
  ])('tells of %s', (_, changes, words) => {
    expect(shown(changes)).toContain(`[進行中] ${words}`);
  });
});

it('tells a second console what the journal holds, and nothing once the lock is nobody’s', () => {
  const events = [{ event: 'download-started', lock: 'theirs', at: at('20 08:09') }] as const;
  const looking = { events, lock: foreign };
  expect(textOf(model({ ...looking, livingLock: 'theirs' }))).toContain(
    '[進行中] ダウンロード 1 分 0 秒経過  別の画面で操作中',
  );
  expect(textOf(model({ ...looking, livingLock: 'theirs' }))).toContain('次にすること: 終わるまで待つ');
  expect(textOf(model(looking))).not.toContain('[進行中]');
  expect(textOf(model(looking))).toContain('次にすること: 端末を再起動する');
});

it('leads out of a question first where a console that has ended is taken over from', () => {
  expect(textOf(model({ restart: countdown, lock: ended, dialog: question, screen: 'restart' }))).toContain(
    '再起動まで 43 秒  [Esc] のあと [1] 「この画面から操作する」',
  );
});

it('is not there where nothing runs', () => {
  expect(textOf(model())).not.toContain('[進行中]');
});

it('says of a countdown nowhere that it has not happened yet', () => {
  const restartProof = { type: 'not-yet', requestedAt: now, accepted: true } as const;
  const all = textOf(model({ restart: countdown, restartProof }));
  expect(all).not.toContain('まだ行われていません');
});

const textUnder = (shown: Model): string => topLines(shown, 'narrow', 'status').map(lineText).join('');

/** The bar under a notice with three targets, of which Version.info says this. */
function barOf(versions: Readonly<Record<string, string>> | null): string {
  const notice = { ...connection, targets: [...connection.targets, { component: 'face-library', version: '5.1.0' }] };
  const about = { notice };
  if (versions === null) return textUnder(opening({ about }));
  const witnesses = Object.fromEntries(
    Object.entries(versions).map(([id, version]) => [id, [witness('version-info', version)]]),
  );
  const components = readingsOf(witnesses, { notice, history: emptyHistory });
  return textUnder(ready({ about, survey: { components } }));
}

describe('the bar counts beside the target that decides', () => {
  const link = { 'link-app': '4.1.0' };
  const extension = { 'browser-extension': '2.0.0.0' };

  it.each([
    [
      'all that are not reached either',
      { 'link-app': '4.0.2', 'browser-extension': '1.9', 'face-library': '5.0.3' },
      2,
    ],
    ['one that cannot be read', { 'link-app': '4.0.2', ...extension }, 1],
    ['none that is reached', { ...link, ...extension, 'face-library': '5.0.3' }, 0],
    ['all, once all are reached', { ...link, ...extension, 'face-library': '5.1.0' }, 2],
    ['all, before anything is read', null, 2],
  ])('%s', (_, versions, count) => {
    expect(/ほか (\d) 件/.exec(barOf(versions))?.[1] ?? '0').toBe(String(count));
  });
});
