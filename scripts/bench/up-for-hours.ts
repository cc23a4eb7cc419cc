/** A scenario of a terminal that was booted long ago: nothing is asked again because services might still come up. */
export const upForHours = {
  formatVersion: 1,
  now: '2026-01-20T12:10:00+09:00',
  bootedAt: '2026-01-20T08:02:00+09:00',
};
