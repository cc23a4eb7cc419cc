import { describe, expect, it } from 'vitest';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import { downloadOutcomes, type DownloadOutcome, type Survey } from '../../../src/domain/facts.ts';
import { openScreen } from '../../../src/screens/index.ts';
import { downloadRefusal, idleDownload } from '../../../src/screens/download/update.ts';
import type { DownloadJob, Model } from '../../../src/screens/model.ts';
import { idleRestart } from '../../../src/screens/restart/countdown.ts';
import { situations } from '../../../src/guide/situations.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { downloadTexts } from '../../../src/screens/download/download.ja.ts';
import { restartTexts } from '../../../src/screens/restart/restart.ja.ts';
import {
  at,
  checks,
  choose,
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
import { textOf } from '../builders.ts';
import { selectedItem } from '../rows.ts';

const { blocked } = downloadTexts;
const withoutRestart: Notice = { ...january, restart: false };

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
    const model = during('finished', { about: { notice: withoutRestart } }, { outcome });
    expect(rowIds(model)).toEqual(ids);
    expect(row(model, 'press').blocked).toBeNull();
  });

  it.each([
    ['already-latest', 'press'],
    ['error', 'press'],
    ['restart-required', 'to-restart'],
  ] as const)('have what is next selected when it is opened again after %s: %s', (outcome, id) => {
    const model = during('finished', { about: { notice: withoutRestart } }, { outcome });
    const status = onScreen(model, 'status');
    expect(status.decision?.step).toBe('download-now');
    expect(selectedItem(choose(status, 'next-step')[0])?.id).toBe(id);
  });

  it('lead back to the status where nothing is left to press', () => {
    const start = { about: { notice: withoutRestart }, survey: { components: [faceLibrary('5.1.0')] } };
    const model = during('finished', start, { outcome: 'already-latest' });
    expect(selectedItem(openScreen(onScreen(model, 'status'), 'download'))?.id).toBe('to-status');
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

describe('a restart that the tool asked for, where the notice needs none', () => {
  const finished = (outcome: DownloadOutcome) =>
    ({ event: 'download-finished', outcome, pressed: true, message: null }) as const;
  const about = { notice: withoutRestart };
  const begun = [
    ['20 08:05', { event: 'download-started' }],
    ['20 08:06', finished('restart-required')],
  ] as const;
  const said = restartTexts.toolAsks('1/20(火) 08:05');

  it('is said in the question before the next press, and comes first among the rows', () => {
    const model = onScreen(ready({ about, journal: journalOf(...begun) }), 'download');
    expect(rowIds(model)).toEqual(['to-restart', 'press', 'by-hand', 'to-status']);
    expect(textOf(model)).toContain(downloadTexts.restartBefore);
    expect(choose(model, 'press')[0].dialog?.body.slice(0, 2)).toEqual([said, downloadTexts.restartBefore]);
  });

  it('is still said after a press that ended in an error', () => {
    const again = [
      ['20 08:07', { event: 'download-started' }],
      ['20 08:08', finished('error')],
    ] as const;
    const model = onScreen(ready({ about, journal: journalOf(...begun, ...again) }), 'download');
    expect(model.decision?.step).toBe('call-support');
    expect(choose(model, 'press')[0].dialog?.body).toContain(said);
  });

  it('is not made up where the tool asked for none', () => {
    const model = onScreen(ready({ about }), 'download');
    expect(rowIds(model)).toEqual(['press', 'by-hand', 'to-status']);
    expect(choose(model, 'press')[0].dialog?.body).not.toContain(downloadTexts.restartBefore);
  });
});
