import { describe, expect, it } from 'vitest';
import { checkIds, type CheckId } from '../../src/domain/facts.ts';
import { checkGuideIds, checklist, checksExplainedBy } from '../../src/probes/checklist.ts';
import { guideEntries } from '../guide/january-guide.ts';

/** Which bad news each check can bring, by the table of checks in the design. `unknown` it can always bring. */
const alarms: Readonly<Record<CheckId, readonly string[]>> = {
  'component-versions': ['warn', 'fail'],
  'delivery-calendar': ['warn'],
  clock: ['warn', 'fail'],
  'restart-state': ['warn'],
  'delivery-task': ['warn', 'fail'],
  'power-settings': ['warn'],
  network: ['warn', 'fail'],
  'disk-space': ['warn', 'fail'],
  'card-reader': ['warn'],
  'management-tool': ['warn', 'fail'],
  session: ['warn'],
};

describe('the list of checks', () => {
  it('has every check, in the order in which they are shown', () => {
    expect(checklist.map(({ id }) => id)).toEqual(checkIds);
  });

  it.each(checklist)('knows an entry for all bad news that $id can bring, and for no other', ({ id, guide }) => {
    const explained = ['ok', 'warn', 'fail', 'unknown', 'skipped'].filter((status) => Object.hasOwn(guide, status));
    expect(explained).toEqual([...alarms[id], 'unknown']);
  });

  it.each(checkGuideIds)('leads to an entry that exists: %s', (entry) => {
    expect(guideEntries.map(({ id }) => id)).toContain(entry);
  });

  it.each([
    ['network', 'fail', 'network-base-host'],
    ['network', 'edns', 'network-edns'],
    ['network', 'proxy', 'network-proxy'],
    ['delivery-task', 'fail', 'task-error'],
    ['delivery-task', 'missing', 'task-missing'],
    ['delivery-task', 'disabled', 'task-disabled'],
    ['restart-state', 'fastStartup', 'not-a-full-boot'],
    ['power-settings', 'fastStartup', 'fast-startup-on'],
    ['component-versions', 'disagree', 'version-disagree'],
  ] as const)('explains %s, %s with %s', (check, news, entry) => {
    expect(checklist.find(({ id }) => id === check)?.guide[news]).toBe(entry);
    expect(checksExplainedBy(entry)).toContain(check);
  });
});
