import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentIds, type ComponentId, type KnownComponentId } from '../../../src/domain/facts.ts';
import { readDeliveryRecord } from '../../../src/domain/versions/delivery-record.ts';
import { compareVersions } from '../../../src/domain/versions/version.ts';
import { encode, encodings } from './encode.ts';

const names: Readonly<Record<KnownComponentId, readonly string[]>> = {
  'distribution-app': ['配信アプリケーション', '配信ｱﾌﾟﾘｹｰｼｮﾝ', '配信 アプリケーション'],
  'link-app': ['連携アプリケーション', 'オンライン資格確認連携アプリケーション'],
  'face-library': ['顔認証ライブラリ', '顔認証DLL', '顔認証ＤＬＬ', '顔認証 ﾗｲﾌﾞﾗﾘ'],
  'reader-app': ['顔認証付きカードリーダーアプリケーション', '顔認証付き カードリーダー アプリケーション'],
};

interface Delivery {
  readonly id: ComponentId;
  readonly name: string;
  readonly version: string;
  /** As it is written: prefixes, zeros, full-width digits. */
  readonly written: string;
}

function fullWidth(text: string): string {
  return text.replace(/[0-9.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const parts = fc
  .array(fc.nat({ max: 19 }), { minLength: 3, maxLength: 4 })
  // Four parts from 10 on may be a machine's address.
  .filter((list) => list.length === 3 || list[0] !== 10);

const delivery = fc
  .record({
    id: fc.constantFrom(...componentIds),
    name: fc.nat(),
    parts,
    prefix: fc.constantFrom('', 'v', 'Ver.', 'バージョン '),
    zeros: fc.nat({ max: 2 }),
    wide: fc.boolean(),
  })
  .map(({ id, name, parts, prefix, zeros, wide }): Delivery => {
    const digits = parts.map((part) => '0'.repeat(zeros) + String(part)).join('.');
    const spellings = names[id];
    return {
      id,
      name: spellings[name % spellings.length] ?? '',
      version: parts.join('.'),
      written: prefix + (wide ? fullWidth(digits) : digits),
    };
  });

const deliveries = fc.array(delivery, { minLength: 1, maxLength: 12 });

/** The day of the delivery with this number, counted from 2025-12-20, in different shapes. */
const dateShapes: readonly ((day: Date) => string)[] = [
  (day) => day.toISOString().slice(0, 10).replaceAll('-', '/'),
  (day) => day.toISOString().slice(0, 16),
  (day) => day.toISOString().slice(0, 10).replaceAll('-', ''),
  (day) => `${String(day.getUTCFullYear())}年${String(day.getUTCMonth() + 1)}月${String(day.getUTCDate())}日`,
];

function dayOf(number: number): Date {
  return new Date(Date.UTC(2025, 11, 20 + number, 5, 1));
}

/** Writes deliveries without dates. */
const undated: Readonly<Record<string, (rows: readonly Delivery[]) => string>> = {
  csv: (rows) => rows.map((row) => `${row.name},${row.written}`).join('\n'),
  'csv in quotes': (rows) => rows.map((row) => `"${row.name}","${row.written}","済,完了"`).join('\n'),
  tsv: (rows) => rows.map((row) => `${row.written}\t${row.name}`).join('\n'),
  colon: (rows) => rows.map((row) => `${row.name}: ${row.written}`).join('\n'),
  space: (rows) => rows.map((row) => `${row.name} ${row.written}`).join('\n'),
  'following lines': (rows) => rows.map((row) => `${row.name}\n${row.written}\n`).join('\n'),
  table: (rows) => ['版数,No,名称', ...rows.map((row) => `${row.written},99,${row.name}`)].join('\n'),
};

function versionsOf(text: string, encoding: (typeof encodings)[number] = 'utf-8'): Map<ComponentId, string> {
  const record = readDeliveryRecord(encode(text, encoding));
  return new Map([...record].map(([id, answer]) => [id, answer.state === 'answers' ? answer.version : answer.state]));
}

/** What the last delivery of each component brought. */
function lastOf(rows: readonly Delivery[]): Map<ComponentId, string> {
  return new Map(componentIds.map((id) => [id, rows.findLast((row) => row.id === id)?.version ?? 'absent'] as const));
}

/**
 * The only version of each component; several cannot be told apart without dates. Where none answers, nothing is
 * understood.
 */
function onlyOf(rows: readonly Delivery[]): Map<ComponentId, string> {
  const told = componentIds.map((id) => {
    const [first, ...others] = rows.filter((row) => row.id === id).map(({ version }) => version);
    if (first === undefined) return [id, 'absent'] as const;
    return [id, others.every((version) => same(version, first)) ? first : 'ambiguous'] as const;
  });
  const understood = told.some(([, answer]) => /\d/.test(answer));
  return new Map(told.map(([id, answer]) => [id, understood || answer !== 'absent' ? answer : 'unreadable']));
}

function same(one: string, other: string): boolean {
  return compareVersions(one, other) === 0;
}

describe('the record reader', () => {
  it.each(Object.keys(undated))('reads back what was written as %s, in any encoding', (layout) => {
    const write = undated[layout];
    fc.assert(
      fc.property(
        deliveries,
        fc.constantFrom(...encodings),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, encoding, lineEnd) => {
          const text = `配信実績\n\n${write?.(rows) ?? ''}\n`.replaceAll('\n', lineEnd);
          expect(versionsOf(text, encoding)).toEqual(onlyOf(rows));
        },
      ),
    );
  });

  it('finds the newest delivery in any order of dated rows', () => {
    fc.assert(
      fc.property(deliveries, fc.infiniteStream(fc.nat({ max: 3 })), fc.nat(), (rows, shapes, turn) => {
        const lines = rows.map((row, number) => {
          const shape = dateShapes[shapes.next().value ?? 0];
          return `${row.name},${row.written},${shape?.(dayOf(number)) ?? ''}`;
        });
        const start = turn % lines.length;
        const turned = [...lines.slice(start), ...lines.slice(0, start)];
        expect(versionsOf(turned.join('\n'))).toEqual(lastOf(rows));
        expect(versionsOf(turned.toReversed().join('\n'))).toEqual(lastOf(rows));
      }),
    );
  });

  it('is never sure of a row with a second, different version and no header', () => {
    const separators = fc.constantFrom(',', '\t', ' ', ' / ', ' -> ', ';');
    fc.assert(
      fc.property(delivery, parts, separators, fc.boolean(), (row, other, separator, first) => {
        const second = other.join('.');
        fc.pre(!same(second, row.version));
        const cells = first ? [second, row.name, row.written] : [row.name, row.written, second];
        expect(versionsOf(cells.join(separator)).get(row.id)).toMatch(/^(?:unreadable|ambiguous)$/);
      }),
    );
  });

  it('is never sure where a second row of the same date says another version', () => {
    fc.assert(
      fc.property(delivery, parts, (row, other) => {
        fc.pre(!same(other.join('.'), row.version));
        const text = `${row.name},${row.written},2026/01/20\n${row.name},${other.join('.')},2026/01/20\n`;
        expect(versionsOf(text).get(row.id)).toBe('ambiguous');
      }),
    );
  });

  it('answers for every component, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect([...readDeliveryRecord(bytes).keys()]).toEqual([...componentIds]);
      }),
    );
  });

  it('answers for every component, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(names).flat(), '管理ツール', 'バージョン', '名称', '配信日時', '失敗'),
      fc.constantFrom('5.1.0', '２０２６．０１．２０', '2026/01/20 5:01', '令和8年', '26.1.20', '5.1.0.', '..'),
      fc.constantFrom(',', '\t', '|', '"', ':', ' ', '\n', '\r', '　'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const record = readDeliveryRecord(encode(pieces.join(''), 'utf-8'));
        expect([...record.keys()]).toEqual([...componentIds]);
        const versions = [...record.values()].flatMap((answer) => (answer.state === 'answers' ? [answer.version] : []));
        for (const version of versions) expect(version).toMatch(/^\d+(\.\d+){2,3}$/);
      }),
      { numRuns: 500 },
    );
  });
});
