import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/actions/catalogue.ts';
import type { Effect } from '../../../src/screens/step.ts';
import { completionReport } from '../../../src/screens/report/completion.ts';
import { selectedItem } from '../rows.ts';
import type { Model } from '../../../src/screens/model.ts';
import { placeOf } from '../../../src/screens/index.ts';
import { rowsOf } from '../builders.ts';
import { update } from '../../../src/console/update.ts';
import { lineText } from '../../../src/tui/line.ts';
import type { KeyPress } from '../../../src/tui/keys.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { TERMINALS_DONE } from '../../../src/report/terminals.ts';
import { reportTexts, shortReasons } from '../../../src/report/report.ja.ts';
import { fakeFault } from '../../fakes/ports.ts';
import {
  acts,
  choose,
  faceLibrary,
  foreign,
  journalOf,
  morning,
  onRow,
  onScreen,
  play,
  press,
  ready,
  row,
  rowIds,
  typed,
  type Start,
} from '../../console/builders.ts';
import { fileDone } from '../../fakes/done.ts';
import { failed, ok } from '../../../src/domain/fault.ts';

const clinic = { formatVersion: 1, name: 'サンプルクリニック', phone: '0312345678' } as const;
const counted: JournalEvent = { event: 'terminals-counted', count: 2, allDone: true };
const one = { event: 'terminals-counted', count: 1 } as const;
const sent: JournalEvent = { event: 'report-sent', identificationNumber: '150' };
const lineEnd: KeyPress = { id: 'line-end' };

/** The report on a terminal that is proven; nothing is known of the clinic. */
function opened(start: Start = {}, version = '5.1.0'): Model {
  return onScreen(ready({ ...start, survey: { components: [faceLibrary(version)] } }), 'report');
}

/** Everything is there but that it was sent. */
function complete(start: Start = {}): Model {
  return opened({
    ...start,
    about: { clinic, ...start.about },
    journal: start.journal ?? journalOf(['20 08:05', counted]),
  });
}

function editing(id: 'completed-on' | 'clinic-name' | 'phone', start: Start = {}): Model {
  return choose(opened(start), `field:${id}`)[0];
}

function value(model: Model, id: string): string | undefined {
  return completionReport(model)?.fields.find((field) => field.id === id)?.value;
}

/** The clinic files among what was asked for, as they would be written. */
function clinicFiles(effects: readonly Effect[]): readonly unknown[] {
  return acts(effects)
    .filter((request): request is Extract<ActionRequest, { action: 'write-file' }> => request.action === 'write-file')
    .filter(({ purpose }) => purpose === 'clinic')
    .map((file) => [file.name, 'bytes' in file && JSON.parse(new TextDecoder().decode(file.bytes))]);
}

