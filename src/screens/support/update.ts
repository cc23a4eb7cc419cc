import { supportCaseOf } from '../../support/about.ts';
import { bundleTexts, supportTexts as texts } from '../../support/support.ja.ts';
import { bundleList, bundleName, bundleZip } from '../../support/bundle.ts';
import { sheetFile } from '../../support/sheet-file.ts';
import { sheetOf } from '../../support/sheet.ts';
import { yesNo, type Question } from '../dialog.ts';
import type { SupportIntent } from '../intent.ts';
import type { Model } from '../model.ts';
import { refusal } from '../queries.ts';
import { act, ask, say, still, type Handlers, type Step } from '../step.ts';

/** What the rows of the support screen do: the tick, the sheet's file, the bundle. */
export const supportIntents: Handlers<SupportIntent> = {
  'toggle-clinic': (model) => still({ ...model, support: { withClinic: !model.support.withClinic } }),
  'save-sheet': saveSheet,
  'ask-bundle': (model, _, chunk) => ask(model, askBundle(model.support.withClinic), chunk),
  'save-bundle': saveBundle,
};

/** Why no file can be made now; null where one can. */
export function fileRefusal(model: Model): string | null {
  return refusal(model, 'write-file') ?? (supportCaseOf(model) === null ? texts.blockedReading : null);
}

function saveSheet(model: Model): Step {
  const sheet = sheetOf(model);
  if (!sheet) return tooEarly(model);
  const { name, bytes } = sheetFile(model, sheet, model.support.withClinic);
  const request = { action: 'write-file', purpose: 'sheet', name, bytes } as const;
  return act(model, fileRefusal(model), request, say(model, texts.saving));
}

/** Whether the support bundle is to be made: all that it will hold is listed first. */
function askBundle(withClinic: boolean): Question {
  return yesNo({
    title: texts.askTitle,
    body: [
      ...bundleList(withClinic).map(({ name, words }) => texts.askEntry(name, words)),
      bundleTexts.never,
      ...(withClinic ? [] : [bundleTexts.withoutClinic]),
    ],
    no: texts.askNo,
    yes: texts.askYes,
    intent: { type: 'save-bundle' },
  });
}

function saveBundle(model: Model): Step {
  const known = supportCaseOf(model);
  if (!known) return tooEarly(model);
  const input = { ...known, withClinic: model.support.withClinic };
  const request = {
    action: 'write-file',
    purpose: 'bundle',
    name: bundleName(input),
    bytes: bundleZip(input),
  } as const;
  return act(model, fileRefusal(model), request, say(model, texts.saving));
}

/** Before the first survey there is nothing to write. */
function tooEarly(model: Model): Step {
  return still(say(model, texts.blockedReading));
}
