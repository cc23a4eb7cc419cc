import { guideTexts } from '../../guide/guide.ja.ts';
import { searchGuide } from '../../guide/guide.ts';
import { emptyField } from '../../tui/text-field.ts';
import { consoleTexts } from '../console.ja.ts';
import { yesNo } from '../dialog.ts';
import type { GuideIntent } from '../intent.ts';
import { go, openGuide, openSearch } from '../navigate.ts';
import type { TextEntry } from '../screen.ts';
import { act, ask, record, say, select, still, type Handlers } from '../step.ts';

export const guideIntents: Handlers<GuideIntent> = {
  'open-guide': (model, { entryId, seen }) => still(openGuide(model, entryId, seen)),
  search: (model) => still(openSearch(model)),
  'open-document': (model, { path }) =>
    act(model, null, { action: 'open-document', path }, say(model, consoleTexts.openingDocument)),
  'ask-support-called': (model, _, chunk) => ask(model, askSupportCalled, chunk),
  // Whoever is on the phone goes on reading the sheet.
  'support-called': (model) =>
    record(model, { event: 'support-called' }, model.screen === 'support' ? model : go(model, 'status')),
};

const askSupportCalled = yesNo({
  title: guideTexts.askCalledTitle,
  body: guideTexts.askCalledBody,
  no: guideTexts.askCalledNo,
  yes: guideTexts.askCalledYes,
  intent: { type: 'support-called' },
});

/** The words to search the guide by: the list follows while they are typed. */
export const guideEntry: TextEntry = {
  field: ({ guide }) => (guide.searching ? guide.query : null),
  edited: (model, query) => select({ ...model, guide: { ...model.guide, query } }, 0),
  command(model, command) {
    const closed = { ...model, guide: { ...model.guide, searching: false } };
    switch (command) {
      case 'do':
      case 'select-down':
        // To the first hit, where there is one.
        return still(select(closed, searchGuide(model.about.guide, model.guide.query.text).length > 0 ? 1 : 0));
      case 'back':
        return still(select({ ...closed, guide: { ...closed.guide, query: emptyField } }, 0));
      default:
        return still(model);
    }
  },
};
