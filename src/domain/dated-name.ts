/** A day, or a month with a hyphen, as programs put it into names: `2026-01-20`, `20260120`, `20260120-081000`, `2026-01`. */
const DATE =
  /(?<![0-9a-z])20\d\d(?:([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[-_t ]\d\d[-_.]?\d\d(?:[-_.]?\d\d)?)?|-(?:0[1-9]|1[0-2]))(?!\d)/i;

/** The name of a file or folder without the date in it: `ONS01-20260120` is `ONS01`. '' where it is nothing but a date. */
export function withoutDate(name: string): string {
  return DATE.test(name) ? name.replace(DATE, '').replace(/^[-_. ]+|[-_. ]+$/g, '') : name;
}
