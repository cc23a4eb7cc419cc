import { describe, expect, it } from 'vitest';
import { checkIds, downloadOutcomes, stepIds } from '../../src/domain/facts.ts';
import { guideEntries } from '../../src/guide/entries.ts';
import { alarms, guideIdOf, guideIdOfCheck, situations } from '../../src/guide/situations.ts';
import { restartAnswers } from '../../src/domain/outcomes.ts';

const ids = new Set(guideEntries.map((entry) => entry.id));
const table = Object.entries(situations);

describe('the table of situations', () => {
  it.each(table)('%s leads to an entry that exists', (_key, id) => {
    expect(ids).toContain(id);
  });

  it('reaches every entry', () => {
    const reached = new Set(table.map(([, id]) => id));
    expect([...ids].filter((id) => !reached.has(id))).toEqual([]);
  });

  it.each(checkIds)('knows all bad news that %s can bring, and no other', (check) => {
    const brings = ['ok', 'warn', 'fail', 'unknown', 'skipped'] as const;
    const explained = brings.filter((status) => guideIdOfCheck(check, status) !== null);
    expect(explained).toEqual([...alarms[check], 'unknown']);
  });

  it('gives a check the entry that its situation has', () => {
    expect(guideIdOfCheck('clock', 'fail')).toBe(guideIdOf('check:clock:fail'));
  });

  it('knows every step, every outcome of a download and every answer to a restart', () => {
    for (const step of stepIds) expect(ids).toContain(guideIdOf(`step:${step}`));
    for (const outcome of downloadOutcomes) expect(ids).toContain(guideIdOf(`download:${outcome}`));
    for (const answer of restartAnswers) expect(ids).toContain(guideIdOf(`restart:${answer}`));
  });

  it.each([
    ['check:network:fail', 'network-base-host'],
    ['check:network:fail:edns', 'network-edns'],
    ['check:network:fail:proxy', 'network-proxy'],
    ['check:delivery-task:fail', 'task-error'],
    ['check:delivery-task:fail:missing', 'task-missing'],
    ['check:delivery-task:fail:disabled', 'task-disabled'],
    ['check:restart-state:warn:fast-startup', 'not-a-full-boot'],
    ['check:power-settings:warn:fast-startup', 'fast-startup-on'],
    ['check:component-versions:fail:disagree', 'version-disagree'],
    ['download:unknown-dialog', 'tool-unknown-dialog'],
    ['restart:already-going-down', 'restart-going-down'],
    ['restart:unanswered', 'restart-unanswered'],
    ['reader:0x81000001', 'reader-registered-elsewhere'],
    ['moment:after-consent', 'after-consent-error'],
    ['step:call-support', 'call-support'],
  ] as const)('explains %s with %s', (key, id) => {
    expect(guideIdOf(key)).toBe(id);
  });
});
