import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  checkIds,
  componentIds,
  type CheckResult,
  type ComponentReading,
  type Json,
  type RestartMark,
  type WitnessSource,
} from '../../src/domain/facts.ts';
import type { JournalEntry } from '../../src/journal/events.ts';
import { readJournal } from '../../src/journal/read.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { parseSettings } from '../../src/settings/load.ts';
import { zip } from '../../src/actions/zip.ts';
import { bundleFiles, type BundleInput } from '../../src/support/bundle.ts';
import { about, now, survey } from '../screens/builders.ts';
import { asVersions, encodings, nameForms, phoneForms, typed, type Typed } from './typed.ts';

/** What was typed, in every place where a text from outside can stand, as far as the place takes it. */
function inputWith({ name, phone }: Typed, withClinic: boolean): BundleInput {
  const [, hyphens = ''] = phoneForms(phone);
  const everything = `${name} ${phone} ${hyphens}`;
  const path = `C:\\Users\\${name}\\${phone}\\Version.info`;
  const number = Number(phone);
  const notice = builtInNotice();
  return {
    about: about({
      clinic: { formatVersion: 1, name, phone },
      settings: settingsWith(everything, path),
      notice: {
        ...notice,
        title: everything,
        contacts: [{ name, phone, hours: [], hoursNote: everything }],
        faq: [{ question: everything, answer: everything }],
      },
      paths: [{ name, path }],
    }),
    survey: survey({
      components: componentIds.map((id) => componentWith(id, everything, path, phone)),
      checks: checkIds.map((id) => checkWith(id, everything, number)),
      restartMarks: [everything as RestartMark],
      terminal: { name, os: `Windows 10 ${everything}` },
      session: { remote: false, locked: false, elevated: true, user: name },
    }),
    decision: {
      rule: '5',
      verdict: 'unknown',
      step: 'check-by-hand',
      reason: everything,
      check: null,
      night: null,
      alternative: null,
      prepared: false,
      progress: null,
    },
    journal: {
      state: 'changed',
      line: 2,
      problems: [{ line: 2, text: everything }],
      entries: entriesWith(everything, path, phone),
      tail: readJournal(null, null).tail,
    },
    now,
    withClinic,
  };
}

function settingsWith(text: string, path: string) {
  const settings = {
    clinicId: text,
    paths: {
      versionInfo: { 'distribution-app': path, 'link-app': path, 'face-library': path, 'reader-app': path },
      deliveryRecord: path,
      readerInfo: path,
    },
    managementTool: { path, folders: [path], phrases: { error: [text] }, automationIds: { downloadNow: text } },
    readerDevice: text,
    deliveryTask: text,
    plannedRestartTask: text,
    network: { applicationHosts: [text], baseHosts: [text], proxy: { host: text, port: 8080 } },
  };
  const read = parseSettings(JSON.stringify(settings), 'settings.json');
  // No file can be set that is no document, but what a path may hold is in every other one.
  return { ...read, paths: { ...read.paths, errorDetails: path } };
}

function componentWith(id: ComponentReading['id'], text: string, path: string, phone: string): ComponentReading {
  const witness = (source: WitnessSource, version: string) => ({
    source,
    state: 'answers' as const,
    raw: text,
    version,
    path,
    changedAt: now,
    fault: { code: 'failed' as const, headline: text, tryNext: text, guideId: text },
  });
  const [dotted = '', inThrees = ''] = asVersions(phone);
  return {
    id,
    name: text,
    status: 'unknown',
    installed: inThrees,
    required: id === 'face-library' ? '5.1.0' : null,
    witnesses: [witness('operator', phone), witness('delivery-record', dotted), witness('version-info', text)],
    lastKnown: null,
  };
}

/** Evidence with the typed text under every name that a check uses, and as a name itself. */
function checkWith(id: CheckResult['id'], text: string, number: number): CheckResult {
  const names = [
    'now offsetMinutes noticeOffsetMinutes bootedAt lastJournalEntryAt files componentServicing windowsUpdate fileRenames',
    'found enabled neverRan lastRunAt lastResult name sleepMinutesOnAc fastStartup reader path user registered hasAccount',
    'connected installed canOpen remote locked elevated components also faults',
  ].flatMap((line) => line.split(' '));
  const evidence: Record<string, Json> = Object.fromEntries(
    names.map((name, index) => [name, index % 2 === 0 ? text : number]),
  );
  return {
    id,
    status: 'unknown',
    summary: text,
    remedy: text,
    guideId: text,
    durationMs: number,
    evidence: {
      ...evidence,
      [text]: text,
      freeBytes: number,
      applicationHosts: [{ host: text, resolves: true, fault: { code: text, headline: text } }],
      baseHosts: [{ host: text, resolves: false }],
      proxy: { host: text, port: number, answers: true },
      fault: { code: text, headline: text },
      lastRunAt: `2026-01-20T08:10:00.${String(number)}+09:00`,
    },
  };
}

