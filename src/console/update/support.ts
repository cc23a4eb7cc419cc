import { supportTexts as texts } from '../../support/support.ja.ts';
import { bundleName, bundleZip } from '../../support/bundle.ts';
import { sheetFile } from '../../support/sheet-file.ts';
import { supportCaseOf } from '../../support/about.ts';
import { sheetOf } from '../../support/sheet.ts';
import type { Intent } from '../../screens/intent.ts';
import { fileRefusal } from '../../screens/menus/support-menu.ts';
import type { Model } from '../../screens/model.ts';
import { askBundle } from '../../screens/questions.ts';
import { act } from './act.ts';
import { say, still, type Step } from './step.ts';

type SupportIntent = Extract<
  Intent,
  {
    type: 'toggle-clinic' | 'save-sheet' | 'ask-bundle' | 'save-bundle';
  }
>;

/** What the rows of the support screen do: the tick, the sheet's file, the bundle. */
export function onSupportIntent(model: Model, intent: SupportIntent, chunk: number): Step {
  const { support } = model;
  switch (intent.type) {
    case 'toggle-clinic':
      return still({ ...model, support: { ...support, withClinic: !support.withClinic } });
    case 'save-sheet':
      return saveSheet(model);
    case 'ask-bundle':
      return still({
        ...model,
        dialog: { ...askBundle(support.withClinic), opened: { at: model.now, chunk } },
      });
    case 'save-bundle':
      return saveBundle(model);
  }
}

function saveSheet(model: Model): Step {
  const sheet = sheetOf(model);
  if (!sheet) return refused(model);
  const { name, bytes } = sheetFile(model, sheet, model.support.withClinic);
  const request = { action: 'write-file', purpose: 'sheet', name, bytes } as const;
  return act(model, fileRefusal(model), request, say(model, texts.saving));
}

function saveBundle(model: Model): Step {
  const known = supportCaseOf(model);
  if (!known) return refused(model);
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
function refused(model: Model): Step {
  return still(say(model, texts.blockedReading));
}
