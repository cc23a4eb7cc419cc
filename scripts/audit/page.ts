import { screenNames } from '../../src/screens/console.ja.ts';
import { screenIds, type ScreenId } from '../../src/screens/keys.ts';
import { markTexts } from '../../src/tui/keys.ja.ts';
import { auditSizes, states, type State } from '../../test/audit/states.ts';
import { draw, readOut, type Drawn } from './drawing.tsx';
import { escapeHtml } from './frame-html.ts';
import { STYLE } from './style.ts';

const USUAL = { columns: 80, rows: 24 } as const;
/** The state that has every mark of a check. */
const ALL_MARKS = 'checks in every state, all shown';

export interface Page {
  readonly html: string;
  readonly frames: number;
  readonly problems: readonly string[];
}

/**
 * Every screen in every state at every size, for somebody who reviews them: one page of HTML that needs nothing else.
 */
export async function auditPage(): Promise<Page> {
  const sections: string[] = [];
  const problems: string[] = [];
  let frames = 0;
  for (const screen of screenIds) {
    const own = states.filter((state) => state.screen === screen);
    const shown: string[] = [await accessible(screen, own)];
    for (const state of own) {
      const drawn = await everySize(state);
      frames += drawn.length;
      problems.push(...drawn.flatMap((each) => each.problems.map((text) => `${screen}, ${state.name}: ${text}`)));
      shown.push(details(state.name, drawn.map(({ label, html }) => `<h4>${label}</h4>${html}`).join('')));
    }
    sections.push(
      `<section id="${screen}"><h2>${screenNames[screen]} (${screen}): ${String(own.length)} states</h2>${shown.join('')}</section>`,
    );
  }
  const html = document(head(frames, problems, await marksInLooks()) + sections.join(''));
  return { html, frames, problems };
}

/** All four sizes; the world where characters of open width count two as well where the state holds any. */
async function everySize(state: State): Promise<readonly (Drawn & { readonly label: string })[]> {
  const found: (Drawn & { readonly label: string })[] = [];
  for (const size of auditSizes) {
    const label = `${String(size.columns)}x${String(size.rows)}`;
    found.push({ ...(await draw(state, size)), label });
    if (state.outside === '') continue;
    found.push({
      ...(await draw(state, size, { ambiguous: 'wide' })),
      label: `${label}, open widths count two`,
    });
  }
  return found;
}

/** The screen without colours, in shades of grey, and as a screen reader reads it. */
async function accessible(screen: ScreenId, own: readonly State[]): Promise<string> {
  const [state] = own;
  if (!state) throw new Error(`no state of ${screen}`);
  const spoken = await readOut(state, USUAL);
  return details(
    'NO_COLOR, shades of grey, screen reader',
    `${await withoutColours(state)}<h4>screen reader (INK_SCREEN_READER=true), in the order in which it is read</h4><pre class="spoken">${escapeHtml(spoken)}</pre>`,
  );
}

/** The same frame without colours, and in shades of grey as somebody sees it who cannot tell colours apart. */
async function withoutColours(state: State): Promise<string> {
  const coloured = await draw(state, USUAL);
  const colourless = await draw(state, USUAL, { colours: false });
  return `<h4>NO_COLOR</h4>${colourless.html}<h4>shades of grey</h4><div class="grey">${coloured.html}</div>`;
}

/** Every mark in colour, then without. */
async function marksInLooks(): Promise<string> {
  const state = states.find(({ name }) => name === ALL_MARKS);
  if (!state) throw new Error(`no state ${ALL_MARKS}`);
  const { html } = await draw(state, USUAL);
  return `<h4>colours</h4>${html}${await withoutColours(state)}`;
}

function head(frames: number, problems: readonly string[], looks: string): string {
  const list = screenIds.map((screen) => `<a href="#${screen}">${screenNames[screen]}</a>`).join(' ');
  const marks = Object.values(markTexts).map((text) => `<td>${escapeHtml(text)}</td>`);
  const found =
    problems.length === 0 ? 'none' : `<ul>${problems.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
  return `<h1>oqs-console: every frame</h1>
<p>${String(states.length)} states, ${String(frames)} frames, drawn by the program's own components on a terminal's parser. Problems found: ${found}</p>
<p>There is one set of glyphs: ASCII and Japanese characters that every console has and draws in one width. No second one is needed.
Text from outside (a tool's words, a path, what is typed) may hold others: such states are drawn in both worlds, where those characters count one
column and where they count two. All other states look the same in both; the tests hold that.</p>
<p>What a colour says, a mark and a word say as well:</p><table><tr>${marks.join('')}</tr></table>${details('the marks in colour, without, and in grey', looks)}<p>${list}</p>`;
}

function details(summary: string, content: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>${content}</details>`;
}

function document(body: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>oqs-console: every frame</title><style>${STYLE}</style></head><body>${body}</body></html>\n`;
}
