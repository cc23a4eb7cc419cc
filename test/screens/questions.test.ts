import { describe, expect, it } from 'vitest';
import { builtInNotice } from '../../src/domain/notice/built-in.ts';
import type { Dialog, Intent } from '../../src/screens/intent.ts';
import type { Model } from '../../src/screens/model.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { onRestartAnswered, restartWarnings } from '../../src/screens/restart/update.ts';
import { askRecordVersion } from '../../src/screens/by-hand/update.ts';
import { onIntent } from '../../src/screens/index.ts';
import { ask } from '../../src/screens/step.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { downloadTexts } from '../../src/screens/download/download.ja.ts';
import { restartTexts } from '../../src/screens/restart/restart.ja.ts';
import { at, faceLibrary, foreign, journalOf, morning, ready } from '../console/builders.ts';
import { filled, wordsOf } from '../../src/domain/notice/words.ts';
import { update } from '../../src/console/update.ts';
import { ok } from '../../src/domain/fault.ts';
import { fieldOf } from '../../src/tui/text-field.ts';
import { fileDone } from '../fakes/done.ts';
import { noClinic } from '../../src/settings/clinic.ts';

/** A text as it is said under January's notice. */
const said = (text: string): string => filled(text, wordsOf(builtInNotice()));

/** The question that this opens; null where it opens none. */
function asked(shown: Model, intent: Intent): Dialog | null {
  return onIntent(shown, intent)[0].dialog;
}
const askDownload = (shown: Model) => asked(shown, { type: 'ask-download' });
const askRestart = (shown: Model) => asked(shown, { type: 'ask-restart' });
const askLeave = (shown: Model) => asked(shown, { type: 'ask-leave' });

const running = { ...idleDownload, phase: 'running' } as const;
const counting = { ...idleRestart, phase: 'counting' } as const;
const asking = { ...idleRestart, phase: 'asking' } as const;

const questions: readonly (readonly [string, Dialog | null])[] = [
  ['press-download', askDownload(ready())],
  ['request-restart', askRestart(ready())],
  ['stop-waiting', asked(ready(), { type: 'ask-stop-waiting' })],
  ['pressed-by-hand', asked(ready(), { type: 'ask-pressed-by-hand' })],
  ['record-version', ask(ready(), askRecordVersion(builtInNotice(), 'face-library', '5.1.0'))[0].dialog],
  ['support-called', asked(ready(), { type: 'ask-support-called' })],
  ['leave', askLeave({ ...ready(), download: running })],
];

describe('leaving the values that go into the form', () => {
  const journal = journalOf(['20 08:09', { event: 'terminals-counted', count: 1, allDone: true, done: 1 }]);
  const clinic = { formatVersion: 1, name: 'さくら医院', phone: '0312345678' } as const;
  const proven = ready({ journal, about: { clinic }, survey: { components: [faceLibrary('5.1.0')] } });
  const copying = { ...proven, screen: 'report', report: { ...proven.report, page: true } } as const;

  it('asks first: the same keys copy elsewhere', () => {
    expect(proven.decision?.step).toBe('send-report');
    expect(askLeave(copying)?.body.join('')).toContain('値のコピーは Enter です。');
  });

  it('asks nothing where the values are not there to be copied', () => {
    expect(askLeave({ ...copying, about: { ...copying.about, clinic: noClinic } })).toBeNull();
  });

  it('asks nothing on the form itself, on another screen, or once all is done', () => {
    expect(askLeave({ ...copying, report: { ...copying.report, page: false } })).toBeNull();
    expect(askLeave({ ...copying, screen: 'status' })).toBeNull();
    expect(
      askLeave({ ...copying, decision: copying.decision && { ...copying.decision, step: 'all-done' } }),
    ).toBeNull();
  });
});

describe('leaving what was typed into the report', () => {
  const plain = { length: null, required: true, hint: null, sample: null };
  const fields = [
    { ...plain, id: 'code', label: '医療機関コード', kind: 'digits' },
    { ...plain, id: 'who', label: '担当者', kind: 'text' },
    { ...plain, id: 'phone', label: '電話番号', kind: 'phone' },
  ] as const;
  const notice = { ...builtInNotice(), report: { number: null, formPath: [], fields } };
  const clinic = { formatVersion: 1, name: null, phone: '0312345678' } as const;
  const counted = { event: 'terminals-counted', count: 1, allDone: true, done: 1 } as const;
  const sent = { event: 'report-sent', identificationNumber: null } as const;
  const survey = { components: [faceLibrary('5.1.0')] };
  const proven = ready({ journal: journalOf(['20 08:09', counted]), about: { notice, clinic }, survey });
  const typed = (model: Model, values: Readonly<Record<string, string>>): Model => {
    const each = Object.entries(values).map(([id, text]) => [id, fieldOf(text)] as const);
    return { ...model, report: { ...model.report, typed: Object.fromEntries(each) } };
  };
  const model = typed(proven, { code: '1312345678', who: ' ', phone: '0312345678' });

  it('asks first, and names what is kept nowhere', () => {
    expect(askLeave(model)?.body).toEqual([consoleTexts.leaveTyped(['医療機関コード'])]);
    expect(askLeave(typed(proven, { code: '1', who: '見本', phone: '0399998888' }))?.body).toEqual([
      consoleTexts.leaveTyped(['医療機関コード', '担当者', '電話番号']),
    ]);
  });

  it('says of an open field only that it is open', () => {
    const open = { ...model, screen: 'report', report: { ...model.report, editing: 'code' } } as const;
    expect(askLeave(open)?.body).toEqual(consoleTexts.leaveTyping);
  });

  it('asks nothing of what the file has, but of what was changed since', () => {
    const [filed] = update(model, fileDone('report', ok({ path: '/r.txt' })));
    expect(askLeave(filed)).toBeNull();
    expect(askLeave(typed(filed, { code: '1300000000' }))?.body).toEqual([consoleTexts.leaveTyped(['医療機関コード'])]);
    expect(askLeave(update(model, fileDone('sheet', ok({ path: '/s.txt' })))[0])).not.toBeNull();
  });

  it('asks nothing once it was sent', () => {
    const journal = journalOf(['20 08:09', counted], ['20 08:10', sent]);
    const done = ready({ journal, about: { notice, clinic }, survey });
    expect(askLeave(typed(done, { code: '1312345678' }))).toBeNull();
  });
});

