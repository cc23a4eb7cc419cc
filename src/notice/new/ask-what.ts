import { componentIds } from '../../domain/facts.ts';
import { componentNames } from '../../domain/names.ja.ts';
import { componentName } from '../../domain/notice/components.ts';
import type { Format2 } from '../../domain/notice/format-2.ts';
import { idText, versionText } from '../../domain/notice/parts.ts';
import { bySchema, choice, listOf, listOrNone, NONE, orNone, problemAt, words, yesNo } from './answers.ts';
import { answerWords } from './answers.ja.ts';
import { ask, type Asking } from './ask.ts';
import { scriptTexts as texts } from './script.ja.ts';

type OwnComponents = NonNullable<Format2['components']>;
type What = Pick<Format2, 'targets'> & { readonly components: OwnComponents };

const OTHER = componentIds.length + 1;

/** Which components, and which version of each. */
export function* askWhat(blank: Format2): Asking<What> {
  const { other, choice: row, ...what } = texts.what;
  const names = [...componentIds.map((id) => componentNames[id]), other];
  const chosen = yield* ask({
    ...what,
    above: names.map((name, index) => row(index + 1, name)),
    read: listOf(choice(names.length)),
  });
  const components = chosen.includes(OTHER) ? yield* askOwn(blank) : [];
  const known = componentIds.filter((_, index) => chosen.includes(index + 1));
  const targets: Format2['targets'] = [];
  for (const component of [...known, ...components.map(({ id }) => id)]) {
    const { text, ...version } = texts.version;
    const name = componentName({ components }, component);
    targets.push({ component, version: yield* ask({ ...version, text: text(name), read: bySchema(versionText()) }) });
  }
  return { components, targets };
}

function* askOwn(blank: Format2): Asking<OwnComponents> {
  const components: OwnComponents = [];
  for (;;) {
    components.push(yield* askOneOwn(blank, components));
    if (!(yield* ask({ ...texts.anotherOwn, standard: answerWords.no, read: yesNo }))) return components;
  }
}

function* askOneOwn(blank: Format2, before: OwnComponents): Asking<OwnComponents[number]> {
  const bare = { id: 'own-part', name: '', versionInfo: null, recordNames: [] };
  const fault = (own: Partial<OwnComponents[number]>): string | null => {
    const components = [...before, { ...bare, name: texts.what.other, ...own }];
    return problemAt(blank, { components }, ['components']);
  };
  const name = yield* ask({ ...texts.ownName, read: words }, (typed) => fault({ id: unusedId(before), name: typed }));
  const id = yield* ask({ ...texts.ownId, standard: proposedId(name, before), read: bySchema(idText()) }, (typed) =>
    fault({ id: typed, name }),
  );
  const versionInfo = yield* ask({ ...texts.ownPath, standard: NONE, read: orNone(words) }, (path) =>
    fault({ id, name, versionInfo: path }),
  );
  const recordNames = yield* ask({ ...texts.ownRecordNames, standard: NONE, read: listOrNone(words) }, (names) =>
    fault({ id, name, recordNames: [...names] }),
  );
  return { id, name, versionInfo, recordNames: [...recordNames] };
}

/** The Latin letters of the name, where there are any. */
function proposedId(name: string, before: OwnComponents): string {
  const latin = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const id = latin.replaceAll(/^-|-$/g, '');
  return id === '' || isTaken(id, before) ? unusedId(before) : id;
}

function unusedId(before: OwnComponents): string {
  const ids = Array.from({ length: before.length + 1 }, (_, index) => `own-part-${String(index + 1)}`);
  return ids.find((id) => !isTaken(id, before)) ?? '';
}

function isTaken(id: string, before: OwnComponents): boolean {
  return [...componentIds, ...before.map((own) => own.id)].some((each) => each === id);
}
