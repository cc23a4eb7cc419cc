import { describe, expect, it } from 'vitest';
import { toolDriverConfigSchema } from '../../../src/ports/windows/tool-driver/config.ts';
import { toolEnvironment } from '../../../src/ports/windows/tool-environment.ts';
import { defaultSettings, parseSettings } from '../../../src/settings/load.ts';

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
