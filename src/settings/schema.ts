import { z } from 'zod';
import { openingHoursSchema } from '../notice/schema.ts';

const path = z.string().min(1);
const seconds = z.number().positive();

/**
 * What a site may change, each with its default (sources of the defaults: the portal's notices and vendors' pages).
 * A settings file may name any part of it; the rest keeps its default.
 */
export const settingsSchema = z.strictObject({
  formatVersion: z.literal(1).default(1),
  clinicId: z.string().nullable().default(null),
  paths: z
    .strictObject({
      versionInfo: z
        .strictObject({
          'distribution-app': path.nullable().default('C:\\Program Files\\OQS\\OQSDistroApp\\Version.info'),
          'link-app': path.nullable().default('C:\\Program Files\\OQS\\OQSComApp\\Version.info'),
          'face-library': path.nullable().default('C:\\Program Files\\OQS-Auth\\Version.info'),
          'reader-app': path.nullable().default(null),
        })
        .prefault({}),
      /** null: not known; the console then uses what an earlier run learned. */
      deliveryRecord: path.nullable().default(null),
      /** The operator's own copy of 「発生エラー詳細」, which is not public; null: there is none to open. */
      errorDetails: path.nullable().default(null),
      readerInfo: path.default('C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini'),
    })
    .prefault({}),
  /** 「配信アプリケーション管理ツール」: how it is found, and what it says. Its words are not public: none are known by default. */
  managementTool: z
    .strictObject({
      /** What to start; null: looked for on the desktop and in the folders. */
      path: path.nullable().default(null),
      folders: z.array(path).default(['C:\\Program Files\\OQS\\OQSDistroApp']),
      /** UI Automation's ids of the two buttons, where somebody has looked them up; null: found by name. */
      automationIds: z
        .strictObject({
          downloadNow: path.nullable().default(null),
          showRecord: path.nullable().default(null),
        })
        .prefault({}),
      /** Parts of what it says after the press, for the outcomes that it tells. */
      phrases: z
        .strictObject({
          restartRequired: z.array(path).default([]),
          alreadyLatest: z.array(path).default([]),
          error: z.array(path).default([]),
        })
        .prefault({}),
    })
    .prefault({}),
  /** A part of the reader's name in the device manager; null: not known, so whether it is connected cannot be told. */
  readerDevice: z.string().min(1).nullable().default(null),
  deliveryTask: z.string().min(1).default('OQS_exec_distroappstart'),
  network: z
    .strictObject({
      applicationHosts: z
        .array(z.string().min(1))
        .default(['hweb.oqs.onshikaku.org', 'hweb-mnc.oqs.onshikaku.org', 'hweb-api.oqs.onshikaku.org']),
      baseHosts: z.array(z.string().min(1)).default(['pweb.base.oqs-pdl.org']),
      proxy: z
        .strictObject({ host: z.string().min(1), port: z.int().min(1).max(65_535) })
        .nullable()
        .default({ host: 'proxy.base.oqs-pdl.org', port: 8080 }),
    })
    .prefault({}),
  receptionHours: openingHoursSchema.default([{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '18:30' }]),
  limits: z
    .strictObject({
      checkTimeoutSeconds: seconds.default(5),
      diskWarnBytes: z.number().positive().default(5_000_000_000),
      diskFailBytes: z.number().positive().default(1_000_000_000),
      uptimeWarnDays: z.number().positive().default(14),
      taskSilenceHours: z.number().positive().default(25),
      clockToleranceMinutes: z.number().positive().default(5),
      /** The system's countdown before a restart. null: the platform's own default. */
      restartDelaySeconds: z.int().min(1).max(600).nullable().default(null),
      /** How long 「配信アプリケーション管理ツール」 may say nothing before the console stops waiting. */
      toolSilenceSeconds: seconds.default(600),
      /** How often the checks run again by themselves. */
      refreshSeconds: seconds.default(60),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;
