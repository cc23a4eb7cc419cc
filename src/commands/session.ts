import { join } from 'node:path';
import type { ActionTools } from '../actions/action.ts';
import type { Options } from './cli.ts';
import { InputError } from '../domain/fault.ts';
import type { About } from '../support/about.ts';
import { entriesWith } from '../guide/find.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { calendarOf } from '../domain/notice/calendar.ts';
import { builtInNotice, parseNotice, type Notice } from '../domain/notice/schema.ts';
import { readNamedFile, readNewestJson, type ConfigText } from '../ports/node/config-files.ts';
import { overhearRecord } from '../ports/overhear-record.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';
import { readSiteFiles, sitePath, type Reading, type SiteFiles, type SitePlace } from './site-files.ts';
import { configFileTexts } from '../settings/config-files.ja.ts';
import { helpTexts } from '../screens/help/help.ja.ts';
import { componentNames } from '../domain/names.ja.ts';
import { componentIds } from '../domain/facts.ts';

/** A terminal as main has opened it: where its data is, and how it is reached. */
export interface Terminal extends SitePlace {
  /** Its ports; settings say where things are on it. Starts nothing. */
  readonly connect: (settings: Settings) => Ports;
  readonly offsetMinutes: number;
  /** 「模擬」 for one that is not real. */
  readonly label: string | null;
  /** Whether its folder is still there when the program has ended. */
  readonly isKept: boolean;
  /** What the operator should know before anything else; null: nothing. */
  readonly note: string | null;
  /** The countdown before a restart where the settings name none, in seconds. */
  readonly restartDelaySeconds: number;
}

/** What one run works with: the terminal, the notice, the settings, the journal. */
export interface Session {
  readonly terminal: Terminal;
  readonly ports: Ports;
  readonly notice: Notice;
  /** The file that the notice was read from; null for the built-in one. */
  readonly noticeFile: string | null;
  readonly settings: Settings;
  readonly journal: Journal;
  readonly tools: ActionTools;
  readonly about: About;
}

/** The notice: the file that was named, else the one in the settings, the newest in the data folder's `notices`, the built-in one. */
export function loadNotice(
  options: Options,
  site: { readonly place: SitePlace; readonly settings: Settings } | null,
): { readonly notice: Notice; readonly file: string | null } {
  const file =
    options.notice !== undefined
      ? readNamedFile(options.notice, configFileTexts.noticeRemedy)
      : site && noticeOf(site.settings, site.place);
  if (!file) return { notice: builtInNotice(), file: null };
  return { notice: parseNotice(file.text, file.path), file: file.path };
}

function noticeOf({ notice }: Settings, place: SitePlace): ConfigText | null {
  return notice === null
    ? readNewestJson(join(place.dataDir, 'notices'), configFileTexts.noticeRemedy)
    : readNamedFile(sitePath(place, notice), configFileTexts.namedNoticeRemedy);
}

/**
 * Opens everything of one run. Throws InputError for a file that cannot be used; `tolerant`: only where there is no doing without
 * it, which is the notice and the journal. Writes nothing.
 */
export async function openSession(
  terminal: Terminal,
  options: Options,
  consoleVersion: string,
  reading: Reading = 'strict',
): Promise<Session> {
  const { offsetMinutes } = terminal;
  const site = readSiteFiles(terminal, reading);
  const { settings } = site;
  const { notice, file: noticeFile } = loadNotice(options, { place: terminal, settings });
  // The event log takes seconds to ask: until it has answered, only the uptime tells this boot from others.
  let record: number | null = null;
  const ports = overhearRecord(terminal.connect(settings), (heard) => {
    record = heard;
  });
  const opened = await openJournal({
    store: ports.journal,
    clock: ports.clock,
    offsetMinutes,
    noticeId: notice.id,
    boot: () => ({ uptimeSeconds: ports.clock.uptimeSeconds(), record }),
  });
  if (!opened.ok) {
    const { headline, tryNext } = opened.fault;
    throw new InputError({
      code: 'unreadable-journal',
      message: headline,
      where: ports.journal.path,
      remedy: tryNext,
    });
  }
  const journal = opened.value;
  const restartDelaySeconds = settings.limits.restartDelaySeconds ?? terminal.restartDelaySeconds;
  return {
    terminal,
    ports,
    notice,
    noticeFile,
    settings,
    journal,
    tools: { ports, journal, settings, offsetMinutes, restartDelaySeconds },
    about: {
      consoleVersion,
      label: terminal.label,
      readOnly: options.readOnly === true,
      notice,
      calendar: calendarOf(notice),
      settings,
      guide: entriesWith([...site.guide, ...notice.guide]),
      clinic: site.clinic,
      settingsFile: site.settingsFile,
      problems: site.problems,
      offsetMinutes,
      restartDelaySeconds,
      journalPath: ports.journal.path,
      paths: pathsInUse(site, noticeFile ?? helpTexts.pathNames.builtInNotice, ports.journal.path),
    },
  };
}

function pathsInUse(
  { settings, settingsFile, guideFiles }: SiteFiles,
  noticePath: string,
  journalPath: string,
): About['paths'] {
  const { pathNames } = helpTexts;
  const { paths } = settings;
  const versionInfo = componentIds.map((id) => ({
    name: pathNames.versionInfo(componentNames[id]),
    path: paths.versionInfo[id] ?? pathNames.notKnown,
  }));
  return [
    { name: pathNames.journal, path: journalPath },
    { name: pathNames.settings, path: settingsFile.path },
    { name: pathNames.notice, path: noticePath },
    ...guideFiles.map((path) => ({ name: pathNames.guide, path })),
    ...versionInfo,
    { name: pathNames.deliveryRecord, path: paths.deliveryRecord ?? pathNames.notKnown },
  ];
}
