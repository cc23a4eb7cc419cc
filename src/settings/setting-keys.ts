/**
 * The settings that a clinic changes on site, by their path in the settings file, in the order of the screen. All
 * others stand in the file alone.
 */
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
      'managementTool.path',
    ],
  },
  { id: 'guidance', keys: ['notice', 'guide', 'paths.errorDetails'] },
] as const;
export type SettingGroup = (typeof settingGroups)[number]['id'];
export type SettingKey = (typeof settingGroups)[number]['keys'][number];

export const settingKeys = settingGroups.flatMap<SettingKey>(({ keys }) => keys);
