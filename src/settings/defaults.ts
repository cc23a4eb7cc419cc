/** The countdown before a restart on a real terminal where the settings name none: long enough to save what is open. */
export const windowsRestartDelaySeconds = 60;

/**
 * The settings of a site that has changed nothing (sources: the portal's notices and vendors' pages). They stand by
 * themselves: the first frame needs them, and not the schema that checks a file.
 */
export const defaults = {
  formatVersion: 1 as const,
  clinicId: null,
  paths: {
    versionInfo: {
      'distribution-app': 'C:\\Program Files\\OQS\\OQSDistroApp\\Version.info',
      'link-app': 'C:\\Program Files\\OQS\\OQSComApp\\Version.info',
      'face-library': 'C:\\Program Files\\OQS-Auth\\Version.info',
      'reader-app': null,
    },
    deliveryRecord: null,
    errorDetails: null,
    readerInfo: 'C:\\ProgramData\\OQS-Auth\\ReaderInfo.ini',
  },
  notice: null,
  guide: null,
  managementTool: {
    path: null,
    folders: ['C:\\Program Files\\OQS\\OQSDistroApp'],
    automationIds: { downloadNow: null, showRecord: null },
    phrases: { restartRequired: [], alreadyLatest: [], error: [] },
  },
  readerDevice: null,
  deliveryTask: 'OQS_exec_distroappstart',
  plannedRestartTask: '定刻に再起動',
  network: {
    applicationHosts: ['hweb.oqs.onshikaku.org', 'hweb-mnc.oqs.onshikaku.org', 'hweb-api.oqs.onshikaku.org'],
    baseHosts: ['pweb.base.oqs-pdl.org'],
    proxy: { host: 'proxy.base.oqs-pdl.org', port: 8080 },
  },
  receptionHours: [{ weekdays: [1, 2, 3, 4, 5, 6], from: '08:30', to: '18:30' }],
  limits: {
    checkTimeoutSeconds: 5,
    diskWarnBytes: 5_000_000_000,
    diskFailBytes: 1_000_000_000,
    uptimeWarnDays: 14,
    taskSilenceHours: 25,
    clockToleranceMinutes: 5,
    restartDelaySeconds: null,
    toolSilenceSeconds: 600,
    refreshSeconds: 60,
  },
};
