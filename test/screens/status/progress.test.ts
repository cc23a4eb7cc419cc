import { describe, expect, it } from 'vitest';
import type { DownloadOutcome, Survey } from '../../../src/domain/facts.ts';
import { builtInNotice } from '../../../src/domain/notice/built-in.ts';
import { calendarOf } from '../../../src/domain/notice/calendar.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { progressLines } from '../../../src/screens/status/progress.ts';
import { lineText } from '../../../src/tui/line.ts';
import { at, faceLibrary, journalOf, ready } from '../../console/builders.ts';
import { replacement } from '../../domain/notice/builders.ts';
import { witness } from '../../domain/procedure/builders.ts';

type Entry = readonly [time: string, event: JournalEvent];

const pressed: Entry = ['20 08:05', { event: 'download-started' }];
const answered = (outcome: DownloadOutcome): Entry => [
  '20 08:06',
  { event: 'download-finished', outcome, pressed: true, message: null },
];
const unreadable = faceLibrary(null, [{ ...witness('version-info', '5.0.3'), state: 'unreadable', version: null }]);
const booted = (time: string): Partial<Survey> => ({ boot: { bootedAt: at(time), lastBootKind: 'full' } });

/** The row of steps, at 08:10 on the morning after the first night. */
function stepsAt(survey: Partial<Survey>, entries: readonly Entry[], notice: Notice = builtInNotice()): string {
  const about = { notice, calendar: calendarOf(notice) };
  const model = ready({ about, survey, journal: journalOf(...entries) });
  const rows = progressLines(model, { columns: 80, ambiguous: 'wide' }).map(lineText);
  return rows.find((row) => row.startsWith('1')) ?? '';
}

describe('the restart', () => {
  it.each<readonly [string, Partial<Survey>, readonly Entry[], boolean]>([
    ['is done where the boot came after the night', booted('20 08:02'), [], true],
    ['is not where it came before', booted('19 08:02'), [], false],
    ['nor where the version cannot be read', { ...booted('19 08:02'), components: [unreadable] }, [], false],
    ['nor where no boot is known', { boot: { bootedAt: null, lastBootKind: 'unknown' } }, [], false],
    ['nor where it was fetched since', booted('20 08:02'), [pressed, answered('restart-required')], false],
    ['nor where a press ended in an error since', booted('20 08:02'), [pressed, answered('error')], false],
    ['but where the boot came after the press, too', booted('20 08:08'), [pressed, answered('restart-required')], true],
    [
      'nor where one was asked for and called off',
      {
        ...booted('19 08:02'),
        components: [faceLibrary('5.0.3', [witness('delivery-record', '5.1.0')])],
      },
      [
        ['20 08:06', { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.0.3' }],
        ['20 08:06', { event: 'version-seen', component: 'face-library', source: 'delivery-record', version: '5.1.0' }],
        ['20 08:07', { event: 'restart-requested', bootedAt: '2026-01-19T08:02:00+09:00', attempt: 1 }],
        ['20 08:08', { event: 'restart-cancelled' }],
      ],
      false,
    ],
  ])('%s', (_, survey, entries, isDone) => {
    expect(stepsAt(survey, entries)).toContain(isDone ? '再起動[済]' : '再起動[ ]');
  });
});

describe('what is fetched without nights', () => {
  const notice = { ...builtInNotice(), delivery: null };

  it.each<readonly [string, readonly Entry[], string]>([
    ['nothing was pressed', [], '1取得[ ] 2再起動[ ]'],
    ['it was pressed, and nobody saw the answer', [pressed], '1取得[ ] 2再起動[ ]'],
    ['the tool asked for a restart', [pressed, answered('restart-required')], '1取得[済] 2再起動[ ]'],
    ['the press ended in an error', [pressed, answered('error')], '1取得[ ] 2再起動[ ]'],
    ['the tool said what nobody knows', [pressed, answered('unknown-dialog')], '1取得[ ] 2再起動[ ]'],
  ])('is done only where it is known: %s', (_, entries, steps) => {
    expect(stepsAt(booted('20 08:02'), entries, notice)).toContain(steps);
  });

  it('is not done by a press that ended in an error, also after the restart that clears it', () => {
    expect(stepsAt(booted('20 08:08'), [pressed, answered('error')], notice)).toContain('1取得[ ] 2再起動[済]');
  });
});

describe('a version that is reached', () => {
  const reached: Partial<Survey> = { ...booted('19 08:02'), components: [faceLibrary('5.1.0')] };
  const { steps } = replacement;
  const byHand: Notice = { ...builtInNotice(), delivery: null, report: null, by: 'hand', steps, restart: false };
  const stepsDone: Entry = ['20 08:05', { event: 'hand-steps-done' }];
  const ticked: Entry = ['20 08:06', { event: 'hand-step-ticked', step: 0, text: '', done: true }];

  it('makes what leads to it needless, and calls done only what is proven', () => {
    expect(stepsAt(reached, [])).toContain('1電源[-] 2再起動[-] 3バージョン[済] 4報告[ ]');
    expect(stepsAt({ ...reached, ...booted('20 08:02') }, [])).toContain('1電源[-] 2再起動[済] 3バージョン[済]');
    expect(stepsAt(reached, [], { ...builtInNotice(), delivery: null })).toContain(
      '1取得[-] 2再起動[-] 3バージョン[済]',
    );
  });

  it.each<readonly [string, Partial<Survey>, readonly Entry[], string]>([
    ['nothing is on record, and it is reached', reached, [], '1手順[-] 2バージョン[済]'],
    ['they are on record, and it is reached', reached, [stepsDone], '1手順[済] 2バージョン[済]'],
    [
      'they are on record, and nobody can read it',
      { components: [unreadable] },
      [stepsDone],
      '1手順[済] 2バージョン[ ]',
    ],
    ['they are begun anew, and nobody can read it', { components: [unreadable] }, [stepsDone, ticked], '1手順[ ] 2'],
    ['they are on record, and it is old after them', booted('20 08:02'), [stepsDone], '1手順[ ] 2バージョン[ ]'],
  ])('by hand, has the steps as they stand: %s', (_, survey, entries, steps) => {
    expect(stepsAt(survey, entries, byHand)).toContain(steps);
  });
});

it('does not call the deadline passed while the night of its day still runs', () => {
  const rowsAt = (time: string): string =>
    progressLines(ready({ now: at(time) }), { columns: 80, ambiguous: 'wide' })
      .map(lineText)
      .join('');
  expect(rowsAt('31 03:00')).toContain('期限 1/30(金) 今日まで');
  expect(rowsAt('31 05:00')).toContain('期限 1/30(金) 過ぎています');
});
