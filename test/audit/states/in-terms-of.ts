import type { ComponentReading } from '../../../src/domain/facts.ts';
import { componentName } from '../../../src/domain/notice/components.ts';
import type { Notice, Target } from '../../../src/domain/notice/notice.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import { components, type ModelChanges } from '../../screens/builders.ts';

/** What January's notice asks for, and what is older. */
const asked = { component: 'face-library', version: '5.1.0' };
const OLD = '1.0.3';

/** A version of January's as a target of another notice has it. */
export function versionUnder(target: Target, version: string): string {
  if (target.component === asked.component) return version;
  return version === asked.version ? target.version : version === '5.0.3' ? OLD : version;
}

/** Changes that are told of January's notice, under another one: all its targets are as the face library was. */
export function inTermsOf(notice: Notice, changes: ModelChanges): ModelChanges {
  const about = { notice, ...changes.about };
  const isJanuary = notice.targets.every(({ component }) => component === asked.component);
  if (isJanuary) return { ...changes, about };
  const { survey, events = [] } = changes;
  const readings = (survey?.components ?? components()).flatMap((reading) => readingsUnder(notice, reading));
  return {
    ...changes,
    about,
    survey: survey === null ? null : { ...survey, components: readings },
    events: events.map((event) => ({ ...eventUnder(notice, event), at: event.at })),
  };
}

function readingsUnder({ targets, components: own }: Notice, reading: ComponentReading): readonly ComponentReading[] {
  if (reading.id !== asked.component) return targets.some(({ component }) => component === reading.id) ? [] : [reading];
  return targets.map((target) => ({
    ...reading,
    id: target.component,
    name: componentName({ components: own }, target.component),
    required: target.version,
    installed: reading.installed && versionUnder(target, reading.installed),
    witnesses: reading.witnesses.map((witness) => ({
      ...witness,
      raw: witness.raw && versionUnder(target, witness.raw),
      version: witness.version && versionUnder(target, witness.version),
    })),
  }));
}

function eventUnder({ report, targets: [first] }: Notice, event: JournalEvent): JournalEvent {
  if (event.event === 'report-sent') return { ...event, identificationNumber: report?.number ?? null };
  if (first === undefined || (event.event !== 'version-seen' && event.event !== 'operator-version')) return event;
  return { ...event, component: first.component, version: versionUnder(first, event.version) };
}
