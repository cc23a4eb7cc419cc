const unsealed = { event: { event: 'journal-unsealed', line: 2 } };

/** Arguments that a function of texts can be called with: the kinds of things that texts are made of. */
const samples: readonly (readonly unknown[])[] = [
  ['5.1.0', '5.1.0', '5.1.0', '5.1.0', '5.1.0'],
  [2, 2, 2, 2, 2],
  ['5.1.0', 2, '5.1.0', 2],
  [2, '5.1.0', 2, '5.1.0'],
  [['5.1.0'], ['5.1.0'], ['5.1.0']],
  [anything(), anything(), anything(), anything()],
  [[{ weekdays: [1, 2, 3, 6], from: '18:00', to: '08:00' }]],
  [{ state: 'intact', line: 2, problems: [], losses: [], entries: [unsealed] }],
  [[unsealed]],
];

/** A text that a module of texts exports, with the way to it: `restartTexts.counting()`. */
export interface Found {
  readonly path: string;
  readonly text: string;
}

/**
 * Every text in a value, however deep; functions are called with each of the samples. `refusing` are the functions that
 * take none of them, so that none is left out unseen.
 */
export function everyText(
  value: unknown,
  path: string,
): { readonly texts: readonly Found[]; readonly refusing: readonly string[] } {
  if (typeof value === 'string') return { texts: [{ path, text: value }], refusing: [] };
  if (typeof value === 'function') return calledWithSamples(value, `${path}()`);
  if (typeof value !== 'object' || value === null) return { texts: [], refusing: [] };
  const parts = Object.entries(value).map(([key, each]) => everyText(each, `${path}.${key}`));
  return {
    texts: parts.flatMap(({ texts }) => texts),
    refusing: parts.flatMap(({ refusing }) => refusing),
  };
}

function calledWithSamples(callable: object, path: string): ReturnType<typeof everyText> {
  const results = samples.flatMap((args) => {
    try {
      return [everyText(Reflect.apply(callable as () => unknown, undefined, args), path)];
    } catch {
      // Not arguments that this one takes.
      return [];
    }
  });
  return { texts: results.flatMap(({ texts }) => texts), refusing: results.length === 0 ? [path] : [] };
}

/** An object that has whatever is asked of it, and says so as text. */
function anything(): unknown {
  return new Proxy(
    {},
    {
      get: (_, name) => (name === Symbol.toPrimitive ? () => '5.1.0' : name === Symbol.iterator ? undefined : '5.1.0'),
    },
  );
}
