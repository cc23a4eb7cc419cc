import type { CheckId } from '../domain/facts.ts';
import { cardReader } from './card-reader.ts';
import { clock } from './clock.ts';
import { componentVersions } from './component-versions.ts';
import { deliveryCalendar } from './delivery-calendar.ts';
import { deliveryTask } from './delivery-task.ts';
import { diskSpace } from './disk-space.ts';
import { managementTool } from './management-tool.ts';
import { network } from './network.ts';
import { powerSettings } from './power-settings.ts';
import { checkOf, type Check } from './probe.ts';
import { restartState } from './restart-state.ts';
import { session } from './session.ts';

/** Everything that a survey looks at, in the order in which it is shown. */
export const checklist: readonly Check[] = [
  checkOf(componentVersions),
  checkOf(deliveryCalendar),
  checkOf(clock),
  checkOf(restartState),
  checkOf(deliveryTask),
  checkOf(powerSettings),
  checkOf(network),
  checkOf(diskSpace),
  checkOf(cardReader),
  checkOf(managementTool),
  checkOf(session),
];

/** The entries of the guide that explain news of checks. */
export const checkGuideIds: readonly string[] = checklist.flatMap(({ guide }) => Object.values(guide));

/** The checks whose bad news this entry explains. */
export function checksExplainedBy(entryId: string): readonly CheckId[] {
  return checklist.filter(({ guide }) => Object.values(guide).includes(entryId)).map(({ id }) => id);
}
