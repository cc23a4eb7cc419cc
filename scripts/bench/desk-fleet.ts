/**
 * A support desk's morning, for tests and to look at: 3,000 terminals of 400 clinics, the answers of today and of
 * yesterday, and a roster that people have edited in a spreadsheet. `node scripts/bench/desk-fleet.ts FOLDER` writes
 * one: FOLDER/today, FOLDER/yesterday, FOLDER/roster.csv.
 */
import process from 'node:process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DAY, HOUR, MINUTE, toIso, type Instant } from '../../src/domain/time.ts';
import { spoiled } from '../../src/desk/spreadsheet.ts';
import type { Answer } from '../../src/formats/answer-schema.ts';
import { answersOf } from './desk-answers.ts';

export const CLINICS = 400;
export const TERMINALS = 3_000;
const JAPAN = 540;

/** What a terminal may answer, by the scenario that gives it. */
const scenarios = {
  done: 'already-current',
  old: 'outdated-morning',
  restart: 'downloaded-not-restarted',
  failed: 'two-failed-cycles',
  unknown: 'unreadable-record',
} as const;
type Kind = keyof typeof scenarios | 'contradictory' | 'silent' | 'stopped';

interface Terminal {
  readonly clinic: string;
  readonly name: string;
  readonly today: Kind;
  readonly yesterday: Kind;
}

/** Ids that spreadsheets change. */
const oddCodes = ['1-2', '3/4', '1E5', 'TRUE', '12345678901234567890'];
const KANA = 'あいうえおかきくけこさしすせそたちつてとなにぬねの';

function codeOf(clinic: number): string {
  return oddCodes[clinic] ?? `0${String(110_000_000 + clinic * 1_097)}`;
}

/** Most are done since long; each other kind has its share, and comes from each kind of yesterday. */
function kindsOf(index: number): Pick<Terminal, 'today' | 'yesterday'> {
  const odd: readonly (readonly [number, Kind, Kind])[] = [
    [97, 'restart', 'old'],
    [211, 'failed', 'failed'],
    [61, 'old', 'old'],
    [83, 'done', 'old'],
    [307, 'unknown', 'done'],
    [401, 'contradictory', 'done'],
    [151, 'silent', 'done'],
    [499, 'silent', 'silent'],
    [607, 'stopped', 'old'],
    [137, 'restart', 'restart'],
  ];
  const found = odd.find(([every]) => index % every === every - 1);
  return found ? { today: found[1], yesterday: found[2] } : { today: 'done', yesterday: 'done' };
}

function terminals(): readonly Terminal[] {
  return Array.from({ length: TERMINALS }, (_, index) => {
    const clinic = index % CLINICS;
    const name = `ONS${String(Math.floor(index / CLINICS) + 1).padStart(2, '0')}`;
    return { clinic: codeOf(clinic), name, ...kindsOf(index) };
  });
}

/** Writes the fleet as it stands at `now`. `main`: the built program, which gives the answers. */
export async function writeFleet(folder: string, main: string, now: Instant): Promise<void> {
  const kinds = Object.keys(scenarios) as readonly (keyof typeof scenarios)[];
  const answers = await answersOf(
    main,
    kinds.map((kind) => scenarios[kind]),
  );
  const real = new Map<Kind, Answer>(answers.map((answer, index) => [kinds[index] ?? 'done', answer]));
  const all = terminals();
  for (const [index, terminal] of all.entries()) {
    const minutes = (index % 20) * MINUTE;
    await put(join(folder, 'today'), terminal, documentOf(terminal, terminal.today, real, now - minutes, now));
    await put(
      join(folder, 'yesterday'),
      terminal,
      documentOf(terminal, terminal.yesterday, real, now - DAY - minutes, now),
    );
  }
  await writeFile(join(folder, 'roster.csv'), rosterText(all));
}

async function put(folder: string, { clinic, name }: Terminal, document: object | null): Promise<void> {
  if (document === null) return;
  // A slash in an id is none in the name of a folder.
  const path = join(folder, clinic.replaceAll('/', '_'), `${name}.json`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(document));
}

/** null: it gave no answer. */
function documentOf(
  { clinic, name }: Terminal,
  kind: Kind,
  real: ReadonlyMap<Kind, Answer>,
  at: Instant,
  now: Instant,
): object | null {
  if (kind === 'silent') return null;
  const base = real.get(kind === 'contradictory' ? 'old' : kind === 'stopped' ? 'done' : kind);
  if (!base) throw new Error(`no answer of ${kind}`);
  const generatedAt = toIso(at, JAPAN);
  if (kind === 'stopped')
    return {
      formatVersion: base.formatVersion,
      consoleVersion: base.consoleVersion,
      generatedAt,
      error: { code: 'settings', message: 'settings.json を読めません。', where: 'settings.json', remedy: null },
    };
  // The last night begins the day after tomorrow.
  const lastNight = toIso(now + 2 * DAY, JAPAN).slice(0, 10);
  // Some clinics typed their id into a spreadsheet first: its zero is lost.
  const said = name === 'ONS02' && Number(clinic) % 13 === 0 ? clinic.replace(/^0/, '') : clinic;
  return {
    ...base,
    generatedAt,
    simulated: false,
    clinic: { id: said },
    terminal: { ...base.terminal, name },
    notice: { ...base.notice, deadline: lastNight },
    delivery: { ...base.delivery, lastNight, allDayFrom: toIso(now + 3 * DAY, JAPAN).slice(0, 10) },
    ...(kind === 'contradictory' ? { verdict: 'current' } : {}),
  };
}

/**
 * The roster with every fault that hands and spreadsheets bring: the name before the code, lost zeros, days, exponents,
 * lost digits, stray quotation marks, notes over lines, a list copied behind the other.
 */
function rosterText(all: readonly Terminal[]): string {
  const header = '医療機関名,端末,医療機関コード,電話,担当,開院,予備機,備考';
  const lines = all.map((terminal, index) => rosterLine(terminal, index));
  const half = lines.length / 2;
  return `\uFEFF${[header, ...lines.slice(0, half)].join('\r\n')}\r\n\u001A\uFEFF${[header, ...lines.slice(half)].join('\r\n')}\r\n`;
}

function rosterLine({ clinic, name }: Terminal, index: number): string {
  const number = index % CLINICS;
  const title = `${KANA.charAt(number % KANA.length)}${KANA.charAt(Math.floor(number / KANA.length))}医院`;
  const code = number < oddCodes.length || number % 29 === 0 ? (spoiled(clinic)[0] ?? clinic) : clinic;
  const opens = ['8:30', '9:00', '8時半', '9時', '10:00'][number % 5] ?? '';
  const spare = index % 97 === 5 ? '予備' : '';
  const cells = [title, name, code, `03-5000-${String(number).padStart(4, '0')}`, '山田', opens, spare];
  return `${cells.join(',')},${noteOf(index)}`;
}

/** Where a quotation mark stands that belongs nowhere. */
function noteOf(index: number): string {
  if (index % 503 === 9) return '"裏口から';
  if (index % 509 === 11) return '19" の画面';
  if (index % 521 === 13) return '"二階\r\n受付の奥, 左"';
  return '';
}

if (import.meta.main) {
  const folder = process.argv[2];
  if (folder === undefined) throw new Error('usage: node scripts/bench/desk-fleet.ts FOLDER');
  await writeFleet(resolve(folder), resolve('dist/main.js'), Date.now() - HOUR / 60);
}
