import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceAtJournal } from '../../src/journal/glance.ts';
import { historyOf } from '../../src/journal/history.ts';
import { readJournal } from '../../src/journal/read.ts';
import { fileOf, line } from './build.ts';

const lines = [
  { event: 'console-started', version: '0.1.0' },
  { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.0.3' },
  { event: 'left-on', night: '2026-01-20' },
].reduce<readonly string[]>((before, fields) => [...before, line(before, fields)], []);
const bytes = fileOf(lines);

describe('a journal at a glance', () => {
  it('tells of its entries what the reading of the journal tells', () => {
    const text = new TextDecoder().decode(bytes);
    const whole = readJournal(bytes, null).entries;
    const glance = glanceAtJournal(text).entries;
    expect(glance).toHaveLength(whole.length);
    const { versionsSeen, nightsLeftOn } = historyOf(glance, 'any');
    const read = historyOf(whole, 'any');
    expect({ versionsSeen, nightsLeftOn }).toEqual({
      versionsSeen: read.versionsSeen,
      nightsLeftOn: read.nightsLeftOn,
    });
  });

  it('leaves out a line of which not all is there, wherever it was cut', () => {
    const text = new TextDecoder().decode(bytes);
    const whole = glanceAtJournal(text).entries.length;
    fc.assert(
      fc.property(fc.nat(text.length), (at) => {
        expect(glanceAtJournal(text.slice(at)).entries.length).toBeLessThanOrEqual(whole);
      }),
    );
    expect(glanceAtJournal(text.slice(1)).entries).toHaveLength(whole - 1);
  });

  it('is never more than what it is: nobody takes it for a journal that was read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(glanceAtJournal(text)).toMatchObject({ state: 'absent', problems: [], losses: [] });
      }),
    );
  });
});
