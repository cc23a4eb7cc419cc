import type { settingTexts } from './setting-fields.ja.ts';
import type { settingsTexts } from './settings.ja.ts';
import {
  hostCodec,
  hoursCodec,
  listCodec,
  numberCodec,
  orNone,
  pathCodec,
  proxyCodec,
  siteFileCodec,
  textCodec,
  wordsCodec,
  type Codec,
} from './codec.ts';

/** A setting, by its path in the settings file. */
export type SettingKey = keyof typeof settingTexts;
export type SettingGroup = keyof (typeof settingsTexts)['groups'];

const hosts = listCodec(hostCodec);
const words = listCodec(wordsCodec);
const pathOrNone = orNone(pathCodec);
const textOrNone = orNone(textCodec);

/** How each setting is written on the screen. */
export const codecs: Readonly<Record<SettingKey, Codec>> = {
  receptionHours: hoursCodec,
  clinicId: textOrNone,
  'paths.versionInfo.face-library': pathOrNone,
  'paths.versionInfo.distribution-app': pathOrNone,
  'paths.versionInfo.link-app': pathOrNone,
  'paths.versionInfo.reader-app': pathOrNone,
  'paths.deliveryRecord': pathOrNone,
  'paths.readerInfo': pathCodec,
  readerDevice: textOrNone,
  deliveryTask: textCodec,
  plannedRestartTask: textCodec,
  'paths.errorDetails': pathOrNone,
  notice: orNone(siteFileCodec),
  guide: orNone(siteFileCodec),
  'network.applicationHosts': hosts,
  'network.baseHosts': hosts,
  'network.proxy': orNone(proxyCodec),
  'managementTool.path': pathOrNone,
  'managementTool.folders': listCodec(pathCodec),
  'managementTool.automationIds.downloadNow': textOrNone,
  'managementTool.automationIds.showRecord': textOrNone,
  'managementTool.phrases.restartRequired': words,
  'managementTool.phrases.alreadyLatest': words,
  'managementTool.phrases.error': words,
  'limits.checkTimeoutSeconds': numberCodec,
  'limits.refreshSeconds': numberCodec,
  'limits.toolSilenceSeconds': numberCodec,
  'limits.restartDelaySeconds': orNone(numberCodec),
  'limits.uptimeWarnDays': numberCodec,
  'limits.taskSilenceHours': numberCodec,
  'limits.clockToleranceMinutes': numberCodec,
  'limits.diskWarnBytes': numberCodec,
  'limits.diskFailBytes': numberCodec,
};

/** Every setting once, in the order of the screen: what a clinic changes comes first. */
export const settingGroups: readonly {
  readonly id: SettingGroup;
  readonly keys: readonly SettingKey[];
}[] = [
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
];

export const settingKeys: readonly SettingKey[] = settingGroups.flatMap(({ keys }) => keys);
