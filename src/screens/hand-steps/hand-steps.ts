import { technicianTexts } from '../../card/card.ja.ts';
import { technicianCard } from '../../card/cards.ts';
import type { PaperRow } from '../../text/paper.ts';
import { blank, line, spans } from '../../tui/line.ts';
import { tickMark } from '../../tui/marks.ts';
import { yesNo, type HandStepsIntent } from '../intent.ts';
import { paragraphs, stack } from '../layout.ts';
import type { Model } from '../model.ts';
import { go } from '../navigate.ts';
import { refusal } from '../queries.ts';
import { row, rowsPage, toStatus, type Page, type Row, type Screen } from '../screen.ts';
import { ask, record, select, type Handlers } from '../step.ts';
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
        paragraphs(texts.intro, area),
        [blank, line(texts.heading, { bold: true })],
        block(steps),
        [blank],
        block(ends),
      ),
    );
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

function stepRows(model: Model): readonly Row[] {
  const refused = refusal(model, 'record');
  return model.about.notice.steps.map((text, step) => {
    const label = texts.step(step + 1, text);
    return {
      ...row(`step:${String(step)}`, label, { type: 'tick-step', step }, refused),
      line: spans(tickMark(isTicked(model, step)), label),
      whole: true,
    };
  });
}

function doneRows(model: Model): readonly Row[] {
  const open = model.about.notice.steps.some((_, step) => !isTicked(model, step));
  const blocked = refusal(model, 'record') ?? (open ? texts.blockedSteps : null);
  return [row('hand-steps-done', texts.itemDone, { type: 'ask-hand-steps' }, blocked)];
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
