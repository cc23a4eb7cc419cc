import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComponentStatus, Witness, WitnessSource } from '../../../src/domain/facts.ts';
import { emptyHistory } from '../../../src/domain/history.ts';
import {
  judgeComponent,
  lastKnownOf,
  readingsOf,
  targetsIn,
  worstOf,
} from '../../../src/domain/versions/component-status.ts';
import { connection } from '../notice/builders.ts';

const faceLibrary = { id: 'face-library', name: '顔認証ライブラリ' };
const linkApp = { id: 'link-app', name: '連携アプリケーション' };

function witness(source: WitnessSource, answer: string): Witness {
  const state = answer === 'absent' || answer === 'unreadable' ? answer : 'answers';
  const version = state === 'answers' ? answer : null;
  return { source, state, raw: version, version, path: null, changedAt: null, fault: null };
}

function judge(record: string, versionInfo: string, operator?: string) {
  return judgeComponent(faceLibrary, '5.1.0', [
    witness('delivery-record', record),
    witness('version-info', versionInfo),
    ...(operator === undefined ? [] : [witness('operator', operator)]),
  ]);
}

describe('judgeComponent', () => {
  it.each<[string, string, ComponentStatus, string | null]>([
    ['5.1.0', '5.1.0', 'ok', '5.1.0'],
    ['5.1.0.12', '5.10.0', 'ok', '5.1.0.12'],
    ['5.1.0', 'absent', 'ok', '5.1.0'],
    ['absent', '5.1', 'ok', '5.1.0'],
    ['5.0.3', '5.0.3', 'outdated', '5.0.3'],
    ['5.0.9', '5.0.3', 'outdated', '5.0.3'],
    ['absent', '5.0.3', 'outdated', '5.0.3'],
    ['5.1.0', '5.0.3', 'disagree', '5.0.3'],
    ['5.0.3', '5.1.0', 'disagree', '5.0.3'],
    ['absent', 'absent', 'unknown', null],
    ['unreadable', 'unreadable', 'unknown', null],
    ['unreadable', 'absent', 'unknown', null],
    ['unreadable', '5.1.0', 'unknown', '5.1.0'],
    ['5.1.0', 'unreadable', 'unknown', '5.1.0'],
    ['unreadable', '5.0.3', 'outdated', '5.0.3'],
  ])('record %s and Version.info %s: %s', (record, versionInfo, status, installed) => {
    expect(judge(record, versionInfo)).toMatchObject({ status, installed, required: '5.1.0' });
  });

  it('makes a disagreement beside an unreadable witness unknown', () => {
    const witnesses = [
      witness('delivery-record', '5.1.0'),
      witness('version-info', '5.0.3'),
      witness('version-info', 'unreadable'),
    ];
    expect(judgeComponent(faceLibrary, '5.1.0', witnesses).status).toBe('unknown');
  });

  it.each<[string, ComponentStatus]>([
    ['5.1.0', 'ok'],
    ['5.0.3', 'outdated'],
  ])('lets the operator decide alone, and lists the others (%s)', (typed, status) => {
    const reading = judge('unreadable', '5.0.9', typed);
    expect(reading).toMatchObject({ status, installed: typed });
    expect(reading.witnesses.map(({ source }) => source)).toEqual(['delivery-record', 'version-info', 'operator']);
  });

  it('asks nothing of a component that the notice does not name', () => {
    expect(judgeComponent(linkApp, null, [witness('version-info', '4.0.2')])).toMatchObject({
      status: 'not-required',
      installed: '4.0.2',
    });
    expect(judgeComponent(linkApp, null, [])).toMatchObject({ status: 'not-required', installed: null });
  });

  it('takes an answer that is no version, or a requirement beyond all numbers, for unknown', () => {
    expect(judge('new', 'absent')).toMatchObject({ status: 'unknown', installed: null });
    const huge = judgeComponent(faceLibrary, '5.1.99999999999999999999', [witness('version-info', '5.1.0')]);
    expect(huge.status).toBe('unknown');
  });

  it('is never ok where a witness is unreadable or older, and does not depend on their order', () => {
    const answers = fc.array(fc.constantFrom('absent', 'unreadable', '5.0.3', '5.1.0', '5.2.0'));
    fc.assert(
      fc.property(answers, (list) => {
        const witnesses = list.map((answer) => witness('version-info', answer));
        const { status } = judgeComponent(faceLibrary, '5.1.0', witnesses);
        expect(judgeComponent(faceLibrary, '5.1.0', witnesses.toReversed()).status).toBe(status);
        const hindered = list.includes('unreadable') || list.includes('5.0.3');
        expect(status === 'ok' && hindered).toBe(false);
        expect(status === 'outdated' && !list.includes('5.0.3')).toBe(false);
      }),
    );
  });
});

