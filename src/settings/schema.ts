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
      readerInfo: path.default('C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini'),
    })
    .prefault({}),
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
