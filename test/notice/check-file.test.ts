import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { builtInFile, builtInNotice } from '../../src/domain/notice/built-in.ts';
import { format2Schema } from '../../src/domain/notice/format-2.ts';
import { noticeTexts } from '../../src/domain/notice/notice.ja.ts';
import { parseNotice } from '../../src/domain/notice/schema.ts';
import { checkFile, faultsText } from '../../src/notice/check-file.ts';
import { fieldHelp } from '../../src/notice/check-file.ja.ts';
import { template } from '../../src/notice/new/template.ts';
import { width } from '../../src/text/cells.ts';
import { exampleNames, exampleText } from './examples.ts';

type Path = readonly (string | number)[];

const guide = [{ id: 'own', title: '題', see: ['見える'], why: '理由', do: ['する'], call: '電話', words: ['語'] }];
/** One of everything that a notice may have. */
const whole = { ...template('2026-01-20'), guide };

/** The file with something else at that place; undefined takes it away. */
function changed(path: Path, value: unknown, file: object = whole): object {
  const copy: object = structuredClone(file);
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<unknown>((object, key) => Reflect.get(Object(object), key), copy);
  if (value === undefined) Reflect.deleteProperty(Object(holder), last);
  else Reflect.set(Object(holder), last, value);
  return copy;
}

function faultsOf(file: object) {
  const checked = checkFile(JSON.stringify(file, null, 2), 'n.json');
  if (checked.ok) throw new Error('that is a good file');
  return checked.faults;
}

function fieldsOf(file: object): readonly string[] {
  return faultsOf(file).map(({ field }) => field);
}

/** Every place of a value, with what stands there. */
function placesIn(value: unknown, path: Path = []): readonly { readonly path: Path; readonly value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys: Path = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => {
    const inner: unknown = Reflect.get(value, key);
    return [{ path: [...path, key], value: inner }, ...placesIn(inner, [...path, key])];
  });
}

