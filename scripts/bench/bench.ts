/** What each measurement is done on. */
export interface Bench {
  /** The bundled program. */
  readonly main: string;
  /** A folder for what the measurements need; it is removed afterwards. */
  readonly folder: string;
  /** How often each start is measured. */
  readonly runs: number;
  /** How long idling is watched. */
  readonly minutes: number;
}
