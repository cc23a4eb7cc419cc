import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { temporalZone } from '../../../src/domain/notice/zone.ts';

describe('the zone as Temporal reads it', () => {
  it('is the same for Japan as by its name, from 1952 on', () => {
    const last = Temporal.Instant.from('2060-01-01T00:00:00Z').epochMilliseconds;
    let at = Temporal.Instant.from('1952-01-01T00:00:00Z');
    while (at.epochMilliseconds < last) {
      const offsets = ['Asia/Tokyo', temporalZone('Asia/Tokyo')].map((zone) => at.toZonedDateTimeISO(zone).offset);
      expect(offsets).toEqual(['+09:00', '+09:00']);
      at = at.add({ hours: 24 * 30 });
    }
  });

  it('is its own name elsewhere', () => {
    expect(temporalZone('Europe/Berlin')).toBe('Europe/Berlin');
  });
});
