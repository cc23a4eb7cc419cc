import type { Settings } from '../../settings/schema.ts';

/** The environment variable in which our program `tool` finds what the settings say of 「配信アプリケーション管理ツール」, as JSON. */
export const TOOL_VARIABLE = 'OQS_TOOL';

/** The value of that variable: the part of the driver's config that a site can set. */
export function toolEnvironment({ managementTool, limits }: Pick<Settings, 'managementTool' | 'limits'>): string {
  const { path, folders, automationIds, phrases } = managementTool;
  return JSON.stringify({
    path,
    folders,
    phrases,
    limits: { silenceMs: limits.toolSilenceSeconds * 1_000 },
    buttons: {
      downloadNow: { automationId: automationIds.downloadNow },
      showRecord: { automationId: automationIds.showRecord },
    },
  });
}
