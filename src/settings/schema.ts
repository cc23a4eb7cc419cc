import { z } from 'zod';
import { wrongKind } from '../domain/input-error.ts';
import { openingHoursSchema } from '../domain/notice/schema.ts';
import { settingMeanings } from './setting-fields.ja.ts';
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

/** A setting with its words as the description in the JSON Schema. */
function setting<Schema extends z.ZodType>(key: keyof typeof settingMeanings, schema: Schema): Schema {
  return schema.describe(settingMeanings[key]);
}

/**
 * What a site may change, each with its default (sources of the defaults: the portal's notices and vendors' pages).
 * A settings file may name any part of it; the rest keeps its default. What each is for: src/settings/setting-fields.ja.ts.
 */
export const settingsSchema = z.strictObject({
  formatVersion: z.literal(1).default(1),
  clinicId: setting('clinicId', anyText.nullable().default(null)),
  paths: z
    .strictObject({
      versionInfo: z
        .strictObject({
          'distribution-app': setting(
            'paths.versionInfo.distribution-app',
            path.nullable().default('C:\\Program Files\\OQS\\OQSDistroApp\\Version.info'),
          ),
          'link-app': setting(
            'paths.versionInfo.link-app',
            path.nullable().default('C:\\Program Files\\OQS\\OQSComApp\\Version.info'),
          ),
          'face-library': setting(
            'paths.versionInfo.face-library',
            path.nullable().default('C:\\Program Files\\OQS-Auth\\Version.info'),
          ),
          'reader-app': setting('paths.versionInfo.reader-app', path.nullable().default(null)),
        })
        .prefault({}),
      /** null: not known; the console then uses what an earlier run learned. */
      deliveryRecord: setting('paths.deliveryRecord', path.nullable().default(null)),
      /** The operator's own copy of 「発生エラー詳細」, which is not public; null: there is none to open. */
      errorDetails: setting('paths.errorDetails', path.nullable().default(null)),
      readerInfo: setting('paths.readerInfo', path.default('C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini')),
    })
    .prefault({}),
  /** A notice, and entries of the guide, of the site's own. A path that is not whole begins in the data folder. */
  notice: setting('notice', path.nullable().default(null)),
  guide: setting('guide', path.nullable().default(null)),
  /** 「配信アプリケーション管理ツール」: how it is found, and what it says. Its words are not public: none are known by default. */
  managementTool: z
    .strictObject({
      /** What to start; null: looked for on the desktop and in the folders. */
      path: setting('managementTool.path', path.nullable().default(null)),
      folders: setting('managementTool.folders', z.array(path, list).default(['C:\\Program Files\\OQS\\OQSDistroApp'])),
      /** UI Automation's ids of the two buttons, where somebody has looked them up; null: found by name. */
      automationIds: z
        .strictObject({
          downloadNow: setting('managementTool.automationIds.downloadNow', text.nullable().default(null)),
          showRecord: setting('managementTool.automationIds.showRecord', text.nullable().default(null)),
        })
        .prefault({}),
      /** Parts of what it says after the press, for the outcomes that it tells. */
      phrases: z
        .strictObject({
          restartRequired: setting('managementTool.phrases.restartRequired', texts.default([])),
          alreadyLatest: setting('managementTool.phrases.alreadyLatest', texts.default([])),
          error: setting('managementTool.phrases.error', texts.default([])),
        })
        .prefault({}),
    })
    .prefault({}),
  /** A part of the reader's name in the device manager; null: not known, so whether it is connected cannot be told. */
  readerDevice: setting('readerDevice', text.nullable().default(null)),
  deliveryTask: setting('deliveryTask', text.default('OQS_exec_distroappstart')),
  plannedRestartTask: setting('plannedRestartTask', text.default('定刻に再起動')),
  network: z
    .strictObject({
      applicationHosts: setting(
        'network.applicationHosts',
        texts.default(['hweb.oqs.onshikaku.org', 'hweb-mnc.oqs.onshikaku.org', 'hweb-api.oqs.onshikaku.org']),
      ),
      baseHosts: setting('network.baseHosts', texts.default(['pweb.base.oqs-pdl.org'])),
      proxy: setting(
        'network.proxy',
        z
          .strictObject({ host: text, port }, wrongKind(problems.proxy))
          .nullable()
          .default({ host: 'proxy.base.oqs-pdl.org', port: 8080 }),
      ),
    })
    .prefault({}),
  receptionHours: setting(
    'receptionHours',
    openingHoursSchema.default([{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '18:30' }]),
  ),
  limits: z
    .strictObject({
      checkTimeoutSeconds: setting('limits.checkTimeoutSeconds', seconds(10 * 60).default(5)),
      diskWarnBytes: setting('limits.diskWarnBytes', positive.default(5_000_000_000)),
      diskFailBytes: setting('limits.diskFailBytes', positive.default(1_000_000_000)),
      uptimeWarnDays: setting('limits.uptimeWarnDays', positive.default(14)),
      taskSilenceHours: setting('limits.taskSilenceHours', positive.default(25)),
      clockToleranceMinutes: setting('limits.clockToleranceMinutes', positive.default(5)),
      /** The system's countdown before a restart. null: the platform's own default. */
      restartDelaySeconds: setting('limits.restartDelaySeconds', restartDelay.nullable().default(null)),
      /** How long 「配信アプリケーション管理ツール」 may say nothing before the console stops waiting. */
      toolSilenceSeconds: setting('limits.toolSilenceSeconds', seconds(DAY).default(600)),
      /** How often the checks run again by themselves. */
      refreshSeconds: setting('limits.refreshSeconds', seconds(DAY).default(60)),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;
