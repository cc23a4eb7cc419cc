import { describe, expect, it } from 'vitest';
import { downloadOutcomes, stepIds } from '../../src/domain/facts.ts';
import { guideIdOf, situations } from '../../src/guide/situations.ts';
import { checkGuideIds } from '../../src/probes/checklist.ts';
import { restartAnswers } from '../../src/domain/outcomes.ts';
import { builtInEntries } from '../../src/guide/built-in.ts';

const ids = new Set(builtInEntries.map((entry) => entry.id));
const table = Object.entries(situations);

describe('the table of situations', () => {
  it.each(table)('%s leads to an entry that exists', (_key, id) => {
    expect(ids).toContain(id);
  });

  it('reaches every entry', () => {
    const reached = new Set([...table.map(([, id]) => id), ...checkGuideIds]);
    expect([...ids].filter((id) => !reached.has(id))).toEqual([]);
  });

  it('knows every step, every outcome of a download and every answer to a restart', () => {
    for (const step of stepIds) expect(ids).toContain(guideIdOf(`step:${step}`));
    for (const outcome of downloadOutcomes) expect(ids).toContain(guideIdOf(`download:${outcome}`));
    for (const answer of restartAnswers) expect(ids).toContain(guideIdOf(`restart:${answer}`));
  });

  it.each([
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
