import { describe, expect, it } from 'vitest';
import { deliveryCalendar } from '../../src/probes/delivery-calendar.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { connection, noticeWith } from '../domain/notice/builders.ts';
import { fakeFault, fakePorts } from '../fakes/ports.ts';
import { at, contextWith, judgedBy } from './probe-context.ts';

const face = 'C:\\Program Files\\OQS-Auth\\Version.info';

function judgedAt(time: string, version?: string) {
  const now = at(`${time}:00+09:00`);
  const files = version === undefined ? {} : { [face]: { content: version, modifiedAt: now } };
  return judgedBy(deliveryCalendar, { terminal: { clock: { now, offsetMinutes: 540 }, files } }, contextWith({ now }));
}

describe('delivery-calendar', () => {
  it.each([
    { time: '2026-01-10T12:00', status: 'ok', phase: 'before' },
    { time: '2026-01-19T19:59', status: 'ok', phase: 'before' },
    { time: '2026-01-19T20:00', status: 'ok', phase: 'night' },
    { time: '2026-01-20T08:10', status: 'ok', phase: 'day' },
    // The night of the 24th still runs on the morning of the 25th.
    { time: '2026-01-25T04:59', status: 'ok', phase: 'night' },
    { time: '2026-01-25T05:00', status: 'warn', phase: 'day' },
    { time: '2026-01-25T20:00', status: 'warn', phase: 'excluded-night' },
    { time: '2026-01-26T04:59', status: 'warn', phase: 'excluded-night' },
    { time: '2026-01-26T05:00', status: 'ok', phase: 'day' },
    { time: '2026-01-31T04:59', status: 'ok', phase: 'night' },
  ])('$time: $status in $phase', async ({ time, status, phase }) => {
    const judged = await judgedAt(time);
    expect(judged).toMatchObject({ status, evidence: { phase } });
    expect(judged.summary).not.toBe('');
  });

  it.each([
    { version: '5.1.0', status: 'ok' },
    { version: '5.0.3', status: 'warn' },
    { version: undefined, status: 'unknown' },
  ])('once delivery runs all day, version $version: $status', async ({ version, status }) => {
    const judged = await judgedAt('2026-01-31T05:00', version);
    expect(judged).toMatchObject({ status, evidence: { phase: 'all-day', nextNight: null } });
  });

  it.each(['5.0.3', '5.1.0'])('says of version %s that delivery begins later, while it does', async (version) => {
    const now = at('2026-02-05T12:00:00+09:00');
    const notice = noticeWith({ allDayFrom: '2026-02-15' });
    const judged = await judgedBy(
      deliveryCalendar,
      {
        terminal: { clock: { now, offsetMinutes: 540 }, files: { [face]: { content: version, modifiedAt: now } } },
      },
      { ...contextWith({ now }), notice, calendar: calendarOf(notice) },
    );
    expect(judged).toMatchObject({
      status: 'ok',
      summary: '配信の夜はもうありません。2/15(日) から一日中配信されます',
      evidence: { phase: 'day', nextNight: null, allDayFrom: '2026-02-15' },
    });
  });

  it('counts a disagreement as old once delivery runs all day', async () => {
    const now = at('2026-02-02T12:00:00+09:00');
    const recordPath = 'C:\\ProgramData\\record.csv';
    const judged = await judgedBy(
      deliveryCalendar,
      {
        terminal: {
          clock: { now, offsetMinutes: 540 },
          files: {
            [face]: { content: '5.0.3', modifiedAt: now },
            [recordPath]: { content: '顔認証ライブラリ,5.1.0\r\n', modifiedAt: now },
          },
        },
      },
      contextWith({ now, history: { recordPath } }),
    );
    expect(judged.status).toBe('warn');
  });

  it('names the next night that delivers', async () => {
    expect((await judgedAt('2026-01-25T12:00')).remedy).toContain('1/26(月)');
    expect((await judgedAt('2026-01-20T08:10')).summary).toContain('1/20(火)');
  });

  it('reads no version before delivery runs all day', async () => {
    const troubles = { 'files.read': 'deaf', 'machine.report': 'deaf' } as const;
    expect((await judgedBy(deliveryCalendar, { troubles })).status).toBe('ok');
  });

  it('gives a fault where the clock cannot be read', async () => {
    const ports = fakePorts({ troubles: { 'clock.read': fakeFault() } });
    const gathered = await deliveryCalendar.gather(ports, contextWith(), new AbortController().signal);
    expect(gathered.ok).toBe(false);
  });
});

describe('delivery-calendar under other notices', () => {
  const under = (notice: Notice, time: string) => {
    const now = at(`${time}:00+09:00`);
    const terminal = { clock: { now, offsetMinutes: 540 } };
    return judgedBy(deliveryCalendar, { terminal }, contextWith({ now, notice }));
  };

  it('is left out where nothing is delivered', async () => {
    expect(await under(connection, '2026-01-20T21:00')).toMatchObject({
      status: 'skipped',
      summary: 'このお知らせに夜間の配信はありません',
      remedy: null,
      guideId: null,
      evidence: { phase: 'none', nextNight: null, lastNight: null, allDayFrom: null },
    });
  });

  it.each([
    ['2026-01-21T23:59', 'いま配信の夜です(1/22(木) 05:00 まで)'],
    ['2026-01-22T03:00', '配信の夜ですが、いまは休止中です(1/22(木) 04:00 まで)'],
    ['2026-01-22T04:00', 'いま配信の夜です(1/22(木) 05:00 まで)'],
  ])('tells at %s of a hole while it lasts, and it is the night all the same', async (time, summary) => {
    const holes = [{ from: '2026-01-22T03:00', to: '2026-01-22T04:00' }];
    expect(await under(noticeWith({ holes }), time)).toMatchObject({
      status: 'ok',
      summary,
      evidence: { phase: 'night' },
    });
  });

  it.each([
    ['2026-06-14T19:10', 'ok', '配信はまだ始まっていません(最初の夜は 6/15(月) 01:00 から)'],
    ['2026-06-15T19:10', 'warn', '6/16(火) 01:00 からの夜は配信がありません'],
    ['2026-06-16T00:30', 'warn', '6/16(火) 01:00 からの夜は配信がありません'],
    ['2026-06-16T02:00', 'warn', '6/16(火) 01:00 からの夜は配信がありません'],
    ['2026-06-16T19:10', 'ok', '次の配信の夜は 6/17(水) 01:00 から です'],
  ])('at %s takes a night of the small hours for that of the evening before: %s', async (time, status, summary) => {
    const hours = { from: '01:00', to: '04:30', allDayFrom: null };
    const notice = noticeWith({
      firstNight: '2026-06-15',
      lastNight: '2026-06-19',
      excludedNights: ['2026-06-16'],
      ...hours,
    });
    expect(await under(notice, time)).toMatchObject({ status, summary });
  });

  it('promises no all-day delivery that never comes', async () => {
    expect(await under(noticeWith({ allDayFrom: null }), '2026-01-31T12:00')).toMatchObject({
      status: 'ok',
      summary: '配信の夜はもうありません',
      evidence: { phase: 'day', allDayFrom: null },
    });
  });
});
