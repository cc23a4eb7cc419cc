import { clinicKey } from './identity.ts';
import { deskScreenTexts as texts } from './desk-screen.ja.ts';
import { openedRow, selectedRow } from './items.ts';
import type { DeskModel, DeskStep } from './model.ts';
import { say, still } from './navigate.ts';

/** The clinic that is selected or opened was called, or was not after all. */
export function mark(model: DeskModel): DeskStep {
  const row = model.screen === 'desk-detail' ? openedRow(model) : selectedRow(model);
  if (row === null) return still(say(model, texts.called.noRow));
  const { clinic } = row;
  if (clinic === null) return still(say(model, texts.called.noClinic));
  const at = model.called.has(clinicKey(clinic)) ? null : model.now;
  return [model, [{ type: 'mark-called', clinic, at }]];
}
