/** Things that happen, and a way to wait for what they bring about instead of for a time. */
export class Happenings {
  readonly #waiting = new Set<() => void>();

  /** Says that something happened: everybody who waits looks again. */
  happened(): void {
    for (const look of this.#waiting) look();
  }

  /**
   * Resolves as soon as `holds` gives something other than null, looking now and after each happening. After
   * `timeoutMs` it fails with what `describe` says.
   */
  waitFor<T>(holds: () => T | null, timeoutMs: number, describe: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const found = holds();
        if (found === null) return;
        stop();
        resolve(found);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(describe()));
      }, timeoutMs);
      const stop = (): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
      look();
    });
  }
}