describe('every question', () => {
  it.each(questions)('before %s opens on the choice that does nothing', (intent, question) => {
    expect(question?.selected).toBe(0);
    expect(question?.choices.map((choice) => choice.intent?.type ?? null)).toEqual([null, intent]);
    expect(question?.body.length).toBeGreaterThan(0);
  });

  it('about a restart that is scheduled opens on keeping it, and belongs to no key', () => {
    const answer = {
      answer: 'already-scheduled',
      exitCode: 1190,
      dueAt: morning,
      uptimes: null,
      comesBack: true,
    } as const;
    const { dialog } = onRestartAnswered(ready(), { ok: true, value: answer })[0];
    expect(dialog?.selected).toBe(0);
    expect(dialog?.choices.map(({ intent }) => intent)).toEqual([
      { type: 'keep-restart' },
      { type: 'request-restart', replace: true },
    ]);
    expect(dialog?.opened.at).toBe(morning);
    expect(dialog?.opened.chunk).toBeLessThan(0);
  });
});

describe('what must be weighed first', () => {
  const pressed = { event: 'download-started' } as const;
  const finished = { event: 'download-finished', outcome: 'restart-required', pressed: true } as const;
  const remote = { remote: true, locked: false, elevated: true, user: 'OQSComApp' };
  const night = restartTexts.duringNight('1/21(水) 05:00');
  const inNight = ready({ now: at('20 22:00') });
  const elsewhere = { ...inNight, about: { ...inNight.about, offsetMinutes: 0 } };

  it.each([
    ['before opening', ready(), []],
    ['in hours of reception', ready({ now: at('20 09:00') }), [restartTexts.inReception]],
    [
      'after a download whose result was never seen',
      ready({ journal: journalOf(['20 08:05', pressed]) }),
      [restartTexts.unseenDownload('1/20(火) 08:05')],
    ],
    [
      'after a dialog of the tool that nobody knows',
      ready({ journal: journalOf(['20 08:05', pressed], ['20 08:06', { ...finished, outcome: 'unknown-dialog' }]) }),
      [restartTexts.dialogNotAnswered('1/20(火) 08:05')],
    ],
    ['after such a download and a boot', ready({ journal: journalOf(['20 08:01', pressed]) }), []],
    [
      'after a download that was seen',
      ready({ journal: journalOf(['20 08:05', pressed], ['20 08:06', finished]) }),
      [],
    ],
    ['over a remote session', ready({ survey: { session: remote } }), [restartTexts.remoteDrops]],
    ['in a delivering night', ready({ now: at('20 22:00') }), [night]],
    ['in a delivering night, by a clock of another zone', elsewhere, [night]],
    ['in the excluded night', ready({ now: at('25 22:00') }), []],
    ['all at once', ready({ now: at('20 22:00'), survey: { session: remote } }), [restartTexts.remoteDrops, night]],
  ])('before a restart %s', (_, model, warnings) => {
    expect(restartWarnings(model)).toEqual(warnings);
    expect(askRestart(model)?.body).toEqual(expect.arrayContaining(warnings));
  });

  it('before a restart: what is lost, and how long the countdown is', () => {
    expect(askRestart(ready())?.body.slice(0, 2)).toEqual(restartTexts.whatHappens(60).slice(0, 2));
  });

  it.each([
    ['before opening', at('20 08:29'), false],
    ['in hours of reception', at('20 08:30'), true],
    ['on a Sunday', at('25 10:00'), false],
  ])('before a download %s', (_, now, warns) => {
    expect(askDownload(ready({ now }))?.body.includes(said(downloadTexts.inReception))).toBe(warns);
  });
});

describe('leaving', () => {
  it.each([
    ['nothing is under way', {}, null],
    ['a download is running', { download: running }, consoleTexts.leaveDownload.map(said)],
    ['a restart is counting down', { restart: counting }, consoleTexts.leaveCountdown],
    ['a restart is being asked for', { restart: asking }, consoleTexts.leaveCountdown],
    ['both', { download: running, restart: counting }, consoleTexts.leaveCountdown],
  ])('%s', (_, jobs, body) => {
    expect(askLeave({ ...ready(), ...jobs })?.body ?? null).toEqual(body);
  });

  it('offers to call off a countdown, but not what is only being asked for', () => {
    const intents = (restart: Model['restart']) =>
      askLeave({ ...ready(), restart })?.choices.map(({ intent }) => intent?.type ?? null);
    expect(intents(counting)).toEqual([null, 'cancel-and-leave', 'leave']);
    expect(intents(asking)).toEqual([null, 'leave']);
  });

  it('a console that only looks at a countdown', () => {
    expect(askLeave({ ...ready({ lock: foreign }), restart: counting })).toBeNull();
  });
});
