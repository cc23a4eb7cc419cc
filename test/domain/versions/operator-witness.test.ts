import { describe, expect, it } from 'vitest';
import { emptyHistory, type History } from '../../../src/domain/history.ts';
import { operatorWitness, typedVersion, type TypedDoubt } from '../../../src/domain/versions/operator-witness.ts';
import { at, press, steps } from '../procedure/builders.ts';

describe('operatorWitness', () => {
  const typed = (at: number, version = '5.1.0') => ({ at, component: 'face-library' as const, version });
  const press = (at: number) => ({ kind: 'press' as const, at, outcome: null, byHand: false });
  const history = (part: Partial<History>): History => ({ ...emptyHistory, ...part });

  it.each<[string, Partial<History>, number | null, boolean]>([
    ['nothing typed', {}, 100, false],
    ['typed after the boot', { operatorVersions: [typed(150)] }, 100, true],
    ['typed at the boot', { operatorVersions: [typed(100)] }, 100, true],
    ['typed before the boot', { operatorVersions: [typed(99)] }, 100, false],
    ['typed before a journaled boot', { operatorVersions: [typed(150)], fullBoots: [160] }, 100, false],
    ['typed after a journaled boot only', { operatorVersions: [typed(170)], fullBoots: [160] }, null, false],
    ['no boot known', { operatorVersions: [typed(170)] }, null, false],
    ['typed after the press', { operatorVersions: [typed(150)], presses: [press(120)] }, 100, true],
    ['typed before the press', { operatorVersions: [typed(150)], presses: [press(160)] }, 100, false],
    ['typed at the press', { operatorVersions: [typed(150)], presses: [press(150)] }, 100, false],
    ['typed as something else than a version', { operatorVersions: [typed(150, '?')] }, 100, false],
  ])('%s', (_, part, bootedAt, decides) => {
    expect(operatorWitness('face-library', history(part), bootedAt) !== null).toBe(decides);
  });

  it.each([
    ['in the future', 3_000_000, 1_000_000, false],
    ['a little ahead, as a clock is corrected', 1_200_000, 1_000_000, true],
    ['before the present boot, though its line claims that boot', 100_000, 1_000_000, false],
  ])('is no evidence where it was typed %s', (_, at, now, decides) => {
    const boot = { uptimeSeconds: 100, record: 7 };
    const entry = { ...typed(at), place: 0 };
    const part = history({ operatorVersions: [entry], trail: [{ at, boot }] });
    const witness = operatorWitness('face-library', part, 900_000, { at: now, boot });
    expect(witness !== null).toBe(decides);
  });

  it('gives the newest that was typed for the component', () => {
    const part = history({
      operatorVersions: [typed(110, '5.0.3'), typed(120, '５．１'), { ...typed(130), component: 'link-app' }],
    });
    expect(operatorWitness('face-library', part, 100)).toEqual({
      source: 'operator',
      state: 'answers',
      raw: '５．１',
      version: '5.1.0',
      path: null,
      changedAt: 120,
      fault: null,
    });
  });
});

describe('what was typed and does not count', () => {
  const typed = { at: at('20 08:05'), component: 'face-library', version: '5.1.0', place: 0 };
  const mark = { uptimeSeconds: 180, record: 7 };
  const typedWith = (part: Partial<History>): History => ({
    ...emptyHistory,
    operatorVersions: [typed],
    trail: [{ at: typed.at, boot: mark }],
    ...part,
  });
  const present = { at: at('20 08:10'), boot: { uptimeSeconds: 480, record: 7 } };
  const here = { bootedAt: at('20 08:02'), present };
  const placed = { place: 1 };

  it.each<[string, Partial<History>, Parameters<typeof typedVersion>[2], TypedDoubt | null]>([
    ['nothing: it counts', {}, here, null],
    ['the present boot lies in the future', {}, { bootedAt: at('20 08:30'), present }, 'boot-ahead'],
    [
      'the present boot lies in the future, and the machine was started since',
      {},
      { bootedAt: at('20 08:30'), present: { ...present, boot: { uptimeSeconds: 1, record: 8 } } },
      'boot-ahead',
    ],
    ['it was typed in the future', { operatorVersions: [{ ...typed, at: at('20 09:00') }] }, here, 'typed-ahead'],
    ['the button was pressed since', { presses: [{ ...press('20 08:06'), ...placed }] }, here, 'pressed'],
    ['the steps were done since', { presses: [{ ...steps('20 08:06'), ...placed }] }, here, 'steps-done'],
    [
      'the machine was started since',
      {},
      { bootedAt: at('20 08:08'), present: { ...present, boot: { uptimeSeconds: 120, record: 8 } } },
      'booted',
    ],
    ['nobody knows a boot', { trail: [{ at: typed.at, boot: null }] }, { bootedAt: null }, 'boot-unknown'],
    ['the clock was put forward since', { operatorVersions: [{ ...typed, at: at('20 07:00') }] }, here, 'clock-set'],
  ])('says why: %s', (_, part, boots, doubt) => {
    const history = typedWith(part);
    expect(typedVersion('face-library', history, boots)).toMatchObject({ version: '5.1.0', doubt });
    const counts = operatorWitness('face-library', history, boots.bootedAt, boots.present) !== null;
    expect(counts).toBe(doubt === null);
  });

  it('is nothing where nothing was typed for the component', () => {
    expect(typedVersion('link-app', typedWith({}), here)).toBeNull();
  });
});
