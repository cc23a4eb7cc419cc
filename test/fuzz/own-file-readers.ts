import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { fromIso } from '../../src/domain/time.ts';
import { guideIndex, searchGuide } from '../../src/guide/search.ts';
import { findGuideEntry } from '../../src/guide/situations.ts';
import { entriesWith } from '../../src/guide/built-in.ts';
import { parseGuideFile } from '../../src/guide/guide.ts';
import { historyOf } from '../../src/journal/history.ts';
import { readJournal } from '../../src/journal/read.ts';
import { calendarOf, deliveryBegan, isOpen, nextNight, phaseAt, zoneOf } from '../../src/domain/notice/calendar.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { wordsOf as noticeWords } from '../../src/domain/notice/words.ts';
import { parseNotice } from '../../src/domain/notice/schema.ts';
import { parseScenario } from '../../src/ports/simulator/scenario-schema.ts';
import { decide } from '../../src/domain/procedure/decide.ts';
import { clinicText, parseClinic } from '../../src/settings/clinic.ts';
import { decidedBy, defaultSettings, parseFileValues, parseSettings } from '../../src/settings/load.ts';
import { decodeCode } from '../../src/support/code.ts';
import { chain, fileOf, headOf } from '../journal/build.ts';
import { must, readOrRefuse, type Reader } from './reader.ts';

const NOW = fromIso('2026-01-20T08:10:00+09:00') ?? 0;
const notice = builtInNotice();
const january = noticeWords(notice);

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value, null, 2));
}

function fileAt(path: string): Uint8Array {
  return readFileSync(new URL(`../../${path}`, import.meta.url));
}

/** Every name of a field and every word that a file may hold. */
function wordsOf(...files: readonly Uint8Array[]): readonly string[] {
  return [
    ...new Set(
      files.flatMap(
        (file) =>
          Buffer.from(file)
            .toString('utf8')
            .match(/"[^"\n]{1,40}"/g) ?? [],
      ),
    ),
  ];
}

const settings = json(defaultSettings());
const noticeFile = fileAt('src/domain/notice/2026-01-face-library.json');
const noticeInFormat2 = json({ formatVersion: 2, ...notice });
const scenarios = ['outdated-morning', 'two-failed-cycles', 'dns-edns-fault', 'error-then-success'].map((name) =>
  fileAt(`scenarios/${name}/scenario.json`),
);
const clinic = Buffer.from(clinicText({ formatVersion: 1, name: 'サンプルクリニック', phone: '0312345678' }));
const guide = json({
  formatVersion: 1,
  entries: [findGuideEntry(entriesWith([], january), 'network') ?? entriesWith([], january)[0]],
});

const lines = chain(8);
const journal = fileOf(lines);
const head = headOf(lines);

export const ownFileReaders: readonly Reader[] = [
  {
    name: 'journal.jsonl',
    seeds: [journal],
    words: [...wordsOf(journal), ...lines],
    read: (bytes) => {
      const reading = readJournal(bytes, head);
      const unchanged = Buffer.compare(bytes, journal) === 0;
      must(unchanged === (reading.state === 'intact'), `a changed journal reads as ${reading.state}`);
      must(reading.entries.length <= lineCount(bytes), 'no entry without a line');
      for (const { line } of reading.problems) must(line >= 1, 'a problem has its line');
      const history = historyOf(reading.entries, notice.id);
      const decision = decide({
        now: NOW,
        readAt: NOW,
        notice,
        receptionHours: defaultSettings().receptionHours,
        targets: [outdated],
        checks: [],
        bootedAt: NOW - 480_000,
        livingLock: null,
        history,
      });
      must(decision.verdict !== 'current', 'no journal makes an old terminal current');
    },
  },
  {
    name: 'journal.head',
    isJson: true,
    seeds: [head],
    words: wordsOf(head),
    read: (bytes) => {
      const { state, entries } = readJournal(journal, bytes);
      must(entries.length === lines.length, 'the lines count, whatever the head says');
      must(state !== 'absent', `a head reads as ${state}`);
    },
  },
  {
    name: 'settings.json',
    isJson: true,
    seeds: [settings, json({ formatVersion: 1 })],
    words: wordsOf(settings),
    read: (bytes) => {
      const read = readOrRefuse(bytes, parseSettings);
      if (!read) return;
      parsesAgain(read, parseSettings);
      decidedBy(parseFileValues(Buffer.from(bytes).toString('utf8'), 'the-file.json'));
      isOpen(read.receptionHours, zoneOf(notice), NOW);
    },
  },
  {
    name: 'notice',
    isJson: true,
    seeds: [noticeFile, noticeInFormat2],
    words: [...wordsOf(noticeFile), ...wordsOf(noticeInFormat2)],
    read: (bytes) => {
      const read = readOrRefuse(bytes, parseNotice);
      if (!read) return;
      // Whatever the format it was read from, it says the same in the one in which notices are written.
      const again = parseNotice(JSON.stringify({ formatVersion: 2, ...read }), 'again');
      must(isDeepStrictEqual(again, read), 'what was read reads the same again');
      const calendar = calendarOf(read);
      const began = deliveryBegan(calendar) ?? NOW;
      for (const now of [0, began - 1, began, NOW, 4_102_444_800_000]) {
        phaseAt(calendar, now);
        nextNight(calendar, now);
      }
    },
  },
  {
    name: 'guide.json',
    isJson: true,
    seeds: [guide],
    words: wordsOf(guide),
    read: (bytes) => {
      const read = readOrRefuse(bytes, parseGuideFile);
      if (read) searchGuide(guideIndex(entriesWith(read, january), []), '再起動');
    },
  },
  {
    name: 'clinic.json',
    isJson: true,
    seeds: [clinic],
    words: wordsOf(clinic),
    read: (bytes) => {
      const read = readOrRefuse(bytes, parseClinic);
      if (read) must(parseClinic(clinicText(read), 'again').name === read.name, 'a name is kept as it is');
    },
  },
  {
    name: 'scenario.json',
    isJson: true,
    seeds: scenarios,
    words: wordsOf(...scenarios),
    read: (bytes) => {
      readOrRefuse(bytes, parseScenario);
    },
  },
  {
    name: 'support code',
    seeds: ['ABCD-EFGH', '0123 4567', 'ＡＢＣＤ１２３４', 'AEKK-4KE9-TW7A'].map((text) => Buffer.from(text)),
    read: (bytes) => {
      decodeCode(Buffer.from(bytes).toString('utf8'));
    },
  },
];

const outdated = {
  id: 'face-library',
  name: '顔認証ライブラリ',
  status: 'outdated',
  installed: '5.0.3',
  required: '5.1.0',
  witnesses: [],
  lastKnown: null,
} as const;

function parsesAgain<T>(value: T, parse: (text: string, file: string) => T): void {
  const again = parse(JSON.stringify(value), 'again');
  must(JSON.stringify(again) === JSON.stringify(value), 'what was read reads the same again');
}

function lineCount(bytes: Uint8Array): number {
  return bytes.filter((byte) => byte === 0x0a).length + 1;
}
