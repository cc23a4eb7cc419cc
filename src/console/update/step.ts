import type { Effect } from '../effect.ts';
import type { Model } from '../../screens/model.ts';

/** What `update` gives: the new model, and what the world is asked for. */
export type Step = readonly [model: Model, effects: readonly Effect[]];

export function still(model: Model): Step {
  return [model, []];
}

export function say(model: Model, message: string | null): Model {
  return { ...model, message };
}

/** Asks for a new survey; while one is running it only notes that another must follow. */
export function resurvey(model: Model): Step {
  if (model.surveying) return still({ ...model, surveyAgain: true });
  return [{ ...model, surveying: true, surveyAgain: false }, [{ type: 'take-survey', history: model.history }]];
}
