/** Things that happen in several places, in one line. */
export interface Inbox<T> {
  put(item: T): void;
  /** The next one, as soon as there is one. For one reader. */
  next(): Promise<T>;
  /** Puts all that comes; the source must not reject. */
  follow<S>(source: AsyncIterable<S>, asItem: (part: S) => T): void;
}

export function createInbox<T>(): Inbox<T> {
  const waiting: T[] = [];
  let reader: ((item: T) => void) | null = null;

  function put(item: T): void {
    if (reader === null) {
      waiting.push(item);
      return;
    }
    const take = reader;
    reader = null;
    take(item);
  }

  async function pump<S>(source: AsyncIterable<S>, asItem: (part: S) => T): Promise<void> {
    for await (const part of source) put(asItem(part));
  }

  return {
    put,
    next: () =>
      new Promise((resolve) => {
        const [first] = waiting.splice(0, 1);
        if (first === undefined) reader = resolve;
        else resolve(first);
      }),
    follow: (source, asItem) => void pump(source, asItem),
  };
}
