import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { screenNames } from '../../src/screens/console.ja.ts';
import { statusTexts } from '../../src/screens/status/status.ja.ts';
import { guideEntrySchema, type GuideEntry } from '../../src/domain/notice/parts.ts';
import { cp932Characters } from './cp932.ts';
import { guideEntries } from './january-guide.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';

const cells = (text: string): number => stringWidth(text, { ambiguousIsNarrow: false });
const cellsWhereNarrow = (text: string): number => stringWidth(text, { ambiguousIsNarrow: true });

/** The way to the form is told in the notice's own words. */
const way = builtInNotice().report?.formPath ?? [];
const oneRequest = /^[^。]+ください。$/;

function textsOf(entry: GuideEntry): readonly string[] {
  return [entry.title, ...entry.see, entry.why, ...entry.do, entry.call, ...entry.words];
}

const known = cp932Characters();
const named = guideEntries.map((entry) => [entry.id, entry] as const);

describe('the built-in guide', () => {
  it('sends to the row that takes over, by its name', () => {
    const entry = guideEntries.find(({ id }) => id === 'console-in-use');
    expect(entry?.do.join('')).toContain(`「${screenNames.status}」で「${statusTexts.takeOver}」を選んでください。`);
  });

  it('gives every entry an id of its own', () => {
    const ids = guideEntries.map((entry) => entry.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('gives every entry a title of its own', () => {
    const titles = guideEntries.map((entry) => entry.title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  it('tells the characters of CP932 from others', () => {
    expect(['あ', '漢', '・', '「', 'A', '〜', '😀'].map((character) => known.has(character))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it.each(Array.from('…─│→●○■□◇×※①℃★△✓✗⚠“”‘’—°±÷〜'))('would not let %s pass', (character) => {
    expect(known.has(character) && cells(character) === cellsWhereNarrow(character)).toBe(false);
  });

  describe.each(named)('%s', (_id, entry) => {
    it('is valid by the schema', () => {
      expect(guideEntrySchema.safeParse(entry).success).toBe(true);
    });

    it('uses only characters of CP932 that have one width everywhere', () => {
      const characters = Array.from(textsOf(entry).join(''));
      expect(characters.filter((character) => !known.has(character))).toEqual([]);
      expect(characters.filter((character) => cells(character) !== cellsWhereNarrow(character))).toEqual([]);
    });

    it('has instructions of one short sentence a row', () => {
      expect(entry.do.filter((row) => cells(row) > 72)).toEqual([]);
      expect(entry.do.filter((row) => !oneRequest.test(row) && !way.includes(row))).toEqual([]);
    });

    it('has a title that fits a row of the list', () => {
      expect(cells(entry.title)).toBeLessThanOrEqual(50);
    });
  });
});

describe('the safety of the instructions', () => {
  const restarting = guideEntries.filter((entry) =>
    entry.do.some((row) => /から「再起動」を選んでください|「シャットダウン」してください/.test(row)),
  );

  it.each(restarting.map((entry) => [entry.id, entry] as const))(
    '%s has work saved and patients finished before it restarts',
    (_id, entry) => {
      const acts = entry.do.findIndex((row) => /「再起動」を選んで|「シャットダウン」して/.test(row));
      const before = entry.do.slice(0, acts).join('');
      expect(before).toContain('保存してください');
      expect(before).toContain('患者さんの資格確認中なら、終わるまで待ってください');
    },
  );

  it('never mentions a restart without work saved and patients finished', () => {
    const careless = guideEntries.filter(({ do: rows }) => {
      const text = rows.join('');
      const restarts = /再起動して|再起動に進|再起動を済ませ|「再起動」を選んで|「再起動」もして/.test(text);
      return restarts && !(text.includes('保存') && text.includes('患者さん'));
    });
    expect(careless.map((entry) => entry.id)).toEqual([]);
  });

  it('names what must be so before the step that needs it', () => {
    const late = guideEntries.filter(({ do: rows }) => {
      const acts = rows.findIndex(
        (row) => /再起動(?:して|に進|を済ませ|」を選んで|」もして)/.test(row) && !/^再起動は|次の行から/.test(row),
      );
      return acts >= 0 && !/保存/.test(rows.slice(0, acts + 1).join(''));
    });
    expect(late.map(({ id }) => id)).toEqual([]);
  });

  it('never has the operator press an unknown dialog, nor press the download again blindly', () => {
    expect(rowsOf('tool-unknown-dialog')).toContain('押す前に電話');
    for (const id of ['download-hang', 'download-crash']) expect(rowsOf(id)).toContain('続けて押さないで');
  });

  it('names the call centre with its number wherever it names it as whom to call', () => {
    const nameless = guideEntries.filter(({ call }) => /コールセンター(?!\(0800-080-4583\))/.test(call));
    expect(nameless.map((entry) => entry.id)).toEqual([]);
  });
});

function rowsOf(id: string): string {
  return guideEntries.find((entry) => entry.id === id)?.do.join('') ?? '';
}
