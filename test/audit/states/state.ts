import type { ScreenId } from '../../../src/screens/keys.ts';
import type { Effect } from '../../../src/screens/step.ts';
import type { Model } from '../../../src/screens/model.ts';
import type { KeyId, KeyPress } from '../../../src/tui/keys.ts';
import { onRow, play } from '../../console/builders.ts';
import { model, type ModelChanges } from '../../screens/builders.ts';
import type { Notice } from '../../../src/domain/notice/notice.ts';
import { componentName } from '../../../src/domain/notice/components.ts';
import { inTermsOf, versionUnder } from './in-terms-of.ts';

/** One thing that an operator can see: a screen in a phase. */
export interface State {
  readonly screen: ScreenId;
  /** What is special about it, in words. */
  readonly name: string;
  readonly model: Model;
  /** Text in it that is not the console's own: only its characters may be drawn differently from console to console. */
  readonly outside: string;
}

/** A notice, with what makes states under it. */
export interface Under {
  readonly notice: Notice;
  /** Its first component, by name. */
  readonly component: string;
  /** A version of January's, as this notice has it: the one that is asked for, an older one. */
  readonly version: (january: string) => string;
  /** A screen with these changes, which may speak of January's component and number: they become the notice's. */
  readonly state: (screen: ScreenId, name: string, changes?: ModelChanges, outside?: string) => State;
}

export function under(notice: Notice): Under {
  const [first] = notice.targets;
  if (first === undefined) throw new Error(`${notice.id} asks for nothing`);
  return {
    notice,
    component: componentName(notice, first.component),
    version: (january) => versionUnder(first, january),
    state(screen, name, changes = {}, outside = '') {
      return { screen, name, model: model({ screen, ...inTermsOf(notice, changes) }), outside };
    },
  };
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