describe('the terminals', () => {
  it('of a single one need no more: the next open field has the cursor', () => {
    const [after, effects] = play(choose(opened(), 'terminals')[0], typed('１'), 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ ...one, allDone: true, done: 1 }] }]);
    expect(after).toMatchObject({ dialog: null, message: consoleTexts.recording, report: { editing: 'clinic-name' } });
    expect(selectedItem(after)?.id).toBe('field:clinic-name');
  });

  it('of a single one that is not proven are not done yet, and need no answer once it is', () => {
    const [, effects] = play(choose(opened({}, '5.0.3'), 'terminals')[0], typed('1'), 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ ...one, allDone: false, done: 0 }] }]);
    const later = complete({ journal: journalOf(['19 18:05', { ...one, allDone: false, done: 0 }]) });
    expect(row(later, 'sent').blocked).toBeNull();
  });

  it('of several ask how many are done; the answer is journaled', () => {
    const [asking, none] = play(choose(opened(), 'terminals')[0], typed('３＋１'), 'enter');
    expect({ none, editing: asking.report.editing }).toEqual({ none: [], editing: TERMINALS_DONE });
    const counts = { event: 'terminals-counted', count: 3, spare: 1 };
    const [some, first] = play(asking, typed('２'), 'enter');
    expect(acts(first)).toEqual([{ action: 'record', events: [{ ...counts, allDone: false, done: 2 }] }]);
    expect(some.report.editing).toBeNull();
    expect(selectedItem(some)?.id).toBe('terminals');
    const [all, effects] = play(asking, typed('3'), 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ ...counts, allDone: true, done: 3 }] }]);
    expect(all.report.editing).toBe('clinic-name');
  });

  it('are not answered by Esc', () => {
    const [asking] = play(choose(opened(), 'terminals')[0], typed('3'), 'enter');
    const [after, effects] = play(asking, typed('3'), 'escape');
    expect({ editing: after.report.editing, effects }).toEqual({ editing: null, effects: [] });
  });

  it.each(['', '0', 'さん'])('%j stays in the field, which says why', (text) => {
    const [after, effects] = play(choose(opened(), 'terminals')[0], typed(text), 'enter');
    expect(after).toMatchObject({ message: reportTexts.badCount, report: { editing: 'terminals' } });
    expect(effects).toEqual([]);
  });

  it.each(['', '4', 'さん'])('of three cannot be %j done: it stays in the field, which says why', (text) => {
    const [after, effects] = play(choose(opened(), 'terminals')[0], typed('3'), 'enter', typed(text), 'enter');
    expect(after).toMatchObject({ message: reportTexts.badDone(3), report: { editing: TERMINALS_DONE } });
    expect(effects).toEqual([]);
  });

  it('that are not all done block the report, which says so', () => {
    const model = complete({ journal: journalOf(['20 08:05', { ...counted, allDone: false }]) });
    for (const id of ['page', 'save', 'sent'])
      expect(row(model, id).blocked).toBe(shortReasons['terminals-not-all-done']);
    expect(row(model, 'elsewhere').blocked).toBeNull();
  });
});

describe('the screen that opens', () => {
  const reported = (start: Start = {}) => ready({ ...start, survey: { components: [faceLibrary('5.1.0')] } });

  it('has the cursor in the first field that is open', () => {
    expect(press(reported(), '8')[0].report.editing).toBe('terminals');
    const counted = reported({ journal: journalOf(['20 08:05', { ...one, allDone: true, done: 1 }]) });
    expect(press(counted, '8')[0].report.editing).toBe('clinic-name');
    expect(press(counted, 'enter')[0].report.editing).toBe('clinic-name');
  });

  it('asks for what is missing of the terminals', () => {
    const journal = journalOf(['20 08:05', { event: 'terminals-counted', count: 3, allDone: false, done: 1 }]);
    const [asking] = press(reported({ journal }), '8');
    expect(asking.report.editing).toBe(TERMINALS_DONE);
    expect(acts(play(asking, typed('3'), 'enter')[1])).toEqual([
      { action: 'record', events: [{ event: 'terminals-counted', count: 3, allDone: true, done: 3 }] },
    ]);
  });

  it('selects what is done with them where nothing is open', () => {
    const start = { journal: journalOf(['20 08:05', counted]), about: { clinic } };
    const [model] = press(reported(start), '8');
    expect([model.report.editing, selectedItem(model)?.id]).toEqual([null, 'page']);
  });

  it.each([
    ['nothing is proven', ready()],
    ['it may only be looked at', reported({ about: { readOnly: true } })],
    ['it was sent', reported({ journal: journalOf(['20 08:07', sent]) })],
  ])('opens no field where %s', (_, model) => {
    const [opened] = press(model, '8');
    expect([opened.screen, opened.report.editing]).toEqual(['report', null]);
  });

  it('keeps its place where its own key is pressed again', () => {
    const model = onRow(complete(), 'save');
    expect(selectedItem(press(model, '8')[0])?.id).toBe('save');
  });
});

