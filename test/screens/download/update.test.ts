import { describe, expect, it } from 'vitest';
import { downloadOutcomes, type Survey } from '../../../src/domain/facts.ts';
import { downloadRefusal, idleDownload } from '../../../src/screens/download/update.ts';
import type { DownloadJob, Model } from '../../../src/screens/model.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import { situations } from '../../../src/guide/situations.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { downloadTexts } from '../../../src/screens/download/download.ja.ts';
import {
  at,
  checks,
  faceLibrary,
  foreign,
  journalOf,
  onScreen,
  opening,
  ready,
  row,
  rowIds,
  type Start,
} from '../../console/builders.ts';
import { january } from '../../domain/notice/builders.ts';

const { blocked } = downloadTexts;

function during(phase: DownloadJob['phase'], start: Start = {}, job: Partial<DownloadJob> = {}): Model {
  return { ...onScreen(ready(start), 'download'), download: { ...idleDownload, phase, ...job } };
}

describe('the rows of the download', () => {
  it.each([
    ['idle', ['press', 'by-hand', 'to-status']],
    ['failed', ['press', 'by-hand', 'to-status']],
    ['running', ['stop-waiting']],
    ['finished', ['to-restart', 'guide', 'to-status']],
    ['by-hand', ['open-tool', 'pressed', 'guide', 'to-status']],
    ['by-hand-pressed', ['answer:restart-required', 'answer:already-latest', 'answer:error', 'answer:unknown-dialog']],
  ] as const)('%s: %j', (phase, ids) => {
    expect(rowIds(during(phase))).toEqual(ids);
  });

  it.each([
    ['idle', 'press'],
    ['by-hand', 'pressed'],
    ['by-hand', 'open-tool'],
    ['by-hand-pressed', 'answer:error'],
  ] as const)('%s: %s stays in sight and says why it is blocked', (phase, id) => {
    expect(row(during(phase, { lock: foreign }), id).blocked).toBe(consoleTexts.locked(4711));
    expect(row(during(phase, { about: { readOnly: true } }), id).blocked).toBe(consoleTexts.readOnly);
    expect(row(during(phase), id).blocked).toBeNull();
  });

  it.each(downloadOutcomes)('lead to the page about %s, with the words of the tool', (outcome) => {
    const model = during('finished', {}, { outcome, words: ['言葉'] });
    const intent = row(model, 'guide').intent;
    expect(intent).toMatchObject({ type: 'open-guide', entryId: situations[`download:${outcome}`] });
    expect(intent?.type === 'open-guide' && intent.seen.at(-1)).toBe('言葉');
  });

  it.each([
    ['error', ['to-status', 'press', 'guide']],
    ['restart-required', ['to-restart', 'press', 'guide', 'to-status']],
  ] as const)('let press again after %s where no restart comes between: %j', (outcome, ids) => {
    const model = during('finished', { about: { notice: { ...january, restart: false } } }, { outcome });
    expect(rowIds(model)).toEqual(ids);
    expect(row(model, 'press').blocked).toBeNull();
  });

  it('lead to pressing by hand where nothing has happened yet', () => {
    expect(row(during('idle'), 'by-hand').intent).toMatchObject({ entryId: situations['manual:download'] });
  });
});

describe('whether it may be pressed', () => {
  const survey = (changes: Partial<Survey>) => ready({ survey: changes });
  const early = at('20 04:59');
  const elsewhere = (model: Model): Model => ({ ...model, about: { ...model.about, offsetMinutes: 0 } });

  it.each([
    ['outdated, the first night is over', ready(), null],
    ['a check must be mended first', survey({ checks: checks({ network: { status: 'fail' } }) }), null],
    ['nothing has been read', opening(), blocked.reading],
    ['it is up to date', survey({ components: [faceLibrary('5.1.0')] }), blocked.current('5.1.0')],
    ['nobody knows the version', survey({ components: [faceLibrary(null)] }), blocked.unknown],
    [
      'a press waits for its restart',
      ready({ journal: journalOf(['20 08:05', { event: 'download-started' }]) }),
      blocked.restartFirst,
    ],
    ['the first night is not over', ready({ now: early }), blocked.tooEarly('1/20(火) 05:00')],
    [
      "the first night is not over, and the terminal's clock has another zone",
      elsewhere(ready({ now: early })),
      blocked.tooEarly('1/20(火) 05:00'),
    ],
    [
      'the first night is not over, and a check fails',
      ready({ now: early, survey: { checks: checks({ network: { status: 'fail' } }) } }),
      blocked.tooEarly('1/20(火) 05:00'),
    ],
    ['another console acts', ready({ lock: foreign }), consoleTexts.locked(4711)],
    ['it is running', during('running'), blocked.running],
    [
      'a restart is being asked for',
      { ...ready(), restart: { ...idleRestart, phase: 'asking' as const } },
      blocked.restarting,
    ],
    [
      'a restart is counting down',
      { ...ready(), restart: { ...idleRestart, phase: 'counting' as const } },
      blocked.restarting,
    ],
  ])('%s', (_, model, reason) => {
    expect(downloadRefusal(model)).toBe(reason);
  });
});
