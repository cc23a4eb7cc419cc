import { describe, expect, it } from 'vitest';
import { lastKnownOf } from '../../../src/domain/versions/last-known.ts';

const at = (time: string): number => Date.parse(`2026-01-${time}+09:00`);
const seen = (time: string, version: string, component: 'face-library' | 'link-app' = 'face-library') => ({
  at: at(time),
  component,
  source: 'version-info' as const,
  version,
});
const typed = (time: string, version: string) => ({
  at: at(time),
  component: 'face-library' as const,
  version,
});

describe('the version that is known last', () => {
  it.each([
    { name: 'nothing', versionsSeen: [], operatorVersions: [], known: null },
    {
      name: 'what was read last',
      versionsSeen: [seen('19T08:00', '5.0.3'), seen('20T08:00', '5.1.0')],
      operatorVersions: [],
      known: { version: '5.1.0', at: at('20T08:00') },
    },
    {
      name: 'what was typed later',
      versionsSeen: [seen('19T08:00', '5.0.3')],
      operatorVersions: [typed('20T08:00', '5.1.0')],
      known: { version: '5.1.0', at: at('20T08:00') },
    },
    {
      name: 'what was read later',
      versionsSeen: [seen('21T08:00', '5.1.0')],
      operatorVersions: [typed('20T08:00', '5.0.3')],
      known: { version: '5.1.0', at: at('21T08:00') },
    },
    {
      name: "another component's is another's",
      versionsSeen: [seen('21T08:00', '4.0.2', 'link-app')],
      operatorVersions: [],
      known: null,
    },
    {
      name: 'what is no version is no evidence',
      versionsSeen: [seen('20T08:00', '5.0.3'), seen('21T08:00', 'new')],
      operatorVersions: [],
      known: { version: '5.0.3', at: at('20T08:00') },
    },
  ])('$name', ({ versionsSeen, operatorVersions, known }) => {
    expect(lastKnownOf('face-library', { versionsSeen, operatorVersions })).toEqual(known);
  });
});
