/** The settings by their path in the settings file, each once, in the order of the screen: what a clinic changes comes first. */
export const settingGroups = [
  { id: 'reception', keys: ['receptionHours'] },
  { id: 'clinic', keys: ['clinicId'] },
  {
    id: 'places',
    keys: [
      'paths.deliveryRecord',
      'paths.versionInfo.face-library',
      'paths.versionInfo.distribution-app',
      'paths.versionInfo.link-app',
      'paths.versionInfo.reader-app',
      'paths.readerInfo',
      'readerDevice',
      'deliveryTask',
      'plannedRestartTask',
    ],
  },
  { id: 'guidance', keys: ['notice', 'guide', 'paths.errorDetails'] },
  { id: 'network', keys: ['network.applicationHosts', 'network.baseHosts', 'network.proxy'] },
  {
    id: 'tool',
    keys: [
      'managementTool.path',
      'managementTool.folders',
      'managementTool.automationIds.downloadNow',
      'managementTool.automationIds.showRecord',
      'managementTool.phrases.restartRequired',
      'managementTool.phrases.alreadyLatest',
      'managementTool.phrases.error',
    ],
  },
  {
    id: 'limits',
    keys: [
      'limits.checkTimeoutSeconds',
      'limits.refreshSeconds',
      'limits.toolSilenceSeconds',
      'limits.restartDelaySeconds',
      'limits.uptimeWarnDays',
      'limits.taskSilenceHours',
      'limits.clockToleranceMinutes',
      'limits.diskWarnBytes',
      'limits.diskFailBytes',
    ],
  },
] as const;
export type SettingGroup = (typeof settingGroups)[number]['id'];
export type SettingKey = (typeof settingGroups)[number]['keys'][number];

export const settingKeys = settingGroups.flatMap<SettingKey>(({ keys }) => keys);