const at = (time: string): number => Date.parse(`2026-01-${time}+09:00`);
const seen = (time: string, version: string, component: 'face-library' | 'link-app' = 'face-library') => ({
  at: at(time),
  component,
  source: 'version-info' as const,
  version,
});
const typed = (time: string, version: string) => ({ at: at(time), component: 'face-library' as const, version });

describe('the targets of a notice', () => {
  const seen = {
    'link-app': [witness('version-info', '4.1.0')],
    'browser-extension': [witness('version-info', '1.9.0')],
  };
  const read = readingsOf(seen, { notice: connection, history: emptyHistory });

  it('are judged each against its own version, whoever brings the component', () => {
    expect(read.map(({ id, name, status, required }) => [id, name, status, required]).slice(1)).toEqual([
      ['link-app', '連携アプリケーション', 'ok', '4.1.0'],
      ['face-library', '顔認証ライブラリ', 'not-required', null],
      ['reader-app', '顔認証付きカードリーダーアプリケーション', 'not-required', null],
      ['browser-extension', 'ブラウザ拡張機能', 'outdated', '2.0.0.0'],
    ]);
  });

  it('are found in the order of the notice, as far as they were read', () => {
    const turned = { targets: connection.targets.toReversed() };
    expect(targetsIn(read, turned).map(({ id }) => id)).toEqual(['browser-extension', 'link-app']);
    expect(targetsIn(read.slice(0, 4), connection).map(({ id }) => id)).toEqual(['link-app']);
  });

  const order: readonly ComponentStatus[] = ['outdated', 'disagree', 'unknown', 'ok'];
  it('are as bad as the worst of them, the first of equals', () => {
    const of = (status: ComponentStatus, id: string) => ({ ...judge('5.1.0', '5.1.0'), id, status });
    for (const [place, worse] of order.entries())
      for (const better of order.slice(place)) {
        expect(worstOf([of(better, 'a'), of(worse, 'b')])?.id).toBe(better === worse ? 'a' : 'b');
        expect(worstOf([of(worse, 'a'), of(better, 'b')])?.id).toBe('a');
      }
    expect(worstOf([])).toBeUndefined();
  });
});

describe('the version that is known last', () => {
  it.each([
    { name: 'nothing', versionsSeen: [], operatorVersions: [], known: null },
    {
      name: 'what was read last',
      versionsSeen: [seen('19T08:00', '5.0.3'), seen('20T08:00', '5.1.0')],
      operatorVersions: [],
      known: { version: '5.1.0', at: at('20T08:00') },
    },
    {
      name: 'what was typed later',
      versionsSeen: [seen('19T08:00', '5.0.3')],
      operatorVersions: [typed('20T08:00', '5.1.0')],
      known: { version: '5.1.0', at: at('20T08:00') },
    },
    {
      name: 'what was read later',
      versionsSeen: [seen('21T08:00', '5.1.0')],
      operatorVersions: [typed('20T08:00', '5.0.3')],
      known: { version: '5.1.0', at: at('21T08:00') },
    },
    {
      name: "another component's is another's",
      versionsSeen: [seen('21T08:00', '4.0.2', 'link-app')],
      operatorVersions: [],
      known: null,
    },
    {
      name: 'what is no version is no evidence',
      versionsSeen: [seen('20T08:00', '5.0.3'), seen('21T08:00', 'new')],
      operatorVersions: [],
      known: { version: '5.0.3', at: at('20T08:00') },
    },
  ])('$name', ({ versionsSeen, operatorVersions, known }) => {
    expect(lastKnownOf('face-library', { versionsSeen, operatorVersions })).toEqual(known);
  });
});
