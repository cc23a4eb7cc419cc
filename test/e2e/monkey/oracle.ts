import { dangers } from '../../../src/actions/dangers.ts';
import { screenIds } from '../../../src/screens/keys.ts';
import type { Effect } from '../../../src/screens/step.ts';
import { menuOf, selectedIndex } from '../../screens/rows.ts';
import type { Model } from '../../../src/screens/model.ts';
import type { Grave } from './world.ts';

/** How long a question must have stood: the contract, whatever the program says. */
const STOOD_MS = 300;

interface Mark {
  readonly at: number;
  readonly step: number;
}

/**
 * Watches a console as it goes, and says what it must not have done. It knows questions and time, not how the console
 * decides.
 */
export class Oracle {
  readonly problems: string[] = [];
  /** How often the machine was acted on for good. */
  graves = 0;
  #opened: Mark | null = null;
  /** Answers that were given as they must be, not yet used. */
  #granted: readonly Grave[] = [];

  /** The model as it has become; `enter`: the input that is being read holds the Enter key. */
  changed(before: Model, after: Model, mark: Mark, enter: boolean): void {
    if (before.dialog && before.dialog.opened !== after.dialog?.opened) {
      const intent = before.dialog.choices[before.dialog.selected]?.intent?.type;
      const opened = this.#opened;
      const isConsidered =
        enter &&
        before.dialog.selected > 0 &&
        opened !== null &&
        mark.step > opened.step &&
        mark.at - opened.at >= STOOD_MS;
      if (isConsidered && (intent === 'press-download' || intent === 'request-restart'))
        this.#granted = [...this.#granted, intent];
    }
    if (after.dialog && before.dialog?.opened !== after.dialog.opened) this.#opened = mark;
    this.#holdsTogether(after);
  }

  acted(what: Grave): void {
    this.graves += 1;
    const index = this.#granted.indexOf(what);
    if (index < 0) this.problems.push(`${what} without its question being answered`);
    this.#granted = this.#granted.filter((_, at) => at !== index);
  }

  /** A console that may only look asks for nothing that changes something. */
  asked(effect: Effect, model: Model): void {
    if (effect.type !== 'act' || dangers[effect.request.action] === 'nothing') return;
    if (model.about.readOnly || !model.lock.held) this.problems.push(`${effect.request.action} by an onlooker`);
  }

  #holdsTogether(model: Model): void {
    const rows = menuOf(model);
    const at = selectedIndex(model);
    if (rows.length > 0 && rows[at] === undefined) this.problems.push(`no row ${String(at)} on ${model.screen}`);
    if (model.dialog && !model.dialog.choices[model.dialog.selected]) this.problems.push('no answer is selected');
    if (model.trail.length > screenIds.length + 1) this.problems.push('the way back has grown');
    if (model.byHand.field !== null && model.screen !== 'by-hand') this.problems.push('a field that is not in view');
  }
}
