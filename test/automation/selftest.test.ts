import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { selftestLineSchema } from '../../src/ports/windows/powershell/script-lines.ts';
import type { ScriptName } from '../../src/ports/windows/powershell/script.ts';
import { Desk } from './desk.ts';

const installed = inject('automation');

/** A text that somebody has copied, in Japanese. */
const COPIED = "Set-Clipboard -Value ([string][char]0x533B + 'A-1')";
/** Says as the device's facts what lies on the clipboard, and how many lock screens there are. */
const TOLD = [
  'function Get-Devices { }',
  "Test-Way 'devices' { @{ pasted = [string](Get-ClipboardText); lockScreens = @(Get-LogonScreenSessions).Count } }",
].join('\n');
/** A console of another process's own, whose font is asked for. */
const CONSOLE = `$other = Start-Process -FilePath 'cmd.exe' -ArgumentList '/k' -PassThru\n$OqsInput.processId = $other.Id`;

describe.skipIf(installed === null)('the selftest in a PowerShell for Windows', () => {
  let desk: Desk;
  beforeAll(async () => {
    if (installed) desk = await Desk.open(installed);
  });
  afterAll(() => desk.close());

  async function run(name: ScriptName, input: object, before: string) {
    const running = desk.start(name, input, { before });
    expect(await running.ended).toBe(0);
    return (await running.lines()).map((line) => selftestLineSchema.parse(line));
  }

  it('answers for every way with what Wine has of it, and puts the clipboard back', async () => {
    const lines = await run('selftest', { changes: true }, COPIED);
    expect(lines).toMatchObject([
      { way: 'powershell', facts: { languageMode: 'FullLanguage', apartment: 'MTA' }, error: null },
      // Wine has no event log and no CIM, and its Remote Desktop Services know of no session.
      { way: 'event-log', error: expect.any(String) as unknown },
      { way: 'devices', error: expect.any(String) as unknown },
      { way: 'session', unknown: 'silent', error: null },
      { way: 'clipboard', facts: { wasEmpty: false }, unknown: null, error: null },
    ]);
    const [told] = await run('selftest', { changes: false }, TOLD);
    expect(told).toMatchObject({ facts: { pasted: '\u533BA-1', lockScreens: 0 }, error: null });
  });

  it('leaves alone what is on the clipboard and no text', async () => {
    const picture = [
      "Add-Type -AssemblyName 'System.Windows.Forms'",
      "[void](Invoke-InApartment '[System.Windows.Forms.Clipboard]::SetData(''oqs-test'', ''x'')' $null)",
    ].join('\n');
    const lines = await run('selftest', { changes: true }, picture);
    expect(lines.at(-1)).toMatchObject({ way: 'clipboard', unknown: 'not-text', error: null });
  });

  it('registers the providers, finds a plain button, and reads the font and code page of a console', async () => {
    const [automation, font] = await run('selftest-windows', { processId: 0 }, CONSOLE);
    expect(automation).toMatchObject({
      way: 'automation',
      facts: { registered: true, desktop: 'ControlType.Pane', button: 'ControlType.Button' },
      // Wine knows no IsInvokePatternAvailable.
      error: expect.stringContaining('not implemented') as unknown,
    });
    expect(font).toMatchObject({
      way: 'font',
      facts: { codePage: expect.any(Number) as unknown, font: expect.any(String) as unknown },
      unknown: null,
      error: null,
    });
    expect(font?.facts['fontHeight']).toBeGreaterThan(0);
  });

  it('says so where the providers cannot be registered, and where there is no console', async () => {
    const [automation, font] = await run(
      'selftest-windows',
      { processId: 2 ** 31 - 1 },
      "function Register-Providers { throw 'barred' }",
    );
    expect(automation).toMatchObject({ way: 'automation', facts: { registered: false } });
    expect(font).toMatchObject({ way: 'font', unknown: 'no-console', error: null });
  });
});
