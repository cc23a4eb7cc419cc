import type { Notice } from './notice/schema.ts';
import type { ComponentReading, Survey } from './facts.ts';

/** The component that the notice is about, as the survey read it. */
export function targetReading(survey: Survey, notice: Notice): ComponentReading | null {
  return survey.components.find((component) => component.id === notice.target.component) ?? null;
}