describe('digits', () => {
  it('beside a field that is not open lead nowhere, and say so; beside others they choose a screen', () => {
    for (const id of ['terminals', 'field:clinic-name', 'field:phone']) {
      const [after] = press(onRow(opened(), id), '5');
      expect([after.screen, after.report.editing]).toEqual(['report', null]);
      expect(after.message).toBe(consoleTexts.typedTooSoon('Enter', 'Esc'));
      // Nor does the screen offer them there.
      const foot = rowsOf(onRow(opened(), id)).slice(-3).join('\n');
      expect(foot).toContain('[Enter]実行');
      expect(foot).not.toMatch(/\[0-9\]画面|1状態/);
    }
    for (const id of ['field:identification-number', 'page', 'to-status'])
      expect(press(onRow(opened(), id), '5')[0].screen).toBe('restart');
    expect(press(onRow(opened({}, '5.0.3'), 'terminals'), '5')[0].screen).toBe('restart');
    const done = opened({ journal: journalOf(['20 08:07', sent]) });
    expect(press(onRow(done, 'field:phone'), '5')[0].screen).toBe('restart');
  });

  it('in a field are text', () => {
    expect(value(press(editing('phone'), typed('7'))[0], 'phone')).toBe('7');
  });
});

describe('a field', () => {
  it.each([
    ['clinic-name', '', '医療機関名: 入力してください。'],
    ['clinic-name', 'クレオクリニック', '医療機関名: お知らせの記入例です。この医院のものを入力してください。'],
    ['phone', '03', '電話番号: 10 桁か 11 桁で入力してください(いま 2 桁)。'],
  ] as const)('%s keeps the cursor while %j stands in it, and says why', (id, text, said) => {
    const [after, effects] = play(editing(id), typed(text), 'enter');
    expect([after.report.editing, after.message, effects]).toEqual([id, said, []]);
    const [hasty] = play(editing(id), typed(text), lineEnd);
    expect([hasty.report.editing, hasty.message]).toEqual([id, said]);
    expect(press(after, 'up')[0].report.editing).not.toBe(id);
  });

  it('takes its fault from the footer with the first key that mends it, or with the field', () => {
    const [told] = play(editing('clinic-name'), typed('クレオクリニック'), 'enter');
    expect(told.message).not.toBeNull();
    expect(press(told, typed('分院'))[0].message).toBeNull();
    for (const key of ['backspace', 'up', 'escape'] as const) expect(press(told, key)[0].message).toBeNull();
  });

  it('of the day lets go while it waits for the proof', () => {
    const day = choose(opened({}, '5.0.3'), 'field:completed-on')[0];
    expect(press(day, 'enter')[0].report.editing).toBe('clinic-name');
  });

  it('is left with Enter for the next, and from the last for what is done with them', () => {
    const [name] = press(editing('completed-on'), 'enter');
    expect(name.report.editing).toBe('clinic-name');
    const [phone] = play(name, typed('医院'), 'enter');
    expect(phone.report.editing).toBe('phone');
    const [done] = play(phone, typed('0312345678'), 'enter');
    expect(done.report.editing).toBeNull();
    expect(selectedItem(done)?.id).toBe('page');
    expect([value(done, 'clinic-name'), value(done, 'phone')]).toEqual(['医院', '0312345678']);
  });

  it('goes on with up and down to the neighbours, which are fields or rows', () => {
    const name = editing('clinic-name');
    expect(press(name, 'down')[0].report.editing).toBe('phone');
    expect(press(name, 'up')[0].report.editing).toBe('completed-on');
    const [above] = play(name, 'up', 'up');
    expect(above.report.editing).toBeNull();
    expect(selectedItem(above)?.id).toBe('field:identification-number');
  });

  it('is again as it was when it is left with Esc, and nothing is written', () => {
    const [phone] = play(editing('clinic-name'), typed('サンプル'), 'enter');
    const [name] = play(phone, 'up', typed('まちがい'));
    expect(value(name, 'clinic-name')).toBe('サンプルまちがい');
    const [left, effects] = press(name, 'escape');
    expect(left).toMatchObject({ screen: 'report', report: { editing: null } });
    expect({ value: value(left, 'clinic-name'), effects }).toEqual({ value: 'サンプル', effects: [] });
    expect(selectedItem(left)?.id).toBe('field:clinic-name');
  });

  it('takes digits and letters as text, not as keys', () => {
    expect(placeOf(editing('phone'))).toBe('text');
    expect(value(press(editing('phone'), typed('7'))[0], 'phone')).toBe('7');
  });

  it('normalises a number while it is typed, in whatever pieces', () => {
    const [model] = play(editing('phone'), ...Array.from('０３−１２３４－５６７８', typed));
    expect(model.report.typed['phone']).toEqual({ text: '0312345678', cursor: 10 });
  });

  it('goes on at a line end in the middle of a paste, and loses nothing', () => {
    const [model, effects] = play(
      editing('clinic-name'),
      typed('医院'),
      lineEnd,
      typed('０３ー1234'),
      typed('5678'),
      lineEnd,
    );
    expect([value(model, 'clinic-name'), value(model, 'phone')]).toEqual(['医院', '0312345678']);
    expect(model.report.editing).toBeNull();
    // What was pasted beyond the last field starts nothing.
    expect(play(model, typed('4'), lineEnd, typed('\r'))[0]).toMatchObject({ screen: 'report', dialog: null });
    expect(acts(effects).map(({ action }) => action)).toEqual(['write-file']);
  });

  it('opens by a line end among characters, which does nothing else of what Enter does', () => {
    const [typing] = play(onRow(opened(), 'field:clinic-name'), lineEnd, typed('医院'), lineEnd);
    expect(value(typing, 'clinic-name')).toBe('医院');
    expect(typing.report.editing).toBe('phone');
    for (const id of ['page', 'save', 'sent', 'guide', 'to-status']) {
      const before = onRow(complete(), id);
      expect(press(before, lineEnd)).toEqual([{ ...before, now: before.now + 1_000 }, []]);
    }
  });

  it('shows the day of the proof until another is typed; an empty one is that day again', () => {
    const journal = journalOf([
      '19 08:00',
      { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.1.0' },
    ]);
    const model = editing('completed-on', { journal });
    expect(value(model, 'completed-on')).toBe('20260119');
    const erase = Array.from({ length: 8 }, () => 'backspace' as const);
    const [other] = play(model, ...erase, typed('２０２６/０１/２０'), 'enter');
    expect(value(other, 'completed-on')).toBe('20260120');
    const [empty] = play(other, 'up', ...erase, 'enter');
    expect(value(empty, 'completed-on')).toBe('20260119');
  });

  it('of the number is not to be typed', () => {
    expect(choose(opened(), 'field:identification-number')[0].report.editing).toBeNull();
  });
});

describe('the name and the number', () => {
  it('are those of an earlier report, without typing', () => {
    expect([value(complete(), 'clinic-name'), value(complete(), 'phone')]).toEqual([
      'サンプルクリニック',
      '0312345678',
    ]);
  });

  it('are kept when a field is left, each as soon as it is right', () => {
    const [name, first] = play(editing('clinic-name'), typed(' サンプルクリニック '), 'enter');
    expect(clinicFiles(first)).toEqual([['clinic.json', { ...clinic, phone: null }]]);
    const [saved, none] = update(name, fileDone('clinic', ok({ path: '/c' })));
    expect(none).toEqual([]);
    expect(saved.about.clinic).toEqual({ ...clinic, phone: null });
    expect(saved.message).toBeNull();
    expect(clinicFiles(play(saved, typed('03'), 'enter')[1])).toEqual([]);
    expect(clinicFiles(play(saved, typed('0312345678'), 'enter')[1])).toEqual([['clinic.json', clinic]]);
  });

  it('are written one after the other, never two at a time', () => {
    const [both, effects] = play(
      editing('clinic-name'),
      typed('サンプルクリニック'),
      'enter',
      typed('0312345678'),
      'enter',
    );
    expect(clinicFiles(effects)).toEqual([['clinic.json', { ...clinic, phone: null }]]);
    const [, next] = update(both, fileDone('clinic', ok({ path: '/c' })));
    expect(clinicFiles(next)).toEqual([['clinic.json', clinic]]);
  });

  it('that could not be kept are told once, and tried again with the next field', () => {
    const [name] = play(editing('clinic-name'), typed('医院'), 'enter');
    const fault = fakeFault('denied');
    const [told, none] = update(name, fileDone('clinic', failed(fault)));
    expect({ message: told.message, none }).toEqual({ message: `${fault.headline} ${fault.tryNext}`, none: [] });
    expect(clinicFiles(press(told, 'down')[1])).toHaveLength(1);
  });

  it.each([
    ["the notice's sample", 'クレオクリニック'],
    ['nothing', ''],
    ['what is known', 'サンプルクリニック'],
  ])('are not written for %s', (_, text) => {
    const known = { about: { clinic: { ...clinic, phone: null } } };
    const erase = Array.from({ length: 9 }, () => 'backspace' as const);
    const [, effects] = play(editing('clinic-name', known), ...erase, typed(text), 'enter');
    expect(effects).toEqual([]);
  });

  it.each([
    ['read-only', { about: { readOnly: true } }],
    ['second', { lock: foreign }],
  ] as const)('are not kept by a %s console, and nothing is said of it', (_, start) => {
    const [model, effects] = play(editing('clinic-name', start), typed('医院'), 'enter');
    expect(effects).toEqual([]);
    expect(model.message).toBeNull();
    expect(value(model, 'clinic-name')).toBe('医院');
  });

  it('never reach the journal', () => {
    const [, effects] = play(onRow(complete(), 'sent'), 'enter', 'right', 'enter');
    expect(JSON.stringify(acts(effects).filter(({ action }) => action === 'record'))).not.toMatch(/サンプル|0312/);
  });
});

describe('what waits for the proof', () => {
  it.each([
    ['older', '5.0.3', shortReasons['version-not-proven']],
    ['not known', null, shortReasons['version-unknown']],
  ])('is blocked while the version is %s, and says so', (_, version, reason) => {
    const start = { journal: journalOf(['20 08:05', counted]), about: { clinic } };
    const model = onScreen(ready({ ...start, survey: { components: [faceLibrary(version)] } }), 'report');
    for (const id of ['page', 'save', 'sent', 'elsewhere']) {
      const [after, effects] = choose(model, id);
      expect({ message: after.message, effects }).toEqual({ message: consoleTexts.blocked(reason), effects: [] });
    }
  });

  it('is refused although the question was asked in time', () => {
    const [question] = choose(complete(), 'sent');
    const old = { ...ready().survey, components: [faceLibrary('5.0.3')] };
    const survey = { ...(question.survey ?? never()), components: old.components };
    const [meanwhile] = update(question, { type: 'surveyed', scope: 'all', survey, commands: [] });
    const [after, effects] = play(meanwhile, 'right', 'enter');
    expect(acts(effects)).toEqual([]);
    expect(after.message).toBe(consoleTexts.blocked(shortReasons['version-not-proven']));
  });
});

describe('the plain page', () => {
  it('has a row a value that copies it, and Esc leads back to the form', () => {
    const [page] = choose(complete(), 'page');
    expect(rowIds(page)).toEqual([
      'copy:identification-number',
      'copy:completed-on',
      'copy:clinic-name',
      'copy:phone',
      'sent',
      'save',
      'form',
    ]);
    expect(acts(choose(page, 'copy:phone')[1])).toEqual([{ action: 'copy', label: '電話番号', text: '0312345678' }]);
    const [form] = press(page, 'escape');
    expect(form).toMatchObject({ screen: 'report', report: { page: false } });
    expect(rowIds(form)[0]).toBe('terminals');
    expect(press(form, 'escape')[0].screen).toBe('status');
  });

  it('marks what was copied, and goes on to the next value unless the operator has', () => {
    const page = choose(complete(), 'page')[0];
    const done = { type: 'action-done', action: 'copy', label: '識別番号', text: '150', outcome: ok(null) } as const;
    const [next] = update(choose(page, 'copy:identification-number')[0], done);
    expect(selectedItem(next)?.id).toBe('copy:completed-on');
    expect(lineText(row(next, 'copy:identification-number').line ?? [])).toMatch(/^\[済\]/);
    expect(lineText(row(next, 'copy:completed-on').line ?? [])).toMatch(/^\[-\]/);
    const [elsewhere] = update(onRow(page, 'copy:phone'), done);
    expect(selectedItem(elsewhere)?.id).toBe('copy:phone');
    const [last] = update(onRow(page, 'copy:phone'), { ...done, label: '電話番号', text: '0312345678' });
    expect(selectedItem(last)?.id).toBe('sent');
  });

  it('stays at a value that could not be copied', () => {
    const page = choose(complete(), 'page')[0];
    const failing = { type: 'action-done', action: 'copy', label: '識別番号', text: '150' } as const;
    const [after] = update(page, { ...failing, outcome: failed(fakeFault('denied')) });
    expect(selectedItem(after)?.id).toBe('copy:identification-number');
    expect(lineText(row(after, 'copy:identification-number').line ?? [])).toMatch(/^\[-\]/);
  });

  it('goes back to the form where the report is not ready any more', () => {
    const [page] = choose(complete(), 'page');
    const survey = { ...(page.survey ?? never()), components: [faceLibrary('5.0.3')] };
    expect(rowIds(update(page, { type: 'surveyed', scope: 'all', survey, commands: [] })[0])[0]).toBe('terminals');
  });

  it('copies for a console that may only look', () => {
    const [page] = choose(complete({ about: { readOnly: true } }), 'page');
    expect(acts(choose(page, 'copy:phone')[1])).toHaveLength(1);
    expect(row(page, 'save').blocked).toBe(consoleTexts.readOnly);
  });
});

it('an answer that is given again begins with the number of the last one', () => {
  const [typing] = choose(complete(), 'terminals');
  expect(typing.report.terminals).toEqual({ text: '2', cursor: 1 });
});

describe('the text file', () => {
  const data = { id: 'data', path: '/data/exports' } as const;
  const stick = { id: 'stick', path: 'E:\\' } as const;

  it('is named after the notice, and says where it lies', () => {
    const [model, effects] = choose(complete(), 'save');
    expect(acts(effects)).toMatchObject([
      { action: 'write-file', purpose: 'report', name: 'kanryo-hokoku-2026-01-face-library.txt', to: data },
    ]);
    const path = 'C:\\x\\exports\\a.txt';
    const [after] = update(model, fileDone('report', ok({ path })));
    expect(after).toMatchObject({ message: consoleTexts.fileWritten(path), saved: { report: path } });
  });

  it('goes where the operator says, if there is a choice; the first answer saves nothing', () => {
    const [asking, none] = choose(complete({ about: { places: [stick, data] } }), 'save');
    expect(none).toEqual([]);
    expect(asking.dialog?.body).toContain(`${reportTexts.places.stick}: E:\\`);
    expect(press(asking, 'enter')[1]).toEqual([]);
    expect(acts(play(asking, 'right', 'enter')[1])).toMatchObject([{ to: stick }]);
    expect(acts(play(asking, 'right', 'right', 'enter')[1])).toMatchObject([{ to: data }]);
  });
});

describe('marking as sent', () => {
  it.each([
    ['sent', {}],
    ['elsewhere', { elsewhere: true }],
  ] as const)('%s asks, then journals the number of the notice', (id, more) => {
    const [question, none] = choose(complete(), id);
    expect(none).toEqual([]);
    expect(press(question, 'enter')[1]).toEqual([]);
    const [after, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ ...sent, ...more }] }]);
    expect(after).toMatchObject({ screen: 'report', message: consoleTexts.recording });
  });

  it('needs no field that was filled in for the form, which the page and the file do', () => {
    const later = opened({ journal: journalOf(['20 08:05', counted]) });
    for (const id of ['page', 'save']) expect(row(later, id).blocked).toBe(shortReasons.field('医療機関名'));
    expect(acts(play(choose(later, 'sent')[0], 'right', 'enter')[1])).toEqual([{ action: 'record', events: [sent] }]);
  });

  it('brings the verdict that all is done', () => {
    const reading = journalOf(['20 08:05', counted], ['20 08:12', sent]);
    const [after] = update(complete(), { type: 'journal', reading });
    expect(after.decision).toMatchObject({ step: 'all-done', verdict: 'current' });
    expect(completionReport(after)?.sent).toEqual({ at: morning + 2 * 60_000, elsewhere: false });
  });

  it('a second time tells of the first', () => {
    const model = complete({ journal: journalOf(['20 08:05', counted], ['20 08:09', sent]) });
    expect(row(model, 'sent').label).toBe(reportTexts.itemSentAgain);
    expect(choose(model, 'sent')[0].dialog?.body[0]).toBe(reportTexts.sentBefore('1/20(火) 08:09'));
  });
});

function never(): never {
  throw new Error('nothing was read');
}
