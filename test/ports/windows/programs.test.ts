import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadScript } from '../../../src/ports/windows/powershell/script.ts';
import {
  powershellFile,
  system32Folder,
  toolEnvironment,
  windowsPrograms,
} from '../../../src/ports/windows/programs.ts';
import { toolDriverConfigSchema } from '../../../src/ports/windows/tool-driver/config.ts';
import { defaultSettings, parseSettings } from '../../../src/settings/load.ts';

const SCRIPTS = join(import.meta.dirname, '../../../src/ports/windows/powershell');
const programs = windowsPrograms({
  system32: system32Folder({ SystemRoot: 'D:\\Windows' }),
  nodeFile: 'E:\\配信 ツール\\node\\node.exe',
  ownProgram: 'E:\\配信 ツール\\app\\windows.js',
  script: (name) => loadScript(SCRIPTS, name),
  settings: parseSettings(
    JSON.stringify({ readerDevice: "O'Neil リーダー", managementTool: { path: 'D:\\管理.lnk', folders: ['D:\\x'] } }),
    'settings.json',
  ),
});

describe('windowsPrograms', () => {
  it.each([
    ['registry', 'reg.exe'],
    ['tasks', 'schtasks.exe'],
    ['power', 'powercfg.exe'],
    ['shutdown', 'shutdown.exe'],
  ] as const)('%s is %s of the system, whatever the search path holds', (id, name) => {
    const program = programs[id];
    expect(program.file).toBe(`D:\\Windows\\System32\\${name}`);
    expect(program.argumentsFor(['/query', 'a b'])).toEqual(['/query', 'a b']);
  });

  it.each(['network', 'tool'] as const)('%s is our own, run by the Node that came along', (id) => {
    const program = programs[id];
    expect(program.file).toBe('E:\\配信 ツール\\node\\node.exe');
    expect(program.argumentsFor(['x'])).toEqual(['E:\\配信 ツール\\app\\windows.js', id, 'x']);
  });

  it('are none of them started on the stick: what they open would hold its drive', () => {
    const folders = Object.values(programs).map(({ folder }) => folder);
    expect(new Set(folders)).toEqual(new Set(['D:\\Windows\\System32']));
  });

  it('asks PowerShell for the report by an encoded command, never by a file', () => {
    const program = programs.system;
    expect(program.file).toBe(powershellFile(system32Folder({ SystemRoot: 'D:\\Windows' })));
    const args = program.argumentsFor(['report']);
    expect(args.slice(0, -1)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-Mta', '-EncodedCommand']);
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(script).toContain('"readerDevice":"O\'\'Neil \\u30ea\\u30fc\\u30c0\\u30fc"');
    expect(script).toContain('"path":"D:\\\\\\u7ba1\\u7406.lnk","folders":["D:\\\\x"]');
    expect(script).toContain('Get-SystemReport $OqsInput');
    expect(script).toContain('Write-ToolPlaces $OqsInput');
  });

  it('knows where Windows usually is', () => {
    expect(system32Folder({})).toBe('C:\\Windows\\System32');
  });
});

const configOf = (settings: ReturnType<typeof defaultSettings>) =>
  toolDriverConfigSchema.parse(JSON.parse(toolEnvironment(settings)));

describe('toolEnvironment', () => {
  it('says by default what the driver itself goes by', () => {
    expect(configOf(defaultSettings())).toEqual(toolDriverConfigSchema.parse({}));
  });

  it('hands on what a site has set, and leaves the names of the buttons alone', () => {
    const managementTool = {
      path: 'D:\\管理\\tool.exe',
      folders: [],
      automationIds: { downloadNow: 'btnNow' },
      phrases: { error: ['失敗'] },
    };
    const config = configOf(parseSettings(JSON.stringify({ managementTool }), 'settings.json'));
    expect(config).toMatchObject({
      path: 'D:\\管理\\tool.exe',
      folders: [],
      phrases: { restartRequired: [], alreadyLatest: [], error: ['失敗'] },
      buttons: {
        downloadNow: { name: '今すぐダウンロード', automationId: 'btnNow' },
        showRecord: { name: '配信実績の確認', automationId: null },
      },
    });
  });
});