function named(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${String(key)}]` : `.${key}`))
    .join('')
    .slice(1);
}

const places = placesIn(whole);
const optional = new Set(['components', 'delivery.holes']);
const needed = places.filter(({ path }) => typeof path.at(-1) === 'string' && !optional.has(named(path)));
const objects = [{ path: [], value: whole }, ...places].filter(
  ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

function otherKindThan(value: unknown): unknown {
  if (typeof value === 'string') return 7;
  return Array.isArray(value) ? 'x' : [];
}

describe('a field that stands twice', () => {
  it('is told with the line of the later one, where nothing else is wrong and where something is', () => {
    const text = JSON.stringify({ ...whole, guide: [] }, null, 1);
    const twice = text
      .replace('"by": "tool"', '"by": "hand",\n "by": "tool"')
      .replace('"kind": "date"', '"kind": "date", "kind": "text"');
    const lineOf = (part: string): number => twice.slice(0, twice.indexOf(part)).split('\n').length;
    const reason = expect.stringContaining('二度');
    const found = [
      { line: lineOf('"by": "tool"'), field: 'by', reason },
      { line: lineOf('"kind": "text"'), field: 'report.fields[1].kind', reason },
    ];
    expect(checkFile(twice, 'n.json')).toEqual({ ok: false, faults: found });
    const more = checkFile(twice.replace('"restart": true', '"restart": "はい"'), 'n.json');
    expect(more).toMatchObject({ faults: [found[0], { field: 'restart' }, found[1]] });
  });
});

describe('a sign that JSON does not have', () => {
  it.each(['“', '：', '、', '｛', '　'])('is named: %s', (sign) => {
    const text = JSON.stringify(whole, null, 2).replace('"by": ', `"by": ${sign}`);
    expect(() => checkFile(text, 'n.json')).toThrow(
      expect.objectContaining({ message: expect.stringContaining(sign === '\u3000' ? '全角の空白' : `「${sign}」`) }),
    );
  });
});

describe('a good notice', () => {
  it.each(exampleNames)('%s is in format 2', (name) => {
    expect(checkFile(exampleText(name), name)).toEqual({
      ok: true,
      format: 2,
      notice: parseNotice(exampleText(name), name),
    });
  });

  it('may be in format 1', () => {
    const checked = checkFile(JSON.stringify(builtInFile()), 'n.json');
    expect(checked).toEqual({ ok: true, format: 1, notice: builtInNotice() });
  });

  it('may have one of everything', () => {
    expect(checkFile(JSON.stringify(whole), 'n.json').ok).toBe(true);
  });
});

describe('every field of a notice', () => {
  it.each(needed.map(({ path }) => [named(path), path] as const))('%s must be there', (field, path) => {
    expect(faultsOf(changed(path, undefined))).toContainEqual(
      expect.objectContaining({ field, reason: 'この項目がありません' }),
    );
  });

  it.each(places.map(({ path, value }) => [named(path), path, value] as const))(
    '%s must be of its kind',
    (field, path, value) => {
      expect(fieldsOf(changed(path, otherKindThan(value)))).toContain(field);
    },
  );

  it.each(objects.map(({ path }) => [named(path) || 'the file', path] as const))('%s holds nothing else', (_, path) => {
    const field = named([...path, 'colour']);
    expect(faultsOf(changed([...path, 'colour'], 1))).toEqual([
      expect.objectContaining({ field, reason: '知らない項目です' }),
    ]);
  });

  it('has a word on how it is written', () => {
    const paths = schemaPaths(z.toJSONSchema(format2Schema, { io: 'input' }));
    expect(paths.length).toBeGreaterThan(50);
    expect(paths.filter((path) => fieldHelp[path] === undefined)).toEqual([]);
  });

  it('is told of in docs/notice.md', () => {
    const docs = readFileSync(join(import.meta.dirname, '../../docs/notice.md'), 'utf8');
    const names = new Set(
      schemaPaths(z.toJSONSchema(format2Schema, { io: 'input' })).map((path) => path.replace(/.*\./, '')),
    );
    expect([...names].filter((name) => !docs.includes(name.replace('[]', '')))).toEqual([]);
  });
});

/** The fields of a schema by their patterns; of the lists, those of texts too. */
function schemaPaths(schema: unknown, path = ''): readonly string[] {
  const { properties, items, anyOf } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      items: z.unknown().optional(),
      anyOf: z.array(z.unknown()).optional(),
    })
    .parse(schema);
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, inner]) => {
      const own = path === '' ? key : `${path}.${key}`;
      return [own, ...schemaPaths(inner, own)];
    }),
    ...(items === undefined ? [] : schemaPaths(items, `${path}[]`)),
    ...(anyOf ?? []).flatMap((each) => schemaPaths(each, path)),
  ];
}

describe('what does not fit together', () => {
  it.each<readonly [string, Path, unknown, string, string]>([
    ['an unknown format', ['formatVersion'], 3, 'formatVersion', noticeTexts.formatVersion],
    ['a format in quotation marks', ['formatVersion'], '2', 'formatVersion', noticeTexts.formatVersion],
    ['a bad id', ['id'], 'Für', 'id', noticeTexts.id],
    ['a version of one number', ['targets', 0, 'version'], '5', 'targets[0].version', noticeTexts.version],
    ['no target', ['targets'], [], 'targets', noticeTexts.noTarget],
    ['an unknown component', ['targets', 0, 'component'], 'face-dll', 'targets[0].component', 'face-dll'],
    ['a target twice', ['targets', 1, 'component'], 'face-library', 'targets[1].component', '二度'],
    [
      'a component that is known already',
      ['components', 0, 'id'],
      'link-app',
      'components[0].id',
      noticeTexts.builtIn('link-app'),
    ],
    [
      'a path without a drive',
      ['components', 0, 'versionInfo'],
      'Version.info',
      'components[0].versionInfo',
      noticeTexts.path,
    ],
    [
      'two components of one name',
      ['components', 1],
      { ...whole.components?.[0], id: 'other', recordNames: [] },
      'components[1].name',
      'だけでは',
    ],
    ['the tool with steps', ['steps'], ['する'], 'steps', noticeTexts.toolWithSteps],
    [
      'nights that end before they begin',
      ['delivery', 'lastNight'],
      '2026-01-01',
      'delivery.lastNight',
      noticeTexts.lastBeforeFirst,
    ],
    ['more nights than a year has', ['delivery', 'lastNight'], '2028-01-01', 'delivery.lastNight', '366'],
    ['a day that is none', ['delivery', 'firstNight'], '2026-02-30', 'delivery.firstNight', ''],
    [
      'an excluded night outside',
      ['delivery', 'excludedNights', 0],
      '2026-01-01',
      'delivery.excludedNights[0]',
      noticeTexts.outsideNights,
    ],
    [
      'no night left',
      ['delivery'],
      { ...whole.delivery, lastNight: '2026-02-19', excludedNights: ['2026-02-19'], holes: [] },
      'delivery.excludedNights',
      noticeTexts.noNightLeft,
    ],
    [
      'all-day delivery too early',
      ['delivery', 'allDayFrom'],
      '2026-02-20',
      'delivery.allDayFrom',
      noticeTexts.allDayTooEarly,
    ],
    ['an unknown zone', ['delivery', 'timeZone'], 'JST', 'delivery.timeZone', noticeTexts.timeZone],
    ['a time that is none', ['delivery', 'from'], '8:00', 'delivery.from', noticeTexts.time],
    [
      'a hole that ends before it begins',
      ['delivery', 'holes', 0, 'to'],
      '2026-02-21T02:00',
      'delivery.holes[0]',
      noticeTexts.holeBackwards,
    ],
    [
      'a hole by day',
      ['delivery', 'holes', 0],
      { from: '2026-02-20T12:00', to: '2026-02-20T13:00' },
      'delivery.holes[0]',
      noticeTexts.holeOutside,
    ],
    [
      'a hole in an excluded night',
      ['delivery', 'holes', 0],
      { from: '2026-02-21T21:00', to: '2026-02-21T22:00' },
      'delivery.holes[0]',
      noticeTexts.holeInExcluded,
    ],
    [
      'a hole that is a night',
      ['delivery', 'holes', 0],
      { from: '2026-02-19T20:00', to: '2026-02-20T05:00' },
      'delivery.holes[0]',
      noticeTexts.holeIsNight,
    ],
    [
      'a hole with its zone',
      ['delivery', 'holes', 0, 'from'],
      '2026-02-20T03:00+09:00',
      'delivery.holes[0].from',
      noticeTexts.localTime,
    ],
    ['a deadline before the first night', ['deadline'], '2026-01-01', 'deadline', noticeTexts.deadlineTooEarly],
    ['a fixed field without a number', ['report', 'number'], null, 'report.fields[0].kind', noticeTexts.noNumber],
    ['a length of words', ['report', 'fields', 2, 'length'], 10, 'report.fields[2].length', noticeTexts.lengthOfDigits],
    ['a length beyond all forms', ['report', 'fields', 3, 'length'], 41, 'report.fields[3].length', '40'],
    ['a field twice', ['report', 'fields', 2, 'id'], 'phone', 'report.fields[4].id', '二度'],
    ['no contact', ['contacts'], [], 'contacts', ''],
    ['an unknown date', ['faq', 0, 'answer'], '{tomorrow}', 'faq[0].answer', 'tomorrow'],
    ['an entry twice', ['guide', 1], guide[0], 'guide[1].id', '二度'],
  ])('%s', (_, path, value, field, reason) => {
    expect(faultsOf(changed(path, value))).toEqual([
      expect.objectContaining({ field, reason: expect.stringContaining(reason) }),
    ]);
  });
});

describe('a notice by hand', () => {
  const hand = { ...whole, by: 'hand', steps: ['する'], delivery: null };

  it.each<readonly [string, unknown, string]>([
    ['steps', [], noticeTexts.handWithoutSteps],
    ['delivery', whole.delivery, noticeTexts.handWithDelivery],
  ])('is refused for its %s', (field, value, reason) => {
    expect(faultsOf(changed([field], value, hand))).toEqual([expect.objectContaining({ field, reason })]);
  });
});

const independent: readonly (readonly [Path, unknown])[] = [
  [['id'], 'Ä'],
  [['title'], ''],
  [['components', 0, 'name'], 3],
  [['targets', 0, 'version'], 'v5'],
  [['delivery', 'timeZone'], 'Mars'],
  [['delivery', 'to'], '25:00'],
  [['by'], 'post'],
  [['restart'], 'はい'],
  [['report', 'fields', 1, 'kind'], 'day'],
  [['contacts', 0, 'hours', 0, 'weekdays', 0], 7],
  [['colour'], 'red'],
  [['formatVersion'], 3],
];

describe('several faults', () => {
  it('are named all at once, whichever they are, each with its line', () => {
    fc.assert(
      fc.property(fc.subarray([...independent], { minLength: 1 }), (chosen) => {
        const file = chosen.reduce<object>((before, [path, value]) => changed(path, value, before), whole);
        const lines = JSON.stringify(file, null, 2).split('\n');
        const faults = faultsOf(file);
        expect(faults.map(({ field }) => field).toSorted()).toEqual(chosen.map(([path]) => named(path)).toSorted());
        for (const { line, field } of faults.filter((each) => !each.field.endsWith(']')))
          expect(lines[(line ?? 0) - 1]).toContain(`"${field.replace(/.*\./, '')}"`);
        expect(faults.map(({ line }) => line)).toEqual(
          faults.map(({ line }) => line).toSorted((a, b) => (a ?? 0) - (b ?? 0)),
        );
      }),
    );
  });

  it('are told together with rules that look at other fields', () => {
    const file = changed(['deadline'], '2026-01-01', changed(['steps'], ['x'], changed(['title'], '', whole)));
    expect(fieldsOf(file)).toEqual(['title', 'steps', 'deadline']);
  });

  /** What is wrong with one field, and what two others show of each other all the same. */
  it.each<readonly [string, string, readonly (readonly [Path, unknown])[]]>([
    [
      'report.fields[0].length',
      'report.fields[4].id',
      [
        [['report', 'fields', 0, 'length'], -3],
        [['report', 'fields', 2, 'id'], 'phone'],
      ],
    ],
    [
      'report.fields[1].kind',
      'report.fields[0].kind',
      [
        [['report', 'fields', 1, 'kind'], 'day'],
        [['report', 'number'], null],
      ],
    ],
    [
      'report.fields[1].id',
      'report.fields[2].length',
      [
        [['report', 'fields', 1, 'id'], 7],
        [['report', 'fields', 2, 'length'], 10],
      ],
    ],
    [
      'report.fields[1]',
      'report.fields[4].id',
      [
        [['report', 'fields', 1], null],
        [['report', 'fields', 2, 'id'], 'phone'],
      ],
    ],
    [
      'components[0].recordNames[0]',
      'components[1].name',
      [
        [['components', 0, 'recordNames', 0], 3],
        [['components', 1], { ...whole.components?.[0], id: 'other', recordNames: [] }],
      ],
    ],
    [
      'components[0].id',
      'components[1].name',
      [
        [['components', 0, 'id'], 'Ä'],
        [['components', 1], { ...whole.components?.[0], id: 'other', recordNames: [] }],
      ],
    ],
    [
      'components[0].id',
      'targets[1].component',
      [
        [['components', 0, 'id'], 'link-app'],
        [['targets', 1, 'component'], 'face-library'],
      ],
    ],
    [
      'targets[0].component',
      'targets[2].component',
      [
        [['targets', 0, 'component'], 'Ä'],
        [['targets', 1, 'component'], 'reader-app'],
        [['targets', 2], { component: 'reader-app', version: '1.0' }],
      ],
    ],
    [
      'delivery.excludedNights[0]',
      'delivery.allDayFrom',
      [
        [['delivery', 'excludedNights', 0], '2/21'],
        [['delivery', 'allDayFrom'], '2026-02-20'],
      ],
    ],
    [
      'delivery.lastNight',
      'delivery.excludedNights[0]',
      [
        [['delivery', 'lastNight'], '2/27'],
        [['delivery', 'excludedNights', 0], '2026-01-01'],
      ],
    ],
    [
      'delivery.lastNight',
      'delivery.holes[0]',
      [
        [['delivery', 'lastNight'], '2026-01-01'],
        [['delivery', 'holes', 0, 'to'], '2026-02-20T02:00'],
      ],
    ],
    [
      'delivery.holes[0].from',
      'delivery.holes[1]',
      [
        [['delivery', 'holes', 0, 'from'], '3:00'],
        [['delivery', 'holes', 1], { from: '2026-02-20T12:00', to: '2026-02-20T13:00' }],
      ],
    ],
    [
      'delivery.colour',
      'delivery.lastNight',
      [
        [['delivery', 'lastNight'], '2026-01-01'],
        [['delivery', 'holes'], []],
        [['delivery', 'colour'], 'red'],
      ],
    ],
    [
      'guide[0].title',
      'guide[1].id',
      [
        [['guide', 0, 'title'], ''],
        [['guide', 1], guide[0]],
      ],
    ],
    ['steps[0]', 'steps', [[['steps'], [' ']]]],
  ])('at %s leaves %s to be told', (alone, beside, changes) => {
    const file = changes.reduce<object>((before, [path, value]) => changed(path, value, before), whole);
    expect(fieldsOf(file).toSorted()).toEqual([alone, beside].toSorted());
  });

  it('of a last night that cannot be read say nothing of a deadline that nobody wrote', () => {
    const file = changed(['deadline'], null, changed(['delivery', 'lastNight'], '2000-01-01'));
    expect(fieldsOf(changed(['delivery', 'holes'], [], file))).toEqual(['delivery.lastNight']);
  });

  it('end in no accident, whatever stands where', () => {
    const anything = fc.constantFrom<unknown>(null, undefined, 7, '', 'x', '2026-02-20', [], {}, [null], true);
    const somewhere = fc.constantFrom(
      ...[whole, builtInFile()].flatMap((file) => placesIn(file).map(({ path }) => path)),
    );
    fc.assert(
      fc.property(
        fc.constantFrom<object>(whole, builtInFile()),
        fc.array(fc.tuple(somewhere, anything), { minLength: 1, maxLength: 4 }),
        (good, changes) => {
          const file = changes.reduce<object>((before, [path, value]) => changed(path, value, before), good);
          expect(() => checkFile(JSON.stringify({ title: '題', ...file }), 'n.json')).not.toThrow();
        },
      ),
      { numRuns: 500 },
    );
  });

  it('are told with line, field, reason and how it is written, in 80 columns', () => {
    const text = faultsText('n.json', faultsOf(changed(['delivery', 'to'], '25:00', changed(['by'], 'post'))));
    expect(text.split('\n').slice(0, 5)).toEqual([
      'エラー(bad-notice)',
      'n.json に、直すところが 2 か所あります。',
      '  33 行目 delivery.to',
      '    理由: HH:MM で書いてください(例 20:00)',
      '    書き方: 終わる時刻。from より前なら翌朝。例 "05:00"',
    ]);
    expect(text).toContain('行目 by\n');
    expect(text.replaceAll('\n', '')).toContain('もう一度「oqs-console notice n.json」で確かめてください。');
    expect(text.split('\n').filter((line) => width(line, 'wide') > 80)).toEqual([]);
  });

  it('have no word on a field that is no field, whatever it is called', () => {
    const text = JSON.stringify(whole).replace('{', '{"__proto__":{},"constructor":1,');
    const checked = checkFile(text, 'n.json');
    if (checked.ok) throw new Error('that is a good file');
    expect(checked.faults.map(({ field }) => field)).toEqual(['__proto__', 'constructor']);
    expect(faultsText('n.json', checked.faults)).not.toContain('書き方');
  });

  it('of an unknown format are those of the newest', () => {
    const { formatVersion: _, title: __, ...rest } = whole;
    expect(fieldsOf({ ...rest, by: 'x' })).toEqual(['formatVersion', 'title', 'by']);
  });

  it('of format 1 are told beside what two fields show of each other', () => {
    const late = changed(['delivery', 'lastNight'], '2026-01-01', builtInFile());
    expect(fieldsOf({ ...late, target: { component: 'face-library', version: 'y' }, id: 3 })).toEqual([
      'id',
      'target.version',
      'delivery.lastNight',
    ]);
  });

  it('of format 1 are told in its own fields', () => {
    expect(fieldsOf({ ...builtInFile(), id: 3, target: { component: 'x', version: 'y' } })).toEqual([
      'id',
      'target.component',
      'target.version',
    ]);
  });
});

describe('a notice of format 1', () => {
  const first = builtInFile();

  it.each(
    placesIn(first)
      .filter(({ path }) => typeof path.at(-1) === 'string' && named(path) !== 'formatVersion')
      .map(({ path }) => [named(path), path] as const),
  )('that lacks %s is told so, and nothing else', (field, path) => {
    expect(faultsOf(changed(path, undefined, first))).toEqual([
      expect.objectContaining({ field, reason: 'この項目がありません' }),
    ]);
  });
});

describe('a file of another kind', () => {
  it.each(['[]', '3', '"x"', 'null', '{}', '{"limits":{}}', '{"formatVersion":1,"now":"2026-01-20T08:10:00+09:00"}'])(
    '%s is no notice',
    (text) => {
      expect(() => checkFile(text, 'n.json')).toThrow(
        expect.objectContaining({
          code: 'bad-notice',
          where: 'n.json',
          message: expect.stringContaining('お知らせのデータではありません'),
        }),
      );
    },
  );

  it.each([
    ['', 'n.json', 'ファイルが空です'],
    ['   \n', 'n.json', 'ファイルが空です'],
    ['{\n  "title": "x",\n}', 'n.json:3:1', '余分なコンマ'],
    ['{\n  "title": "x"\n  "id": 3 }', 'n.json:3:3', 'コンマ(,)がありません'],
    ['{"title": "C:\\Program"}', 'n.json:1:11', '\\\\'],
    ['お知らせ', 'n.json:1:1', ''],
    ['{"title": ', 'n.json:1:11', '値がありません'],
  ])('%j is told at its first fault', (text, where, message) => {
    const told = { where, message: expect.stringContaining(message) };
    expect(() => checkFile(text, 'n.json')).toThrow(expect.objectContaining(told));
  });
});
