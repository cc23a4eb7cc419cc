import type { Model } from '../core/model.ts';
import { placeOf, targetReading } from '../core/model-queries.ts';
import { toShortText } from '../core/time.ts';
import { footerBindings } from '../input/keymap.ts';
import { consoleTexts } from '../strings/console.ja.ts';
import { screenNames } from '../strings/keys.ja.ts';
import { componentNames } from '../strings/names.ja.ts';
import { stepTitles, verdictTexts } from '../strings/steps.ja.ts';
import { statusTexts } from '../strings/status.ja.ts';
import type { Ambiguous } from '../ui/cells.ts';
import { dialog } from '../ui/dialog.ts';
import { frame } from '../ui/frame.ts';
import type { Line } from '../ui/line.ts';
import { blank, line, spans } from '../ui/line.ts';
import { verdictMark } from '../ui/marks.ts';
import { tooSmall } from '../ui/too-small.ts';
import { screens } from './index.ts';
import type { Body } from './screen.ts';
import { stack } from './screen.ts';

/** The whole screen as rows - 1 lines: a pure function of the model. */
export function view(model: Model, ambiguous: Ambiguous): readonly Line[] {
  const { columns, rows } = model.size;
  const body = bodyOf(model, ambiguous);
  return frame({
    columns,
    rows,
    header: {
      title: 'oqs-console',
      screen: screenNames[model.screen],
      simulated: model.about.label,
      terminal: model.survey?.terminal?.name ?? null,
      clock: toShortText(model.now, model.about.offsetMinutes),
    },
    verdict: verdictLines(model),
    body: body.lines,
    scrollTo: body.focus,
    footer: footerBindings({ place: placeOf(model) }),
    notice: noticeLine(model),
    ambiguous,
  });
}

/** The screen's body; a question stands in its place until it is answered. */
function bodyOf(model: Model, ambiguous: Ambiguous): Body {
  const area = { columns: model.size.columns, ambiguous };
  if (!model.dialog) return screens[model.screen](model, area);
  const { title, body, choices, selected } = model.dialog;
  const question = dialog({ ...area, title, body, choices: choices.map((choice) => choice.label), selected });
  return stack([blank], question);
}

/** What stays in view on every screen: the verdict, and the one next step. */
function verdictLines(model: Model): readonly Line[] {
  const { decision, survey, about } = model;
  if (!decision || !survey) return [line(statusTexts.reading), blank];
  const { component, version } = about.notice.target;
  const reading = targetReading(survey, about.notice);
  const versions = `${componentNames[component]} ${reading?.installed ?? statusTexts.unknownVersion} (${statusTexts.headings.required} ${version})`;
  return [
    spans(
      verdictMark(decision.verdict),
      { text: verdictTexts[decision.verdict].word, bold: true },
      `  ${versions}`,
    ),
    spans(
      { text: `${statusTexts.headings.next}: `, tone: 'quiet' },
      { text: stepTitles[decision.step], bold: true },
    ),
  ];
}

/** What was just said; else why this console may not act, or that the screen is too small. */
function noticeLine(model: Model): Line | null {
  if (model.message !== null) return line(model.message, { tone: 'attention' });
  const small = tooSmall(model.size);
  if (small) return small;
  if (model.about.readOnly) return line(consoleTexts.readOnly, { tone: 'quiet' });
  return model.lock.held ? null : line(consoleTexts.locked(model.lock.ownerPid), { tone: 'attention' });
}