function entriesWith(text: string, path: string, phone: string): readonly JournalEntry[] {
  const number = Number(phone);
  const component = 'face-library';
  const events: readonly JournalEntry['event'][] = [
    { event: 'console-started', version: text },
    { event: 'download-finished', outcome: 'error', pressed: true, message: text },
    { event: 'download-finished', outcome: 'button-missing', pressed: false, message: text },
    { event: 'restart-requested', bootedAt: text, attempt: number },
    { event: 'restart-answered', exitCode: number, answer: text },
    { event: 'restart-confirmed', bootedAt: text, kind: text },
    { event: 'version-seen', component, source: 'version-info', version: text },
    { event: 'operator-version', component, version: text },
    ...[phone, ...asVersions(phone)].map((version) => ({ event: 'operator-version', component, version }) as const),
    { event: 'record-path-learned', path },
    { event: 'terminals-counted', count: number, allDone: false },
    { event: 'report-sent', identificationNumber: phone, elsewhere: true },
    { event: 'journal-changed', line: number },
    { event: 'journal-unsealed', line: number },
    { event: 'other', name: text },
  ];
  return events.map((event, index) => ({
    line: index + 1,
    seq: number + index,
    at: Date.parse('2026-01-20T08:10:00+09:00'),
    boot: null,
    time: index % 2 === 0 ? `2026-01-20T08:10:00.${phone}+09:00` : text,
    notice: text,
    event,
  }));
}

/** Everything there is to search: the archive itself, and what its entries unpack to, with their names. */
function haystacks(zip: Uint8Array): readonly Buffer[] {
  const entries = Object.entries(unzipSync(zip));
  return [
    Buffer.from(zip),
    ...entries.flatMap(([name, bytes]) => [Buffer.from(name), Buffer.from(bytes)]),
    // The same as somebody would read it who does not mind widths, hyphens and spaces.
    ...entries.map(([, bytes]) => Buffer.from(plain(Buffer.from(bytes).toString('utf8')))),
  ];
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[-\s]/g, '').toLowerCase();
}

function needles({ name, phone }: Typed): readonly string[] {
  const parts = [name, ...name.split(/\s+/).filter((part) => part.length >= 5)];
  return [...parts.flatMap(nameForms), plain(name), ...phoneForms(phone)];
}

describe('a bundle that was not ticked', () => {
  it('holds no name and no number that was typed in, in any encoding or normal form', () => {
    fc.assert(
      fc.property(typed, (what) => {
        const searched = haystacks(zip(bundleFiles(inputWith(what, false))));
        for (const needle of needles(what)) {
          for (const bytes of encodings(needle)) {
            const found = searched.some((each) => each.includes(Buffer.from(bytes)));
            expect(found, `${needle} as ${Buffer.from(bytes).toString('latin1')}`).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a bundle that was ticked', () => {
  it('holds name and number in one file, and nowhere else', () => {
    fc.assert(
      fc.property(typed, (what) => {
        const files = unzipSync(zip(bundleFiles(inputWith(what, true))));
        const holding = Object.entries(files).filter(([, bytes]) => {
          const text = Buffer.from(bytes).toString('utf8');
          return text.includes(what.name) || text.includes(what.phone);
        });
        expect(holding.map(([name]) => name)).toEqual(['clinic.json']);
        expect(JSON.parse(Buffer.from(files['clinic.json'] ?? []).toString('utf8'))).toMatchObject({
          name: what.name,
          phone: what.phone,
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('the search itself', () => {
  it('reads names of entries and what a wide, hyphenated or spaced number comes to', () => {
    expect(haystacks(zipSync({ 'さくら.txt': new Uint8Array() })).some((each) => each.includes('さくら'))).toBe(true);
    const wide = haystacks(zipSync({ 'a.txt': Buffer.from('０３-１２３４ ５６７８') }));
    expect(wide.some((each) => each.includes('0312345678'))).toBe(true);
  });

  it('finds what is there, in every encoding and form', () => {
    const what = { name: 'Qz髙橋ガーデン様', phone: '0312345678' };
    for (const needle of needles(what)) {
      for (const bytes of encodings(needle)) {
        const found = haystacks(zipSync({ 'a.json': Buffer.concat([Buffer.from('{"x":"'), bytes]) }));
        expect(found.some((each) => each.includes(Buffer.from(bytes)))).toBe(true);
      }
    }
    expect(nameForms('ガーデン')).toContain('ｶﾞｰﾃﾞﾝ');
    expect(phoneForms('0312345678')).toEqual(
      expect.arrayContaining(['03-1234-5678', '312345678', '０３１２３４５６７８']),
    );
  });
});
