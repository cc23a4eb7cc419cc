import type { Model } from '../../screens/model.ts';
import { recordPathEntry } from './record-path.ts';
import type { TextEntry } from './text-entry.ts';
import { versionEntry } from './version-entry.ts';

/** The one field of the by-hand screen: for the version that is seen, or for the delivery record's path. */
export const byHandEntry: TextEntry = {
  edited: (model, field) => entryOf(model).edited(model, field),
  command: (model, command, chunk) => entryOf(model).command(model, command, chunk),
};

function entryOf({ byHand }: Model): TextEntry {
  return byHand.asks === 'record-path' ? recordPathEntry : versionEntry;
}
