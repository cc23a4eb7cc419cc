import { z } from 'zod';
import { wrongKind } from '../domain/input-error.ts';
import { openingHoursSchema } from '../domain/notice/schema.ts';
import { settingTexts } from './setting-fields.ja.ts';
import { settingProblems as problems } from './settings.ja.ts';
import { isInExchangeFolder } from './terminal-path.ts';

const anyText = z.string(wrongKind(problems.text));
const text = anyText.min(1, problems.empty).refine((value) => value.trim() !== '', problems.blank);
const path = text.refine((value) => !isInExchangeFolder(value), problems.exchangeFolder);
const list = wrongKind(problems.list);
const texts = z.array(text, list);
const positive = z.number(wrongKind(problems.number)).positive(problems.positive);
/** Timers of more than some weeks overflow, and a check that may take a day is none. */
const seconds = (most: number) =>
  z.number(wrongKind(problems.number)).min(0.1, problems.seconds(0.1, most)).max(most, problems.seconds(0.1, most));
const DAY = 24 * 3_600;
const port = z.int(wrongKind(problems.port)).min(1, problems.port).max(65_535, problems.port);
const restartDelay = z
  .int(wrongKind(problems.wholeNumber))
  .min(1, problems.restartDelay)
  .max(600, problems.restartDelay);

/**
 * What a site may change, each with its default (sources of the defaults: the portal's notices and vendors' pages).
 * A settings file may name any part of it; the rest keeps its default. What each is for: src/settings/setting-fields.ja.ts.
 */
export const settingsSchema = z.strictObject({
  formatVersion: z.literal(1).default(1),
  clinicId: anyText.nullable().default(null).describe(settingTexts.clinicId.meaning),
  paths: z
    .strictObject({
      versionInfo: z
        .strictObject({
          'distribution-app': path
            .nullable()
            .default('C:\\Program Files\\OQS\\OQSDistroApp\\Version.info')
            .describe(settingTexts['paths.versionInfo.distribution-app'].meaning),
          'link-app': path
            .nullable()
            .default('C:\\Program Files\\OQS\\OQSComApp\\Version.info')
            .describe(settingTexts['paths.versionInfo.link-app'].meaning),
          'face-library': path
            .nullable()
            .default('C:\\Program Files\\OQS-Auth\\Version.info')
            .describe(settingTexts['paths.versionInfo.face-library'].meaning),
          'reader-app': path.nullable().default(null).describe(settingTexts['paths.versionInfo.reader-app'].meaning),
        })
        .prefault({}),
      /** null: not known; the console then uses what an earlier run learned. */
      deliveryRecord: path.nullable().default(null).describe(settingTexts['paths.deliveryRecord'].meaning),
      /** The operator's own copy of 「発生エラー詳細」, which is not public; null: there is none to open. */
      errorDetails: path.nullable().default(null).describe(settingTexts['paths.errorDetails'].meaning),
      readerInfo: path
        .default('C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini')
        .describe(settingTexts['paths.readerInfo'].meaning),
    })
    .prefault({}),
  /** A notice, and entries of the guide, of the site's own. A path that is not whole begins in the data folder. */
  notice: path.nullable().default(null).describe(settingTexts.notice.meaning),
  guide: path.nullable().default(null).describe(settingTexts.guide.meaning),
  /** 「配信アプリケーション管理ツール」: how it is found, and what it says. Its words are not public: none are known by default. */
  managementTool: z
    .strictObject({
      /** What to start; null: looked for on the desktop and in the folders. */
      path: path.nullable().default(null).describe(settingTexts['managementTool.path'].meaning),
      folders: z
        .array(path, list)
        .default(['C:\\Program Files\\OQS\\OQSDistroApp'])
        .describe(settingTexts['managementTool.folders'].meaning),
      /** UI Automation's ids of the two buttons, where somebody has looked them up; null: found by name. */
      automationIds: z
        .strictObject({
          downloadNow: text
            .nullable()
            .default(null)
            .describe(settingTexts['managementTool.automationIds.downloadNow'].meaning),
          showRecord: text
            .nullable()
            .default(null)
            .describe(settingTexts['managementTool.automationIds.showRecord'].meaning),
        })
        .prefault({}),
      /** Parts of what it says after the press, for the outcomes that it tells. */
      phrases: z
        .strictObject({
          restartRequired: texts.default([]).describe(settingTexts['managementTool.phrases.restartRequired'].meaning),
          alreadyLatest: texts.default([]).describe(settingTexts['managementTool.phrases.alreadyLatest'].meaning),
          error: texts.default([]).describe(settingTexts['managementTool.phrases.error'].meaning),
        })
        .prefault({}),
    })
    .prefault({}),
  /** A part of the reader's name in the device manager; null: not known, so whether it is connected cannot be told. */
  readerDevice: text.nullable().default(null).describe(settingTexts.readerDevice.meaning),
  deliveryTask: text.default('OQS_exec_distroappstart').describe(settingTexts.deliveryTask.meaning),
  plannedRestartTask: text.default('定刻に再起動').describe(settingTexts.plannedRestartTask.meaning),
  network: z
    .strictObject({
      applicationHosts: texts
        .default(['hweb.oqs.onshikaku.org', 'hweb-mnc.oqs.onshikaku.org', 'hweb-api.oqs.onshikaku.org'])
        .describe(settingTexts['network.applicationHosts'].meaning),
      baseHosts: texts.default(['pweb.base.oqs-pdl.org']).describe(settingTexts['network.baseHosts'].meaning),
      proxy: z
        .strictObject({ host: text, port }, wrongKind(problems.proxy))
        .nullable()
        .default({ host: 'proxy.base.oqs-pdl.org', port: 8080 })
        .describe(settingTexts['network.proxy'].meaning),
    })
    .prefault({}),
  receptionHours: openingHoursSchema
    .default([{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '18:30' }])
    .describe(settingTexts.receptionHours.meaning),
  limits: z
    .strictObject({
      checkTimeoutSeconds: seconds(10 * 60)
        .default(5)
        .describe(settingTexts['limits.checkTimeoutSeconds'].meaning),
      diskWarnBytes: positive.default(5_000_000_000).describe(settingTexts['limits.diskWarnBytes'].meaning),
      diskFailBytes: positive.default(1_000_000_000).describe(settingTexts['limits.diskFailBytes'].meaning),
      uptimeWarnDays: positive.default(14).describe(settingTexts['limits.uptimeWarnDays'].meaning),
      taskSilenceHours: positive.default(25).describe(settingTexts['limits.taskSilenceHours'].meaning),
      clockToleranceMinutes: positive.default(5).describe(settingTexts['limits.clockToleranceMinutes'].meaning),
      /** The system's countdown before a restart. null: the platform's own default. */
      restartDelaySeconds: restartDelay
        .nullable()
        .default(null)
        .describe(settingTexts['limits.restartDelaySeconds'].meaning),
      /** How long 「配信アプリケーション管理ツール」 may say nothing before the console stops waiting. */
      toolSilenceSeconds: seconds(DAY).default(600).describe(settingTexts['limits.toolSilenceSeconds'].meaning),
      /** How often the checks run again by themselves. */
      refreshSeconds: seconds(DAY).default(60).describe(settingTexts['limits.refreshSeconds'].meaning),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;
