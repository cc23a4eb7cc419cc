import { describe, expect, it } from 'vitest';
import { boundedLine, conclude, faultFindings, faultsOf, type Finding } from '../../src/probes/finding.ts';
import { failed, ok } from '../../src/domain/fault.ts';
import { fakeFault } from '../fakes/ports.ts';

const finding = (status: Finding['status'], name: string): Finding => ({
  status,
  summary: name,
  remedy: `${name}を直す。`,
});

const guide = { fail: 'an-entry', unknown: 'check-unknown' };

describe('conclude', () => {
  it('is ok without findings', () => {
    expect(conclude(guide, [], 'よし', { a: 1 })).toEqual({
      status: 'ok',
      summary: 'よし',
      remedy: null,
      guideId: null,
      evidence: { a: 1 },
    });
  });

  it('lets the worst kind speak and keeps the others as evidence', () => {
    const all = [finding('unknown', 'ウ'), finding('warn', 'イ'), finding('fail', 'ア'), finding('fail', 'エ。')];
    expect(conclude(guide, all, '', {})).toMatchObject({
      status: 'fail',
      summary: 'ア。エ',
      remedy: 'アを直す。エ。を直す。',
      evidence: { also: ['ウ', 'イ'] },
    });
  });

  it('says the same thing once', () => {
    const twice = conclude(guide, [finding('warn', 'ア'), finding('warn', 'ア')], '', {});
    expect(twice).toMatchObject({ summary: 'ア', remedy: 'アを直す。' });
  });

  it("prefers a fault's own guide entry", () => {
    const fault = { ...fakeFault(), guideId: 'some-entry' };
    expect(conclude(guide, faultFindings(failed(fault)), '', {}).guideId).toBe('some-entry');
    expect(conclude(guide, faultFindings(failed(fakeFault())), '', {}).guideId).toBe('check-unknown');
  });
});

describe('the guide', () => {
  it('has the entry of the finding, else the one for all of its status, else none', () => {
    const own: Finding = { ...finding('fail', 'ア'), guideId: 'its-own' };
    expect(conclude(guide, [own], '', {}).guideId).toBe('its-own');
    expect(conclude(guide, [finding('fail', 'ア')], '', {}).guideId).toBe('an-entry');
    expect(conclude(guide, [finding('warn', 'ア')], '', {}).guideId).toBeNull();
  });
});

describe('evidence', () => {
  it('cuts lines at 200 characters, never inside one', () => {
    expect(boundedLine('あ'.repeat(200))).toBe('あ'.repeat(200));
    expect(boundedLine('𠮷'.repeat(201))).toBe(`${'𠮷'.repeat(198)}..`);
  });

  it('names the readings that failed, and nothing else', () => {
    expect(faultsOf({ a: ok(1) })).toEqual({});
    expect(faultsOf({ a: ok(1), b: failed(fakeFault()) })).toEqual({
      faults: { b: { code: 'denied', headline: 'denied で読めません' } },
    });
  });
});
