import { componentIds } from '../../domain/facts.ts';
import { componentNames } from '../../domain/names.ja.ts';
import { componentName } from '../../domain/notice/components.ts';
import type { Format2 } from '../../domain/notice/format-2.ts';
import { idText, versionText } from '../../domain/notice/parts.ts';
import { bySchema, choice, listOf, listOrNone, NONE, orNone, problemAt, words, yesNo } from './answers.ts';
import { answerWords } from './interview.ja.ts';
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
  const name = yield* ask({ ...texts.ownName, read: words }, (typed) =>
    fault({ id: proposedId(typed, before), name: typed }),
  );
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

/**
 * The name in Latin letters; where it has others too, also a number made of them. The same name is always given the
 * same id and another name another one: two notices that call two parts alike would each be taken for a later one of
 * the other.
 */
function proposedId(name: string, before: OwnComponents): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const latin = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
  const isWhole = latin !== '' && /^[a-z0-9\s._-]*$/.test(plain);
  const id = isWhole ? latin : `${/[a-z]/.test(latin) ? latin : 'part'}-${numberOf(plain)}`;
  return isTaken(id, before) ? `${id}-${String(before.length + 2)}` : id;
}

/** A short number of a text (FNV-1a). */
function numberOf(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(text.replaceAll(/\s/g, '')))
    hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  return hash.toString(36).padStart(7, '0').slice(-6);
}

function isTaken(id: string, before: OwnComponents): boolean {
  return [...componentIds, ...before.map((own) => own.id)].some((each) => each === id);
}
