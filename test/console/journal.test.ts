import { describe, expect, it } from 'vitest';
import { update } from '../../src/console/update.ts';
import { calendarOf } from '../../src/domain/notice/calendar.ts';
import type { JournalEvent } from '../../src/journal/events.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { recordPathTexts } from '../../src/actions/actions.ja.ts';
import { reportTexts } from '../../src/report/report.ja.ts';
import { noticeWith } from '../domain/notice/builders.ts';
import { effectTypes, journalOf, ready } from './builders.ts';

const waiting = { ...ready(), message: consoleTexts.recording };

describe('what the operator puts on record', () => {
  it.each<readonly [JournalEvent, string]>([
    [{ event: 'operator-version', component: 'face-library', version: '5.0.3' }, consoleTexts.versionRecorded('5.0.3')],
    [{ event: 'record-path-learned', path: 'C:\\x.csv' }, recordPathTexts.learned('C:\\x.csv')],
    [{ event: 'left-on', night: '2026-01-20' }, consoleTexts.leftOn('1/20(火)')],
    [{ event: 'support-called' }, consoleTexts.supportCalled],
    [{ event: 'hand-steps-done' }, consoleTexts.handStepsDone],
    [{ event: 'terminals-counted', count: 3, allDone: true }, reportTexts.answeredAll(3)],
    [{ event: 'terminals-counted', count: 3, allDone: false }, reportTexts.answeredNotAll],
    [{ event: 'report-sent', identificationNumber: '150' }, reportTexts.sentRecorded],
    [{ event: 'report-sent', identificationNumber: '150', elsewhere: true }, reportTexts.elsewhereRecorded],
  ])('is called recorded when the journal has it: $event', (event, said) => {
    const reading = journalOf(['20 08:05', event]);
    const [model] = update(waiting, { type: 'journal', reading });
    expect(model.message).toBe(said);
    const [again] = update({ ...model, message: null }, { type: 'journal', reading });
    expect(again.message).toBeNull();
  });

  it('names a night of the small hours with its time', () => {
    const notice = noticeWith({ from: '01:00' });
    const { about } = waiting;
    const model = { ...waiting, about: { ...about, notice, calendar: calendarOf(notice) } };
    const reading = journalOf(['20 08:05', { event: 'left-on', night: '2026-01-21' }]);
    const [{ message }] = update(model, { type: 'journal', reading });
    expect(message).toContain('1/21(水) 01:00 からの夜に点けたままにすることを記録しました。');
  });

  it.each<readonly [JournalEvent, boolean]>([
    [{ event: 'operator-version', component: 'face-library', version: '5.0.3' }, true],
    [{ event: 'hand-steps-done' }, true],
    [{ event: 'hand-step-ticked', step: 0, text: 'x', done: true }, false],
    [{ event: 'support-called' }, false],
  ])('has the versions read anew where it may have changed them: $event, %s', (event, isRead) => {
    const effects = update(waiting, { type: 'journal', reading: journalOf(['20 08:05', event]) })[1];
    expect(effectTypes(effects)).toEqual(isRead ? ['take-survey'] : []);
  });

  it('is not told of by a console that only looks on', () => {
    const looking = { ...ready({ lock: { held: false, ownerPid: 7 } }), message: 'x' };
    const reading = journalOf(['20 08:05', { event: 'support-called' }]);
    expect(update(looking, { type: 'journal', reading })[0].message).toBe('x');
  });

  it('says nothing of what the console writes by itself', () => {
    const reading = journalOf(['20 08:05', { event: 'console-started', version: '1.0.0' }]);
    expect(update(waiting, { type: 'journal', reading })[0].message).toBe(waiting.message);
  });
});
