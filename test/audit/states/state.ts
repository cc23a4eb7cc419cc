import type { ScreenId } from '../../../src/screens/keys.ts';
import type { Effect } from '../../../src/screens/step.ts';
import type { Model } from '../../../src/screens/model.ts';
import type { KeyId, KeyPress } from '../../../src/tui/keys.ts';
import { onRow, play } from '../../console/builders.ts';
import { model, type ModelChanges } from '../../screens/builders.ts';

/** One thing that an operator can see: a screen in a phase. */
export interface State {
  readonly screen: ScreenId;
  /** What is special about it, in words. */
  readonly name: string;
  readonly model: Model;
  /** Text in it that is not the console's own: only its characters may be drawn differently from console to console. */
  readonly outside: string;
}

/** A screen with these changes. */
export function state(screen: ScreenId, name: string, changes: ModelChanges = {}, outside = ''): State {
  return { screen, name, model: model({ screen, ...changes }), outside };
}

/** The same after a row was selected, and Enter and more keys were pressed there. */
export function chosen(before: State, name: string, row: string, ...keys: readonly (KeyId | KeyPress)[]): State {
  return { ...before, name, model: after(onRow(before.model, row), 'enter', ...keys) };
}

/** The same after these keys. */
export function played(before: State, name: string, ...keys: readonly (KeyId | KeyPress)[]): State {
  return { ...before, name, model: after(before.model, ...keys) };
}

/** With this row selected. */
export function at(before: State, name: string, row: string): State {
  return { ...before, name, model: onRow(before.model, row) };
}

function after(first: Model, ...keys: readonly (KeyId | KeyPress)[]): Model {
  const [last]: readonly [Model, readonly Effect[]] = play(first, ...keys);
  return last;
}
