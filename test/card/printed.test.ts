import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { staffCard } from '../../src/card/cards.ts';
import { technicianCard } from '../../src/card/cards.ts';
import { noFilter } from '../../src/desk/filter.ts';
import { deskPage } from '../../src/desk/web-page.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Notice } from '../../src/domain/notice/notice.ts';
import { parseNotice } from '../../src/domain/notice/schema.ts';
import { historyPaper } from '../../src/formats/history-page.ts';
import { defaultSettings } from '../../src/settings/load.ts';
import { paperHtml, type Paper } from '../../src/text/paper.ts';
import { at, journalOf, OFFSET } from '../console/builders.ts';
import { entry, JAPAN, NOW, standing } from '../desk/build.ts';
import { byHandNotice, madeUpNotice } from '../harness/made-up-notice.ts';
import { exampleNames, exampleText } from '../notice/examples.ts';
import { findPrinter, print, type Printed } from './printer.ts';

const printer = await findPrinter();
if ('missing' in printer) process.stdout.write(`Skipped, for want of a Chromium to print with: ${printer.missing}\n`);
const root = 'root' in printer ? printer.root : '';

/** A4 in points. */
const A4 = { width: 595, height: 842 };
/** The margin of the page, in points. */
const MARGIN = (12 / 25.4) * 72;

const notices: readonly (readonly [string, Notice])[] = [
  ['January', builtInNotice()],
  ['made up', madeUpNotice],
  ['by hand', byHandNotice],
  [
    'as much as a notice may well have',
    {
      ...madeUpNotice,
      delivery: null,
      by: 'hand',
      steps: Array.from(
        { length: 15 },
        () => '古い部品を「設定」から取り除き、新しい部品を USB メモリから入れて動きを見る',
      ),
      contacts: [...madeUpNotice.contacts, ...builtInNotice().contacts, ...madeUpNotice.contacts],
    },
  ],
  ...exampleNames.map((name) => [name, parseNotice(exampleText(name), name)] as const),
];
const cards = notices.flatMap(([name, notice]) => [
  [`${name}, technician`, technicianCard(notice, defaultSettings())] as const,
  [`${name}, staff`, staffCard(notice)] as const,
]);

/** Characters as they are read, whatever space and lines lie between. */
function letters(text: string): readonly string[] {
  return Array.from(text.normalize('NFKC').replace(/\s/g, '')).toSorted();
}

function said({ title, rows, sections }: Paper): string {
  const all = [...rows, ...sections.flatMap((section) => section.rows)];
  const headings = sections.map(({ heading }) => heading ?? '');
  return [title, ...headings, ...all.map(({ mark = '', text }) => mark + text)].join('');
}

/** Three hundred terminals to phone about, with names and reasons long enough to be broken. */
function longDeskPage(): string {
  const reason = '新しいバージョンが届いています。再起動すると有効になります。<IJ-0001> & "もう一度" '.repeat(2);
  const terminals = Array.from({ length: 300 }, (_, index) => `CLINIC-ONS${String(index).padStart(3, '0')}`);
  const opens = { text: '8:30', minutes: 510 };
  const contact = { name: 'さくら医院', phone: '03-5000-0060', person: '事務長', opens, spare: false };
  const roster = terminals.map((terminal) => ({ clinic: '0110123456', terminal, contact }));
  const entries = terminals.map((terminal) =>
    entry({ clinic: '0110123456', terminal, state: 'restart', reason, bootedAt: NOW }),
  );
  const input = { filter: noFilter, now: NOW, offsetMinutes: JAPAN, staleHours: 48 };
  return deskPage({ ...input, standing: standing({ entries, roster }) });
}

/**
 * Words that do not lie between the margins. How high a word is, is told by its font, which counts more above and below
 * than the letters.
 */
function outside({ words, width, height }: Printed): readonly string[] {
  return words
    .filter(({ left, top, right, bottom }) => {
      const middle = (top + bottom) / 2;
      const [first, last] = [MARGIN - 1, height - MARGIN + 1];
      return left < MARGIN - 1 || right > width - MARGIN + 1 || middle < first || middle > last;
    })
    .map(({ text }) => text);
}

describe.skipIf('missing' in printer)('printed by Chromium', () => {
  it.each(cards)('the card is one page of A4 with every letter on it: %s', async (_, card) => {
    const printed = await print(root, paperHtml(card));
    expect(printed.pages).toBe(1);
    expect([Math.round(printed.width), Math.round(printed.height)]).toEqual([A4.width, A4.height]);
    expect(letters(printed.words.map(({ text }) => text).join(''))).toEqual(letters(said(card).replaceAll('[ ]', '')));
    expect(outside(printed)).toEqual([]);
  });

  it('a history takes the pages that it needs, and nothing of it is cut', async () => {
    const message = 'エラーが発生しました <IJ-0001> & "もう一度" '.repeat(4);
    const days = Array.from(
      { length: 60 },
      (_, index) => `20 ${String(8 + Math.floor(index / 10)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`,
    );
    const paper = historyPaper({
      journal: journalOf(
        ...days.map((day) => [day, { event: 'download-finished', outcome: 'error', pressed: true, message }] as const),
      ),
      journalPath: 'C:\\ProgramData\\oqs-console\\journal.jsonl',
      notice: { id: '2026-01-face-library', title: '顔認証ライブラリ 5.1.0' },
      known: [],
      clinic: 'さくら内科',
      terminal: 'CLINIC-ONS01',
      consoleVersion: '0.1.0',
      now: at('20 20:00'),
      offsetMinutes: OFFSET,
    });
    const printed = await print(root, paperHtml(paper));
    expect(printed.pages).toBeGreaterThan(1);
    expect(letters(printed.words.map(({ text }) => text).join(''))).toEqual(letters(said(paper)));
    expect(outside(printed)).toEqual([]);
  });

  it('the terminals of a desk take the pages that they need, each under the titles, and none is cut', async () => {
    const page = longDeskPage();
    const printed = await print(root, page);
    expect([Math.round(printed.width), Math.round(printed.height)]).toEqual([A4.height, A4.width]);
    expect(printed.pages).toBeGreaterThan(5);
    expect(outside(printed)).toEqual([]);
    const text = printed.words.map((word) => word.text);
    expect(text.filter((word) => word === '電話')).toHaveLength(printed.pages);
    const said = page.replace(/^.*<body>/s, '').replace(/<[^>]*>/g, '');
    const read = said.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
    const titles = /<thead>(.*)<\/thead>/.exec(page)?.[1]?.replace(/<[^>]*>/g, '') ?? '';
    expect(letters(text.join(''))).toEqual(letters(read + titles.repeat(printed.pages - 1)));
  });
});
