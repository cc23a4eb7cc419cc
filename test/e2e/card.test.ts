import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { staffTexts, technicianTexts } from '../../src/card/card.ja.ts';
import { historyPageTexts } from '../../src/journal/history.ja.ts';
import { examplePath, exampleText } from '../notice/examples.ts';
import { run, temporaryFolder } from './built.ts';

describe('card', () => {
  it("prints the technician's page of the built-in notice as text, or the staff's", async () => {
    const { exitCode, stdout, stderr } = await run('card');
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(new RegExp(`^${technicianTexts.title.replaceAll(/[()]/g, String.raw`\$&`)}\n`));
    expect(stdout).toContain('顔認証ライブラリ 5.1.0');
    expect((await run('card', '--staff')).stdout).toMatch(new RegExp(`^${staffTexts.title.night}\n`));
  });

  it('goes by --notice, else by the notices and settings of the data folder', async () => {
    using folder = temporaryFolder();
    const data = folder.path;
    mkdirSync(join(data, 'notices'));
    // In the place of the built-in one.
    const own = exampleText('institution-code').replace('"institution-code"', '"2026-01-face-library"');
    writeFileSync(join(data, 'notices', 'n.json'), own);
    writeFileSync(join(data, 'settings.json'), '{"formatVersion":1,"limits":{"checkTimeoutSeconds":9}}');
    const bySite = await run('card', '--data-dir', data);
    expect(bySite.stdout).toContain('A-12');
    expect(bySite.stdout).toContain('9 秒');
    const named = await run('card', '--data-dir', data, '--notice', examplePath('browser-extension-by-hand'));
    expect(named.stdout).toContain('ブラウザ拡張機能');
  });

  it('writes a page for the printer into a new file, never over one, and no journal', async () => {
    using folder = temporaryFolder();
    const data = join(folder.path, 'data');
    const path = join(folder.path, 'card.html');
    const first = await run('card', '--html', '--out', path, '--data-dir', data);
    expect([first.exitCode, first.stdout]).toEqual([0, expect.stringContaining(path)]);
    const html = readFileSync(path, 'utf8');
    expect(html).toMatch(/^\uFEFF<!doctype html>/);
    const again = await run('card', '--staff', '--html', '--out', path);
    expect([again.exitCode, again.stdout]).toEqual([64, '']);
    expect(again.stderr).toContain('上書きはしません');
    expect(readFileSync(path, 'utf8')).toBe(html);
    expect(readdirSync(folder.path, { recursive: true }).filter((name) => name.includes('journal'))).toEqual([]);
  });

  it('refuses a notice that cannot be used with 64', async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, 'n.json');
    writeFileSync(path, '{"formatVersion":2}');
    const { exitCode, stdout, stderr } = await run('card', '--notice', path);
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toContain('n.json');
  });
});

it('history --html is the history as a page for the printer', async () => {
  const { exitCode, stdout } = await run('history', '--html');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).toContain(`<h1>${historyPageTexts.title}</h1>`);
});
