import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Desk } from './desk.ts';

const installed = inject('automation');

/** Registers the providers from PowerShell itself, and says whether that works. */
const registers = `
try {
  $table = [UIAutomationClientsideProviders.UIAutomationClientSideProviders]::ClientSideProviderDescriptionTable
  [System.Windows.Automation.ClientSettings]::RegisterClientSideProviders($table)
  Write-Line @{ type = 'registered' }
} catch {
  Write-Line @{ type = 'refused'; error = $_.Exception.InnerException.GetType().Name }
}
exit 0`;

describe.skipIf(installed === null)('the providers of plain Win32 controls', () => {
  let desk: Desk;
  beforeAll(async () => {
    if (installed) desk = await Desk.open(installed);
  });
  afterAll(() => desk.close());

  const said = async (name: 'press-button' | 'watch-tool', preparation: string) => {
    const script = desk.start(name, {}, { before: `${preparation}\n${registers}` });
    expect(await script.ended).toBe(0);
    return script.lines();
  };

  it.each(['press-button', 'watch-tool'] as const)('are registered once %s has made ready', async (name) => {
    expect(await said(name, 'Import-Automation')).toEqual([{ type: 'registered' }]);
  });

  it('are refused where PowerShell is the first to ask', async () => {
    const loads = "Add-Type -AssemblyName 'UIAutomationClient', 'UIAutomationTypes', 'UIAutomationClientsideProviders'";
    const refused = [{ type: 'refused', error: 'NullReferenceException' }];
    expect(await said('press-button', loads)).toEqual(refused);
  });
});
