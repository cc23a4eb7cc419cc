import { checkIds, type CheckId } from '../../src/domain/facts.ts';
import type { Answer } from '../../src/formats/answer-schema.ts';

/**
 * An answer that knows everything of an outdated terminal: the network fails, the disk warns, the reader is unknown,
 * the rest is ok. `check`: the one that comes first, as for `fix-first`.
 */
export function exampleAnswer({ check = null }: { readonly check?: CheckId | null } = {}): Answer {
  const component = (
    id: Answer['components'][number]['id'],
    status: Answer['components'][number]['status'],
    installed: string | null,
    required: string | null = null,
  ) => ({ id, status, installed, required, lastKnown: null, witnesses: [] });
  return {
    formatVersion: '1.1',
    consoleVersion: '0.1.0',
    generatedAt: '2026-01-20T08:10:00+09:00',
    simulated: true,
    clinic: { id: 'clinic-4711' },
    terminal: { name: 'CLINIC-ONS01', os: 'Windows 10 IoT Enterprise LTSC 2021' },
    session: { remote: false, locked: false },
    notice: {
      id: '2026-01-face-library',
      target: { component: 'face-library', version: '5.1.0' },
      targets: [{ component: 'face-library', version: '5.1.0' }],
      file: null,
      deadline: '2026-01-30',
      others: [],
    },
    problems: [],
    verdict: 'action-needed',
    nextStep: {
      id: check === null ? 'download-now' : 'fix-first',
      title: check === null ? '「今すぐダウンロード」を押す' : '異常のある点検を、手引きのとおりに直す',
      reason: '古いままです。',
      check,
      night: null,
      alternative: null,
      prepared: false,
      progress: null,
    },
    components: [
      component('distribution-app', 'not-required', '2.1.0'),
      component('link-app', 'not-required', '4.0.2'),
      component('face-library', 'outdated', '5.0.3', '5.1.0'),
      component('reader-app', 'not-required', null),
    ],
    checks: checkIds.map((id) => ({
      id,
      status: id === 'network' ? 'fail' : id === 'disk-space' ? 'warn' : id === 'card-reader' ? 'unknown' : 'ok',
      summary: '調べました。',
      remedy: null,
      guideId: null,
      durationMs: 3,
      evidence: {},
    })),
    restart: {
      required: false,
      reasons: [],
      bootedAt: '2026-01-20T08:02:00+09:00',
      lastBootKind: 'full',
    },
    delivery: {
      phase: 'day',
      nextNight: '2026-01-20',
      lastNight: '2026-01-30',
      allDayFrom: '2026-01-31',
      lastTaskRun: '2026-01-20T08:05:00+09:00',
    },
    journal: { state: 'intact', line: null, entries: 12, head: { seq: 12, sha256: 'ab'.repeat(32) } },
  };
}

/** The same with other versions of the component that the notice is about. */
export function ofVersions(installed: string, required = '5.1.0'): Answer {
  const answer = exampleAnswer();
  const components = answer.components.map((each) =>
    each.id === 'face-library' ? { ...each, installed, required } : each,
  );
  return { ...answer, components };
}
