/** The zone that the terminal's clock is set to now, in minutes east of UTC. */
export function localOffset(): number {
  return -new Date().getTimezoneOffset();
}
