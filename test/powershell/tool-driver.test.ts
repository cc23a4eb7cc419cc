import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { quietEnvironment } from '../../scripts/powershell/install.ts';
import { nodeTimers } from '../../src/ports/node/timers.ts';
import { loadScript } from '../../src/ports/windows/powershell/script.ts';
import { toolDriverConfigSchema } from '../../src/ports/windows/tool-driver/config.ts';
import { createPowershellRunner } from '../../src/ports/windows/tool-driver/powershell-process.ts';
import { runToolDriver } from '../../src/ports/windows/tool-driver/tool-program.ts';
import { describeScript, scriptFolder } from './run-script.ts';
import { button, TOOL, toolWindow, unlocked, words, type Look, type World } from './world.ts';

const { stepMs } = inject('pace');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'oqs-driver-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const download = '今すぐダウンロード';
const record = '配信実績の確認';
const main = toolWindow('配信アプリケーション管理ツール', [button(download), button(record)]);

const world = `. '${join(import.meta.dirname, 'stand-in/world.ps1')}'`;
/** The watch looks again only once the button is pressed, so that what it sees then is the answer; but not for ever. */
const patient = `${world}
function Wait-Moment($Milliseconds) {
  for ($turn = 0; $turn -lt ${String(Math.ceil(stepMs / 50))} -and -not (Get-Content -LiteralPath $env:OQS_PRESSES); $turn += 1) {
    Start-Sleep -Milliseconds 50
  }
  $script:OqsLook += 1
  Show-Desktop
}`;

/** The whole driver over the real scripts, in a world of the test's: what it says, and what was pressed. */
async function drive(args: readonly string[], looks: (program: string) => readonly Look[]) {
  const file = (name: string) => join(folder, name);
  const program = file('Tool.exe');
  const whole: World = { session: unlocked, desktops: [], looks: looks(program) };
  writeFileSync(program, '');
  writeFileSync(file('world.json'), JSON.stringify(whole));
  writeFileSync(file('presses.txt'), '');
  writeFileSync(file('powershell'), standIn());
  chmodSync(file('powershell'), 0o755);

  const lines: unknown[] = [];
  const exitCode = await runToolDriver({
    args,
    config: toolDriverConfigSchema.parse({
      path: program,
      folders: [folder],
      phrases: { restartRequired: ['再起動してください'] },
      limits: { findMs: stepMs, openMs: stepMs, lookMs: stepMs, fillMs: 3_000 },
    }),
    powershell: createPowershellRunner({
      file: file('powershell'),
      script: (name) => loadScript(scriptFolder, name, name === 'watch-tool' ? patient : world),
    }),
    programOf: (path) => Promise.resolve(path),
    timers: nodeTimers,
    write: (line) => lines.push(JSON.parse(line)),
  });
  const presses = readFileSync(file('presses.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return { exitCode, lines, presses };
}

/** PowerShell as it is on Windows, but for -Mta, which it takes there only. */
function standIn(): string {
  const powershell = inject('powershell');
  if (!powershell) throw new Error('no PowerShell');
  const environment = {
    ...quietEnvironment,
    OQS_WORLD: join(folder, 'world.json'),
    OQS_PRESSES: join(folder, 'presses.txt'),
    OQS_ASSEMBLY: powershell.assembly,
  };
  const exports = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`);
  const [noLogo, noProfile, nonInteractive, encoded, script] = ['$1', '$2', '$3', '$5', '$6'];
  const start = `exec '${powershell.file}' ${noLogo} ${noProfile} ${nonInteractive} ${encoded} ${script}`;
  return ['#!/bin/sh', ...exports, start].join('\n');
}

const tool = (program: string) => ({
  id: TOOL,
  name: 'Tool',
  program,
  title: '配信アプリケーション管理ツール',
});

describeScript('the driver over the real scripts', () => {
  test('presses by a message what UI Automation does not see, once', async () => {
    const blind = toolWindow('配信アプリケーション管理ツール', [{ type: 'Pane' }]);
    const dialog = toolWindow('確認', [words('端末を再起動してください'), button('OK')], { handle: 77 });
    const end = await drive(['press', 'download-now'], (program) => [
      ...Array.from({ length: 7 }, () => ({
        processes: [tool(program)],
        windows: [blind],
        buttonWindows: [{ name: download }, { name: record }],
      })),
      { processes: [tool(program)], windows: [blind, dialog] },
      { processes: [], windows: [] },
    ]);
    expect(end).toMatchObject({ exitCode: 0, presses: [download] });
  });

  test('finds, opens, watches and presses, and tells what the tool says', async () => {
    const dialog = toolWindow('確認', [words('端末を再起動してください'), button('OK')], { handle: 77 });
    const end = await drive(['press', 'download-now'], (program) => [
      { processes: [tool(program)], windows: [main] },
      { processes: [tool(program)], windows: [main, dialog] },
      // The watch then ends by itself: nothing of it is left when the test is over.
      { processes: [], windows: [] },
    ]);
    const text = '確認\n端末を再起動してください';
    expect(end).toEqual({
      exitCode: 0,
      lines: [
        { type: 'step', step: 'opening' },
        { type: 'step', step: 'pressing' },
        { type: 'step', step: 'pressed' },
        { type: 'says', text },
        { type: 'finished', outcome: 'restart-required', pressed: true, message: text },
      ],
      presses: [download],
    });
  });

  test('learns the path of the record from the viewer', async () => {
    const commandLine = 'C:\\Windows\\notepad.exe C:\\Program Files\\OQS\\配信 実績.csv';
    const viewer = { id: 7001, parent: TOOL, program: 'C:\\Windows\\notepad.exe', commandLine };
    const end = await drive(['show-record'], (program) => [
      { processes: [tool(program)], windows: [main] },
      { processes: [tool(program), viewer], windows: [main] },
      { processes: [], windows: [] },
    ]);
    expect(end).toMatchObject({ exitCode: 0, presses: [record] });
    expect(end.lines.at(-1)).toEqual({ type: 'record', path: 'C:\\Program Files\\OQS\\配信 実績.csv' });
  });

  test('says what is in the way, and presses nothing', async () => {
    const barren = toolWindow('配信アプリケーション管理ツール', [button(record)]);
    const end = await drive(['press', 'download-now'], (program) => [
      { processes: [tool(program)], windows: [barren] },
      ...Array.from({ length: 7 }, () => ({ processes: [tool(program)], windows: [barren] })),
      { processes: [], windows: [] },
    ]);
    expect(end).toMatchObject({ exitCode: 0, presses: [] });
    expect(end.lines.at(-1)).toEqual({
      type: 'finished',
      outcome: 'button-missing',
      pressed: false,
      message: `あるボタン: 「${record}」`,
      obstacle: 'button-not-found',
    });
  });
});
