import { join } from 'node:path';
import type { ActionTools } from './actions/action.ts';
import type { Options } from './cli.ts';
import { InputError } from './core/fault.ts';
import type { About } from './core/model.ts';
import { entriesWith } from './guide/find.ts';
import { openJournal } from './journal/journal.ts';
import type { Journal } from './journal/journal.ts';
import { calendarOf } from './notice/calendar.ts';
import { builtInNotice, parseNotice } from './notice/load.ts';
import type { Notice } from './notice/schema.ts';
import { readNamedFile, readNewestJson, readOptionalFile } from './ports/node/config-files.ts';
import type { Ports } from './ports/ports.ts';
import { defaultSettings, parseSettings } from './settings/load.ts';
import type { Settings } from './settings/schema.ts';
import { cliTexts } from './strings/cli.ja.ts';
import { helpTexts } from './strings/help.ja.ts';
import { componentNames } from './strings/names.ja.ts';
import { componentIds } from './core/facts.ts';

/** A terminal as main has opened it: where its data is, and how it is reached. */
export interface Terminal {
  /** Its ports; settings say where things are on it. Starts nothing. */
  readonly connect: (settings: Settings) => Ports;
  readonly dataDir: string;
  readonly offsetMinutes: number;
  /** 「模擬」 for one that is not real. */
  readonly label: string | null;
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
  readonly settings: Settings;
  readonly journal: Journal;
  readonly tools: ActionTools;
  readonly about: About;
}

/** The notice: the file that was named, else the newest in the data folder's `notices`, else the built-in one. */
export function loadNotice(
  options: Options,
  dataDir: string | null,
): { readonly notice: Notice; readonly path: string } {
  const file =
    options.notice !== undefined
      ? readNamedFile(options.notice, cliTexts.noticeRemedy)
      : dataDir === null
        ? null
        : readNewestJson(join(dataDir, 'notices'), cliTexts.noticeRemedy);
  if (!file) return { notice: builtInNotice(), path: helpTexts.pathNames.builtInNotice };
  return { notice: parseNotice(file.text, file.path), path: file.path };
}

/** Opens everything of one run. Throws InputError for a file that cannot be used. Writes nothing. */
export async function openSession(
  terminal: Terminal,
  options: Options,
  consoleVersion: string,
): Promise<Session> {
  const { dataDir, offsetMinutes } = terminal;
  const { notice, path: noticePath } = loadNotice(options, dataDir);
  const settingsPath = join(dataDir, 'settings.json');
  const settingsFile = readOptionalFile(settingsPath, cliTexts.settingsRemedy);
  const settings = settingsFile ? parseSettings(settingsFile.text, settingsFile.path) : defaultSettings();
  const ports = terminal.connect(settings);
  const opened = await openJournal({
    store: ports.journal,
    clock: ports.clock,
    offsetMinutes,
    noticeId: notice.id,
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
    settings,
    journal,
    tools: { ports, journal, settings, restartDelaySeconds },
    about: {
      consoleVersion,
      label: terminal.label,
      readOnly: options.readOnly === true,
      notice,
      calendar: calendarOf(notice),
      settings,
      guide: entriesWith(notice.guide),
      offsetMinutes,
      restartDelaySeconds,
      paths: pathsInUse({ settings, noticePath, settingsPath, journalPath: ports.journal.path }),
    },
  };
}

function pathsInUse(use: {
  readonly settings: Settings;
  readonly noticePath: string;
  readonly settingsPath: string;
  readonly journalPath: string;
}): About['paths'] {
  const { pathNames } = helpTexts;
  const { paths } = use.settings;
  const versionInfo = componentIds.map((id) => ({
    name: pathNames.versionInfo(componentNames[id]),
    path: paths.versionInfo[id] ?? pathNames.notKnown,
  }));
  return [
    { name: pathNames.journal, path: use.journalPath },
    { name: pathNames.settings, path: use.settingsPath },
    { name: pathNames.notice, path: use.noticePath },
    ...versionInfo,
    { name: pathNames.deliveryRecord, path: paths.deliveryRecord ?? pathNames.notKnown },
  ];
}
