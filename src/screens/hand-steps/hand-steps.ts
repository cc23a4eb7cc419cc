import { technicianTexts } from '../../card/card.ja.ts';
import { technicianCard } from '../../card/cards.ts';
import type { PaperRow } from '../../text/paper.ts';
import { blank, line, spans } from '../../tui/line.ts';
import { mark, tickMark } from '../../tui/marks.ts';
import { yesNo, type HandStepsIntent } from '../intent.ts';
import { paragraphs, stack } from '../layout.ts';
import type { Model } from '../model.ts';
import { go } from '../navigate.ts';
import { refusal } from '../queries.ts';
import { row, rowsPage, toStatus, type Page, type Row, type Screen } from '../screen.ts';
import { ask, record, select, type Handlers } from '../step.ts';
import { areHandStepsDone } from './done.ts';
import { handStepsTexts as texts } from './hand-steps.ja.ts';

/**
 * By hand: the notice's steps, ticked one by one, then put on record as done. That they were done proves nothing: the
 * version does, as always. Ticks stand in the journal, for a step may be a restart.
 */
export const handSteps: Screen = {
  page(model) {
    if (model.about.notice.steps.length === 0) return wholeDay(model);
    const steps = stepRows(model);
    const ends = [...doneRows(model), toStatus];
    return rowsPage(model, [...steps, ...ends], (block, area) =>
      stack(
        paragraphs(introOf(model), area),
        [blank, line(texts.heading, { bold: true })],
        block(steps),
        [blank],
        block(ends),
      ),
    );
  },
  /** Where the operator left off: Enter must not take the first tick away. */
  opened(model) {
    const { steps } = model.about.notice;
    if (steps.length === 0 || !isOpen(model)) return model;
    const next = steps.findIndex((_, step) => !isTicked(model, step));
    return select(model, next < 0 ? steps.length : next);
  },
};

export const handStepsIntents: Handlers<HandStepsIntent> = {
  'tick-step'(model, { step }) {
    const text = model.about.notice.steps[step] ?? '';
    const done = !isTicked(model, step);
    // On to the next one: a second Enter must not take the tick away.
    return record(model, { event: 'hand-step-ticked', step, text, done }, done ? select(model, step + 1) : model);
  },
  'ask-hand-steps'(model) {
    const body = [model.about.notice.restart ? texts.askBody.restart : texts.askBody.read];
    return ask(model, yesNo({ ...texts.ask, body }, { type: 'hand-steps-done' }));
  },
  'hand-steps-done': (model) => record(model, { event: 'hand-steps-done' }, go(model, 'status')),
};

/** Whether the step that now stands there is ticked: a corrected notice may have other steps. */
function isTicked({ history, about }: Model, step: number): boolean {
  return history.stepsTicked.some((ticked) => ticked.step === step && ticked.text === about.notice.steps[step]);
}

/** Whether the version is there, however it came: then no step is needed any more. */
function isReached({ decision }: Model): boolean {
  return decision?.verdict === 'current';
}

/** Whether the steps are still to be done, or to be done again. */
function isOpen(model: Model): boolean {
  return !isReached(model) && !areHandStepsDone(model);
}

function introOf(model: Model): string {
  if (isReached(model)) return texts.reached;
  return areHandStepsDone(model) ? texts.recorded : texts.intro;
}

function stepRows(model: Model): readonly Row[] {
  const refused = refusal(model, 'record');
  const isToDo = isOpen(model);
  return model.about.notice.steps.map((text, step) => {
    const label = texts.step(step + 1, text);
    const id = `step:${String(step)}`;
    const isDone = areHandStepsDone(model) || isTicked(model, step);
    return {
      // What is not to be done is only read.
      ...(isToDo ? row(id, label, { type: 'tick-step', step }, refused) : row(id, label, null)),
      line: spans(isToDo || isDone ? tickMark(isDone) : mark('none'), label),
      whole: true,
    };
  });
}

function doneRows(model: Model): readonly Row[] {
  const blocked = refusal(model, 'record') ?? doneRefusal(model);
  return [row('hand-steps-done', texts.itemDone, { type: 'ask-hand-steps' }, blocked)];
}

/** Why there is nothing to put on record; null: there is. */
function doneRefusal(model: Model): string | null {
  if (isReached(model)) return texts.blockedReached;
  if (areHandStepsDone(model)) return texts.blockedRecorded;
  return model.about.notice.steps.every((_, step) => isTicked(model, step)) ? null : texts.blockedSteps;
}

/**
 * Where the notice asks for no steps by hand: its whole way, from the evening to the report, to read, as the
 * technician's card has it.
 */
function wholeDay(model: Model): Page {
  const { notice, settings } = model.about;
  const sections = technicianCard(notice, settings)
    .sections.map(({ heading, rows }, section) => ({
      heading: heading ?? '',
      rows: rows.filter(isToRead).map((each, index) => rowOf(each, `${String(section)}:${String(index)}`)),
    }))
    .filter(({ heading, rows }) => rows.length > 0 && heading !== technicianTexts.bring.heading);
  return rowsPage(model, [...sections.flatMap(({ rows }) => rows), toStatus], (block) =>
    stack(
      ...sections.flatMap(({ heading, rows }) => [[line(heading, { bold: true })], block(rows)]),
      [blank],
      block([toStatus]),
    ),
  );
}

/** What is to be filled in is for the paper. */
function isToRead({ text }: PaperRow): boolean {
  return !text.includes('____');
}

/** So is the box to tick: here nothing is put on record by it. */
function rowOf({ text, mark = '' }: PaperRow, id: string): Row {
  return { ...row(`way:${id}`, `${mark.replace('[ ] ', '')}${text}`, null), whole: true };
}
