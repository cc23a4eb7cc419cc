import type { ActionTools } from '../actions/action.ts';
import type { Options } from './options.ts';
import { faultAt } from './refusal.ts';
import type { About } from '../support/about.ts';
import { openJournal, type Journal } from '../journal/journal.ts';
import { calendarOf, type Calendar } from '../domain/notice/calendar.ts';
import { wordsOf } from '../domain/notice/words.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { overhearRecord } from '../ports/overhear-record.ts';
import type { Ports } from '../ports/ports.ts';
import type { Settings } from '../settings/schema.ts';
import { chooseNotice } from './choose-notice.ts';
import { readSiteFiles, type SiteFiles, type Strictness } from './site-files.ts';
import { loadNotices } from './site-notices.ts';
import { type NoticeFile, type SitePlace, programProblems } from './site-place.ts';
import { helpTexts } from '../screens/help/help.ja.ts';
import { componentNames } from '../domain/names.ja.ts';
import { componentIds } from '../domain/facts.ts';

/** A terminal as main has opened it: where its data is, and how it is reached. */
export interface Terminal extends SitePlace {
  /** Where the program itself lies. */
  readonly programFolder: string;
  /** A practice terminal is sent what is new in these nights. */
  readonly deliverIn: (calendar: Calendar) => void;
  /** Its ports; settings say where things are on it. Starts nothing. */
  readonly connect: (settings: Settings) => Ports;
  readonly offsetMinutes: number;
  /** It is about to be read: what answers may start already. */
  readonly expectQuestions: () => void;
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
export interface Run {
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

/**
 * Opens everything of one run. Throws InputError for a file that cannot be used; `tolerant`: only where there is no
 * doing without it, which is the notice and the journal. Writes nothing.
 */
export async function openRun(
  terminal: Terminal,
  options: Options,
  consoleVersion: string,
  strictness: Strictness = 'strict',
): Promise<Run> {
  const { offsetMinutes } = terminal;
  const reading = readSiteFiles(terminal, strictness);
  // While the disk looks for the first file.
  const ofProgram = programProblems(terminal.trust, terminal.programFolder);
  const site = await reading;
  const { settings } = site;
  const loading = loadNotices(options, terminal, settings);
  // Each may end without being waited for, where another one fails first.
  loading.catch(() => undefined);
  // The event log takes seconds to ask: until it has answered, only the uptime tells this boot from others.
  let record: number | null = null;
  let inForce: NoticeFile | null = null;
  const ports = overhearRecord(terminal.connect(settings), (heard) => {
    record = heard;
  });
  const opening = openJournal({
    store: ports.journal,
    clock: ports.clock,
    offsetMinutes,
    // Which one counts is known when the journal is read; nothing is written before.
    get noticeId() {
      if (inForce === null) throw new Error('an event before the notice is chosen');
      return inForce.notice.id;
    },
    boot: () => ({ uptimeSeconds: ports.clock.uptimeSeconds(), record }),
  });
  opening.catch(() => undefined);
  const { files: notices, problems } = await loading;
  const opened = await opening;
  if (!opened.ok) throw faultAt(ports.journal.path, opened.fault, 'unreadable-journal');
  const journal = opened.value;
  const { entries } = journal.reading();
  const { chosen, others, done } = await chooseNotice(notices, { ports, settings, problems: site.problems, entries });
  inForce = chosen;
  const { notice, file: noticeFile } = chosen;
  const known = [notice, ...notices.map((each) => each.notice).filter((each) => each !== notice)];
  const calendar = calendarOf(notice);
  const words = wordsOf(notice);
  terminal.deliverIn(calendar);
  const restartDelaySeconds = settings.limits.restartDelaySeconds ?? terminal.restartDelaySeconds;
  return {
    terminal,
    ports,
    notice,
    noticeFile,
    settings,
    journal,
    tools: { ports, journal, settings, ownComponents: notice.components, offsetMinutes, restartDelaySeconds },
    about: {
      consoleVersion,
      label: terminal.label,
      readOnly: options.readOnly === true,
      notice,
      others: others.map((other) => other.notice),
      done: done.map((each) => each.notice),
      known,
      ownComponents: known.flatMap(({ components }) => components),
      calendar,
      words,
      settings,
      ownGuide: [...site.guide, ...notice.guide],
      clinic: site.clinic,
      settingsFile: site.settingsFile,
      problems: [...site.problems, ...problems, ...ofProgram],
      offsetMinutes,
      restartDelaySeconds,
      journalPath: ports.journal.path,
      places: ports.dataFolder.places,
      paths: pathsInUse(site, notice, noticeFile ?? helpTexts.pathNames.builtInNotice, ports.journal.path),
    },
  };
}

function pathsInUse(
  { settings, settingsFile, guideFiles }: SiteFiles,
  { components }: Pick<Notice, 'components'>,
  noticePath: string,
  journalPath: string,
): About['paths'] {
  const { pathNames } = helpTexts;
  const { paths } = settings;
  const known = componentIds.map((id) => ({ name: componentNames[id], versionInfo: paths.versionInfo[id] }));
  const own = components.map(({ name, versionInfo }) => ({ name, versionInfo: versionInfo ?? pathNames.none }));
  const versionInfo = [...known, ...own].map((each) => ({
    name: pathNames.versionInfo(each.name),
    path: each.versionInfo ?? pathNames.notKnown,
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
