import { describe, expect, it } from 'vitest';
import { overhearRecord } from '../../src/ports/overhear-record.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { fakePorts } from '../fakes/ports.ts';

const signal = new AbortController().signal;

describe('overhearing the record of the last boot', () => {
  it('hears it with each report, also of a check', async () => {
    const heard: number[] = [];
    const ports = overhearRecord(fakePorts(), (record) => heard.push(record));
    await ports.machine.report(signal);
    await ports.forCheck('clock').machine.report(signal);
    expect(heard).toHaveLength(2);
  });

  it('passes on to a check that its programs wait for their turn', () => {
    const waits: boolean[] = [];
    const waiting: Ports = {
      ...fakePorts(),
      forCheck: (_check, onWaiting) => {
        onWaiting?.(true);
        return fakePorts();
      },
    };
    overhearRecord(waiting, () => undefined).forCheck('clock', (allWait) => waits.push(allWait));
    expect(waits).toEqual([true]);
  });
});
