import * as z from 'zod';
import { wrongKind } from '../domain/input-error.ts';
import { openingHoursSchema } from '../domain/notice/parts.ts';
import { defaults } from './defaults.ts';
import { settingMeanings } from './setting-fields.ja.ts';
import { settingProblems as problems } from './settings.ja.ts';
import { isDocumentPath, isInExchangeFolder, isNetworkPath } from './terminal-path.ts';

const DAY = 24 * 3_600;

/** Timers of more than some weeks overflow, and a check that may take a day is none. */
function seconds(most: number) {
  return z
    .number(wrongKind(problems.number))
    .min(0.1, problems.seconds(0.1, most))
    .max(most, problems.seconds(0.1, most));
}

/** A setting with its words as the description in the JSON Schema. */
function setting<Schema extends z.ZodType>(key: keyof typeof settingMeanings, schema: Schema): Schema {
  return schema.describe(settingMeanings[key]);
}

/**
 * What a site may change, each with its default. A settings file may name any part of it; the rest keeps its default.
 * What each is for: src/settings/setting-fields.ja.ts. Made when a file is read: a start without one pays nothing for
 * it, and a file that names none of a group nothing for that group.
 */
export const settingsSchema = z.lazy(() => {
  const { paths, managementTool, network, limits } = defaults;
  const { versionInfo } = paths;
  const { automationIds, phrases } = managementTool;

  const anyText = z.string(wrongKind(problems.text));
  const text = anyText.min(1, problems.empty).refine((value) => value.trim() !== '', problems.blank);
  const path = text
    .refine((value) => !isNetworkPath(value), problems.network)
    .refine((value) => !isInExchangeFolder(value), problems.exchangeFolder);
  const document = path.refine(isDocumentPath, problems.document);
  const list = wrongKind(problems.list);
  const texts = z.array(text, list);
  const positive = z.number(wrongKind(problems.number)).positive(problems.positive);
  const port = z.int(wrongKind(problems.port)).min(1, problems.port).max(65_535, problems.port);
  const restartDelay = z
    .int(wrongKind(problems.wholeNumber))
    .min(1, problems.restartDelay)
    .max(600, problems.restartDelay);

  return z.strictObject({
    formatVersion: z.literal(1).default(1),
    clinicId: setting('clinicId', anyText.nullable().default(defaults.clinicId)),
    paths: z
      .lazy(() =>
        z.strictObject({
          versionInfo: z
            .lazy(() =>
              z.strictObject({
                'distribution-app': setting(
                  'paths.versionInfo.distribution-app',
                  path.nullable().default(versionInfo['distribution-app']),
                ),
                'link-app': setting('paths.versionInfo.link-app', path.nullable().default(versionInfo['link-app'])),
                'face-library': setting(
                  'paths.versionInfo.face-library',
                  path.nullable().default(versionInfo['face-library']),
                ),
                'reader-app': setting(
                  'paths.versionInfo.reader-app',
                  path.nullable().default(versionInfo['reader-app']),
                ),
              }),
            )
            .default(versionInfo),
          /** null: not known; the console then uses what an earlier run learned. */
          deliveryRecord: setting('paths.deliveryRecord', path.nullable().default(paths.deliveryRecord)),
          /** The operator's own copy of 「発生エラー詳細」, which is not public; null: there is none to open. */
          errorDetails: setting('paths.errorDetails', document.nullable().default(paths.errorDetails)),
          readerInfo: setting('paths.readerInfo', path.default(paths.readerInfo)),
        }),
      )
      .default(paths),
    /** A notice, and entries of the guide, of the site's own. A path that is not whole begins in the data folder. */
    notice: setting('notice', path.nullable().default(defaults.notice)),
    guide: setting('guide', path.nullable().default(defaults.guide)),
    /** 「配信アプリケーション管理ツール」: how it is found, and its words, which are not public: none by default. */
    managementTool: z
      .lazy(() =>
        z.strictObject({
          /** What to start; null: looked for on the desktop and in the folders. */
          path: setting('managementTool.path', path.nullable().default(managementTool.path)),
          folders: setting('managementTool.folders', z.array(path, list).default(managementTool.folders)),
          /** UI Automation's ids of the two buttons, where somebody has looked them up; null: found by name. */
          automationIds: z
            .lazy(() =>
              z.strictObject({
                downloadNow: setting(
                  'managementTool.automationIds.downloadNow',
                  text.nullable().default(automationIds.downloadNow),
                ),
                showRecord: setting(
                  'managementTool.automationIds.showRecord',
                  text.nullable().default(automationIds.showRecord),
                ),
              }),
            )
            .default(automationIds),
          /** Parts of what it says after the press, for the outcomes that it tells. */
          phrases: z
            .lazy(() =>
              z.strictObject({
                restartRequired: setting(
                  'managementTool.phrases.restartRequired',
                  texts.default(phrases.restartRequired),
                ),
                alreadyLatest: setting('managementTool.phrases.alreadyLatest', texts.default(phrases.alreadyLatest)),
                error: setting('managementTool.phrases.error', texts.default(phrases.error)),
              }),
            )
            .default(phrases),
        }),
      )
      .default(managementTool),
    /** A part of the reader's name in the device manager; null: not known; whether it is connected cannot be told. */
    readerDevice: setting('readerDevice', text.nullable().default(defaults.readerDevice)),
    deliveryTask: setting('deliveryTask', text.default(defaults.deliveryTask)),
    plannedRestartTask: setting('plannedRestartTask', text.default(defaults.plannedRestartTask)),
    network: z
      .lazy(() =>
        z.strictObject({
          applicationHosts: setting('network.applicationHosts', texts.default(network.applicationHosts)),
          baseHosts: setting('network.baseHosts', texts.default(network.baseHosts)),
          proxy: setting(
            'network.proxy',
            z.strictObject({ host: text, port }, wrongKind(problems.proxy)).nullable().default(network.proxy),
          ),
        }),
      )
      .default(network),
    receptionHours: setting('receptionHours', openingHoursSchema.default(defaults.receptionHours)),
    limits: z
      .lazy(() =>
        z.strictObject({
          checkTimeoutSeconds: setting(
            'limits.checkTimeoutSeconds',
            seconds(10 * 60).default(limits.checkTimeoutSeconds),
          ),
          diskWarnBytes: setting('limits.diskWarnBytes', positive.default(limits.diskWarnBytes)),
          diskFailBytes: setting('limits.diskFailBytes', positive.default(limits.diskFailBytes)),
          uptimeWarnDays: setting('limits.uptimeWarnDays', positive.default(limits.uptimeWarnDays)),
          taskSilenceHours: setting('limits.taskSilenceHours', positive.default(limits.taskSilenceHours)),
          clockToleranceMinutes: setting(
            'limits.clockToleranceMinutes',
            positive.default(limits.clockToleranceMinutes),
          ),
          /** The system's countdown before a restart. null: the platform's own default. */
          restartDelaySeconds: setting(
            'limits.restartDelaySeconds',
            restartDelay.nullable().default(limits.restartDelaySeconds),
          ),
          /** How long 「配信アプリケーション管理ツール」 may say nothing before the console stops waiting. */
          toolSilenceSeconds: setting('limits.toolSilenceSeconds', seconds(DAY).default(limits.toolSilenceSeconds)),
          /** How often the checks run again by themselves. */
          refreshSeconds: setting('limits.refreshSeconds', seconds(DAY).default(limits.refreshSeconds)),
        }),
      )
      .default(limits),
  });
});
export type Settings = z.infer<typeof settingsSchema>;
