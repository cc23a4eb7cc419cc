import { describe, expect, it } from 'vitest';
import { noFilter } from '../../src/desk/filter.ts';
import { csvFile } from '../../src/desk/spreadsheet.ts';
import { deskDocument } from '../../src/desk/document.ts';
import { listText } from '../../src/desk/list-text.ts';
import { mendRoster } from '../../src/desk/near-misses.ts';
import { pageLines } from '../../src/desk/pages.ts';
import { deskPage } from '../../src/desk/web-page.ts';
import { lineText } from '../../src/tui/line.ts';
import { after, model } from './bench.ts';
import { entry, JAPAN, notice, NOW, standing } from './build.ts';

const name = 'x'.repeat(100_000);
/** Cut anywhere but behind every other code unit, half a character would be left. */
const title = `a${'𠮷'.repeat(40_000)}`;
const contact = { name: title, phone: name, person: name, opens: { text: name, minutes: null }, spare: false };
const source = { path: `/a/${name}/z.json`, line: 3 };
const long = entry({
  clinic: title,
  terminal: name,
  source,
  state: 'check-failed',
  step: name,
  reason: name,
  check: name,
  failing: [name],
  otherNotices: [name],
  notice: { ...notice(name, name), id: name },
  installed: name,
});
const gathered = {
  entries: [long, { ...long, at: NOW, state: 'restart' as const }, entry({ terminal: 'ONS02', at: NOW })],
  bad: [{ source, reason: '空です' }],
  roster: [{ clinic: title, terminal: 'ONS09', contact }],
};

describe('names, reasons and paths from outside that are longer than any', () => {
  const given = { standing: standing(gathered), filter: noFilter, now: NOW, offsetMinutes: JAPAN, staleHours: 48 };

  it('leave room for every other terminal in the list', () => {
    const text = listText({ ...given, reasons: false });
    expect(text.split('\n').length).toBeLessThan(80);
    expect(text).toContain('..');
    expect(text).toMatch(/ONS02 +ダウンロードが必要/);
    expect(text.replaceAll('\n  ', '')).toContain('z.json の3 行目: 空です');
    expect(text).not.toMatch(/[?〓]/);
  });

  it.each(['restart', 'check-failed'] as const)('say why in paragraphs that end: %s', (state) => {
    const own = { ...given, standing: standing({ ...gathered, entries: [{ ...long, state }] }) };
    expect(listText({ ...own, reasons: true }).split('\n').length).toBeLessThan(200);
  });

  it('are cut on the page to mail', () => {
    const page = deskPage(given);
    expect(page.length).toBeLessThan(20_000);
    expect(page).toContain('x..</td>');
  });

  it('leave the detail a page that can be read', () => {
    const { model: detail } = after(model({}, gathered), 'enter', 'enter');
    const shown = pageLines(detail, 'narrow').map(lineText);
    expect(detail.screen).toBe('desk-detail');
    expect(shown.length).toBeLessThan(200);
    expect(shown.join('')).toContain('x..');
  });

  it('stay whole in what programs read', () => {
    const run = { consoleVersion: '0', now: NOW, offsetMinutes: JAPAN, staleHours: 48 };
    const document = deskDocument(given.standing, noFilter, run);
    const shown = document.clinics.find((clinic) => clinic.name === title)?.shown;
    expect(shown?.map((terminal) => terminal.name)).toContain(name);
    expect(document.bad).toEqual([{ ...source, reason: '空です' }]);
    expect(new TextDecoder().decode(csvFile(given.standing.rows, JAPAN))).toContain(name);
  });

  it('do not hide why a line of the roster is named', () => {
    const spoiled = `${'7'.repeat(15)}${'0'.repeat(9_000)}`;
    const { bad } = mendRoster(
      [{ clinic: spoiled, terminal: 'ONS01' }],
      [entry({ clinic: `${'7'.repeat(15)}${'1'.repeat(9_000)}` })],
    );
    expect(bad.map(({ reason }) => reason.length < 500)).toEqual([true]);
  });
});
