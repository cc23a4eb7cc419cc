import { describe, expect, it } from 'vitest';
import { obstacles } from '../../../../src/ports/windows/powershell/script-lines.ts';
import { drive, end, finds, found, obstacle, opened, opens } from './bench.ts';
import { faultEnd, type ExpectedScript, type Line } from './fake-powershell.ts';

const other = 'C:\\Program Files\\OQS\\OQSDistroApp\\Other.exe';
const link = (folder: string) => `C:\\Users\\${folder}\\Desktop\\配信アプリケーション管理ツール.lnk`;

const finding = (lines: readonly Line[], more: Partial<ExpectedScript> = {}): ExpectedScript => ({
  name: 'find-tool',
  lines,
  end: 0,
  ...more,
});

describe('open', () => {
  it('asks for what the settings say', async () => {
    const config = { path: 'D:\\a.exe', folders: ['D:\\x'], toolName: '別の名前' };
    const bench = await drive(
      ['open'],
      [
        { ...finds, input: config },
        { ...opens, input: {} },
      ],
      config,
    );
    expect(await bench.exitCode()).toBe(0);
  });

  it('opens the one that was found', async () => {
    const bench = await drive(['open'], [finds, opens]);
    expect(await bench.exitCode()).toBe(0);
    expect(bench.lines).toEqual([{ type: 'opened' }]);
  });

  it('starts the one program rather than a shortcut that does not tell its own', async () => {
    const places = [found('shortcut', link('Public')), found('folder'), end];
    const bench = await drive(['open'], [finding(places), opens]);
    expect(await bench.exitCode()).toBe(0);
  });

  it('starts a shortcut where there is nothing surer', async () => {
    const input = { path: link('Public'), program: null };
    const bench = await drive(['open'], [finding([found('shortcut', link('Public')), end]), { ...opens, input }]);
    expect(await bench.exitCode()).toBe(0);
  });

  it('believes that it is open, whatever the script does afterwards', async () => {
    const bench = await drive(['open'], [finds, { ...opens, end: faultEnd('crashed') }]);
    expect(await bench.exitCode()).toBe(0);
    expect(bench.lines).toEqual([{ type: 'opened' }]);
  });

  it.each(obstacles)('says what is in the way: %s', async (name) => {
    const met = { ...opens, lines: [{ type: 'obstacle', obstacle: name, detail: ' Access \r\n denied ' }] };
    const bench = await drive(['open'], [finds, met]);
    expect(await bench.exitCode()).toBe(3);
    expect(bench.lines).toEqual([{ type: 'obstacle', obstacle: name, detail: 'Access denied' }]);
  });

  it.each<[string, readonly ExpectedScript[], string]>([
    ['it is nowhere', [finding([end])], 'tool-not-found'],
    [
      'only a shortcut on the own desktop has its name',
      [finding([found('shortcut', 'C:\\Users\\a\\Desktop\\管理ツール.lnk'), end])],
      'tool-not-found',
    ],
    ['two programs may be it', [finding([found('folder'), found('folder', other), end])], 'several-tools'],
    ['PowerShell is missing', [finding([], { end: faultEnd('absent') })], 'powershell-missing'],
    ['PowerShell is barred', [finding([], { end: faultEnd('denied') })], 'powershell-barred'],
    ['PowerShell is a stub that says nothing, as under Wine', [finding([])], 'powershell-silent'],
    ['PowerShell hangs', [finding([], { end: faultEnd('timed-out') })], 'powershell-silent'],
    ['PowerShell crashes', [finding([found('folder')], { end: faultEnd('crashed') })], 'powershell-silent'],
    ['PowerShell cannot be started', [finding([], { end: faultEnd('failed') })], 'powershell-silent'],
    ['the search ends with an error', [finding([found('folder'), end], { end: 1 })], 'powershell-silent'],
    ['the search did not come to its end', [finding([found('folder')])], 'powershell-silent'],
    ['lines of another protocol come instead', [finding([opened, '[]', 'null', '0'])], 'powershell-silent'],
    ['it stops answering', [finds, { ...opens, lines: [], end: faultEnd('timed-out') }], 'powershell-silent'],
    ['garbage comes', [finds, { ...opens, lines: ['#< CLIXML', end, obstacle('new')] }], 'powershell-silent'],
  ])('opens nothing where %s', async (_, scripts, name) => {
    const bench = await drive(['open'], scripts);
    expect(await bench.exitCode()).toBe(3);
    expect(bench.lines).toMatchObject([{ type: 'obstacle', obstacle: name }]);
  });

  it('gives its tool a limit that is longer than the wait for the window', async () => {
    const bench = await drive(['open'], [finds, { ...opens, input: { waitSeconds: 7 } }], {
      limits: { openMs: 6_500 },
    });
    expect(await bench.exitCode()).toBe(0);
    expect(bench.run('open-tool').limitMs).toBeGreaterThan(7_000);
  });
});

describe('arguments', () => {
  it.each([
    [],
    ['dance'],
    ['locate'],
    ['press'],
    ['press', 'show-record'],
    ['press', 'download-now', 'x'],
    ['open', 'x'],
    ['press-by-hand'],
  ])('that mean nothing start nothing: %s %s %s', async (...args) => {
    const bench = await drive(args, []);
    expect(await bench.exitCode()).toBe(87);
    expect(bench.lines).toEqual([]);
  });
});
