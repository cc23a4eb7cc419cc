import type { Model } from '../screens/model.ts';

/** What a console that opens anew takes over from the one that closed for it: where it stood, and what was typed and ticked. */
export type Opening = Pick<Model, 'screen' | 'trail' | 'selected' | 'message' | 'eveningTicks' | 'report' | 'support'>;

/** What this console leaves. What it was still writing when it closed is read from the disk by the next one. */
export function openingFrom(model: Model): Opening {
  const { screen, trail, selected, message, eveningTicks, support } = model;
  const report = { ...model.report, remembering: null };
  return { screen, trail, selected, message, eveningTicks, report, support };
}
