import { describe, expect, it } from 'vitest';
import type { BootKind } from '../../../src/domain/facts.ts';
import { bootKindOf } from '../../../src/ports/windows/boot.ts';

const at = (time: string): number => Date.parse(`2026-01-20T${time}+09:00`);

describe('bootKindOf', () => {
  it.each<[string, number | null, readonly [string, BootKind][], BootKind]>([
    ['both witnesses', at('08:02:00'), [['08:02:10', 'full']], 'full'],
    ['witnesses up to three minutes apart', at('08:02:00'), [['08:05:00', 'full']], 'full'],
    ['witnesses further apart', at('08:02:00'), [['08:05:01', 'full']], 'unknown'],
    [
      'a kernel that was restored',
      at('06:00:00'),
      [
        ['06:00:10', 'full'],
        ['08:02:00', 'fast-startup'],
      ],
      'fast-startup',
    ],
    ['hibernation', at('06:00:00'), [['08:02:00', 'hibernate']], 'hibernate'],
    ['a kind that nobody knows', at('06:00:00'), [['08:02:00', 'unknown']], 'unknown'],
    ['a log that says nothing', at('08:02:00'), [], 'unknown'],
    ['no uptime', null, [['08:02:00', 'full']], 'unknown'],
  ])('%s', (_, bootedAt, events, kind) => {
    expect(
      bootKindOf(
        bootedAt,
        events.map(([time, type]) => ({ at: at(time), type })),
      ),
    ).toBe(kind);
  });
});
