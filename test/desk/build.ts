import type { Entry, Gathered } from '../../src/desk/entry.ts';
import type { Row } from '../../src/desk/rows.ts';
import { standingOf, type Standing } from '../../src/desk/standing.ts';
import { nameOf } from '../../src/desk/document-schema.ts';
import { componentNames } from '../../src/domain/names.ja.ts';
import { HOUR } from '../../src/domain/time.ts';

/** 2026-01-20 08:10 in Japan. */
export const NOW = Date.parse('2026-01-20T08:10:00+09:00');
export const JAPAN = 540;

/** A notice that asks for a version of the face library, or of another component. */
export function notice(id: string, version: string, component = 'face-library'): NonNullable<Entry['notice']> {
  return { id, targets: [{ component, name: nameOf(componentNames, component), version }] };
}

/** An answer as the desk keeps it, an hour old. */
export function entry(given: Partial<Entry> = {}): Entry {
  const terminal = given.terminal ?? 'ONS01';
  return {
    source: { path: `/answers/${String(given.clinic)}/${terminal}.json`, line: null },
    clinic: 'さくら医院',
    clinicSaid: given.clinic !== null,
    terminal,
    at: NOW - HOUR,
    state: 'download-now',
    simulated: false,
    notice: notice('n', '5.1.0'),
    deadline: null,
    otherNotices: [],
    step: '「今すぐダウンロード」を押す',
    reason: 'まだ 5.0.3 のままです。',
    check: null,
    failing: [],
    installed: '5.0.3',
    required: '5.1.0',
    lastDelivery: null,
    bootedAt: null,
    ...given,
  };
}

export function standing(given: Partial<Gathered>, staleHours = 48): Standing {
  return standingOf({ entries: [], bad: [], roster: [], ...given }, { now: NOW, staleHours });
}

/** The rows as `clinic/terminal state`. */
export function inShort(rows: readonly Row[]): readonly string[] {
  return rows.map(({ clinic, terminal, state }) => `${clinic ?? '?'}/${terminal} ${state}`);
}

/** A document of `check --json`, as small as the desk can read it. */
export function answer(given: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    formatVersion: '1.0',
    consoleVersion: '0.1.0',
    generatedAt: '2026-01-20T07:10:00+09:00',
    clinic: { id: 'さくら医院' },
    terminal: { name: 'ONS01', os: 'Windows 10' },
    notice: { id: 'n', target: { component: 'face-library', version: '5.1.0' } },
    verdict: 'action-needed',
    nextStep: {
      id: 'fix-first',
      title: '異常のある点検を、手引きのとおりに直す',
      reason: '名前が引けません。',
      check: 'network',
      night: null,
      alternative: null,
    },
    components: [
      {
        id: 'face-library',
        status: 'outdated',
        installed: '5.0.3',
        required: '5.1.0',
        witnesses: [{ source: 'version-info', raw: '5.0.3', version: '5.0.3', path: 'C:\\V.info', changedAt: null }],
      },
    ],
    checks: [
      { id: 'network', status: 'fail', summary: '名前が引けません', remedy: '設定を直す' },
      { id: 'clock', status: 'ok', summary: '合っています', remedy: null },
    ],
    restart: { required: false, reasons: [], bootedAt: '2026-01-19T08:00:00+09:00', lastBootKind: 'full' },
    delivery: { lastTaskRun: '2026-01-20T05:00:00+09:00' },
    ...given,
  };
}

/** How the target stands in an answer, by the version that its one witness gives; null: it cannot be read. */
export function reads(version: string | null): Record<string, unknown> {
  const status = version === null ? 'unknown' : version === '5.1.0' ? 'ok' : 'outdated';
  const witness = { source: 'version-info', state: version === null ? 'timed-out' : 'answers', version };
  return {
    components: [{ id: 'face-library', status, installed: version, required: '5.1.0', witnesses: [witness] }],
    checks: [
      { id: 'component-versions', status: { ok: 'ok', unknown: 'unknown', outdated: 'fail' }[status] },
      { id: 'network', status: 'fail' },
    ],
    journal: { state: 'intact', line: null, entries: 3, head: { seq: 3, sha256: 'a'.repeat(64) } },
  };
}
