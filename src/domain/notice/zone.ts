const JAPAN = 'Asia/Tokyo';

/**
 * A zone as Temporal is to read it: Japan's by its distance from UTC, which has not changed since 1952 (IANA tzdata, Asia/Tokyo). A zone
 * by its name is looked up in Intl's tables, which cost a start 15 ms and 8 MB.
 */
export function temporalZone(timeZone: string): string {
  return timeZone === JAPAN ? '+09:00' : timeZone;
}

/** Whether the zone needs no table: known to everything that reads zones. */
export function isJapan(timeZone: string): boolean {
  return timeZone === JAPAN;
}
