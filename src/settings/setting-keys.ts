/** What a clinic changes on site, by path in the settings file, in the screen's order; the rest is in the file only. */
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
