import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildAnswer } from '../../src/formats/answer.ts';
import { staffCard } from '../../src/card/cards.ts';
import { technicianCard } from '../../src/card/cards.ts';
import { historyPaper } from '../../src/formats/history-page.ts';
import { nagiosLine } from '../../src/formats/nagios.ts';
import { metricsText } from '../../src/formats/prometheus.ts';
import { answerText } from '../../src/formats/text.ts';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import { paperText } from '../../src/text/paper.ts';
import { reportPage, reportState } from '../../src/report/report.ts';
import { completionReport } from '../../src/screens/report/completion.ts';
import type { Model } from '../../src/screens/model.ts';
import { supportCaseOf } from '../../src/support/about.ts';
import { bundleFiles } from '../../src/support/bundle.ts';
import { sheetFile } from '../../src/support/sheet.ts';
import { sheetOf } from '../../src/support/sheet.ts';
import { readGraph } from '../architecture/sources.ts';
import { statesUnder, type State } from '../audit/states.ts';
import { byHandNotice, januaryIn, madeUpNotice } from '../harness/made-up-notice.ts';
import { at } from '../screens/builders.ts';

/** Everything that a model says beside the screen, by its name. */
function textsOf(model: Model): Readonly<Record<string, string>> {
  const { about, journal, now } = model;
  const { calendar, notice, offsetMinutes, settings } = about;
  const known = supportCaseOf(model);
  const sheet = sheetOf(model);
  const report = completionReport(model);
  if (known === null || sheet === null) return {};
  const beside = {
    notice,
    marksAreRead: true,
    calendar,
    disk: null,
    durationMs: 5,
    labels: [],
    others: [],
    problems: [],
  };
  const answer = buildAnswer({
    ...known,
    notice,
    noticeFile: null,
    others: [],
    problems: [],
    settings,
    simulated: false,
    consoleVersion: '1.2.3',
    offsetMinutes,
  });
  const files = [sheetFile(known, sheet, true), ...bundleFiles({ ...known, withClinic: true })];
  return {
    check: answerText(answer, beside),
    nagios: nagiosLine(answer, beside),
    metrics: metricsText(answer, calendar, beside),
    history: paperText(historyPaper({ ...about, journal, notice, clinic: null, terminal: null, now })),
    technician: paperText(technicianCard(notice, settings)),
    // Its boxes are the nights, which may be any.
    staff: paperText(staffCard(notice)).replaceAll(/\[ \] \d+\/\d+/g, ''),
    report: report === null ? '' : reportPage(report) + reportState(report, offsetMinutes).join('\n'),
    ...Object.fromEntries(files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])),
  };
}

/** The clock of later states stands on days that January's notice names; what comes from outside may be anything. */
const isPlain = ({ outside, model }: State): boolean => outside === '' && model.now < at('25 00:00');

describe('what is said beside the screen', () => {
  it.each([
    ['a made-up notice', madeUpNotice],
    ['one by hand', byHandNotice],
  ])("has no word of January's under %s", (_, notice) => {
    const found = statesUnder(notice)
      .filter(isPlain)
      .flatMap(({ screen, name, model }) =>
        Object.entries(textsOf(model)).map(([kind, text]) => [
          `${screen}: ${name}: ${kind}`,
          ...januaryIn(text.replaceAll(/\n {2,}/g, '')),
        ]),
      );
    expect(found.length).toBeGreaterThan(500);
    expect(found.filter(([, word]) => word)).toEqual([]);
  });

  it("has January's words under January's", () => {
    const texts = statesUnder(builtInNotice())
      .filter(isPlain)
      .map(({ model }) => textsOf(model));
    for (const kind of [
      'check',
      'nagios',
      'metrics',
      'history',
      'technician',
      'staff',
      'report',
      'naiyo.txt',
      'check.json',
    ])
      expect([kind, texts.some((each) => januaryIn(each[kind] ?? '').length > 0)]).toEqual([kind, true]);
  });
});

describe('the texts of the program', () => {
  /**
   * The names of the terminal's components, the settings of their places, and what a notice's file may hold, by
   * example.
   */
  const own: Readonly<Record<string, readonly string[]>> = {
    'domain/names.ja.ts': ['顔認証ライブラリ'],
    'domain/notice/notice.ja.ts': ['顔認証DLL', '5.1.0', '20:00'],
    'settings/setting-fields.ja.ts': ['顔認証ライブラリ'],
  };
  // What teaches how a notice is written has examples of what forms and calendars hold.
  const files = [...readGraph(join(import.meta.dirname, '../../src'))].filter(
    ([name]) => name.endsWith('.ja.ts') && !name.startsWith('notice/'),
  );

  it.each(files)("%s has no word of January's", (name, { code }) => {
    expect(januaryIn(code)).toEqual(own[name] ?? []);
  });
});
