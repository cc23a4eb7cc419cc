import { describe, expect, it } from 'vitest';
import { isNear, isOver, severityOf } from '../../src/domain/severity.ts';

const at = (text: string): number => Date.parse(`2026-01-${text}+09:00`);
/** The last night is over on the 31st at 05:00. */
const deadline = at('31T05:00:00');

describe('the severity', () => {
  it.each([
    ['current', 'all-done', '31T09:00:00', 'ok'],
    ['failed', 'call-support', '20T08:10:00', 'critical'],
    ['action-needed', 'download-now', '20T08:10:00', 'warning'],
    ['action-needed', 'download-now', '31T04:59:59', 'warning'],
    ['action-needed', 'download-now', '31T05:00:00', 'critical'],
    ['unknown', 'check-by-hand', '31T04:59:59', 'unknown'],
    ['unknown', 'check-by-hand', '31T05:00:00', 'critical'],
    ['action-needed', 'restart', '20T00:00:00', 'warning'],
    ['action-needed', 'restart', '20T07:29:59', 'warning'],
    ['action-needed', 'restart', '20T07:30:00', 'critical'],
    ['action-needed', 'restart', '20T23:59:59', 'critical'],
  ] as const)('of %s with %s at %s is %s', (verdict, step, time, severity) => {
    expect(severityOf({ verdict, step, checkedAt: at(time), deadline }, at(time))).toBe(severity);
  });

  it('goes by the time of the check for the morning, and by now for the deadline', () => {
    const restart = { verdict: 'action-needed', step: 'restart', checkedAt: at('20T06:00:00') } as const;
    expect(severityOf({ ...restart, deadline }, at('20T09:00:00'))).toBe('warning');
    expect(severityOf({ ...restart, deadline }, at('31T09:00:00'))).toBe('critical');
    expect(severityOf({ ...restart, deadline: null }, at('31T09:00:00'))).toBe('warning');
  });

  it.each([
    ['27T04:59:59', false, false],
    ['27T05:00:00', true, false],
    ['31T05:00:00', true, true],
  ])('at %s the deadline is near: %s, over: %s', (time, near, over) => {
    expect([isNear(deadline, at(time)), isOver(deadline, at(time))]).toEqual([near, over]);
    expect([isNear(null, at(time)), isOver(null, at(time))]).toEqual([false, false]);
  });
});
