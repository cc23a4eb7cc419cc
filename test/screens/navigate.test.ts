import { describe, expect, it } from 'vitest';
import { menuOf, selectedItem } from './rows.ts';
import type { Model } from '../../src/screens/model.ts';
import type { KeyId } from '../../src/tui/keys.ts';
import { choose, onRow, onScreen, play, press, ready, rowIds, surveyWith, check, typed } from '../console/builders.ts';

/** The screens that Esc leads back through, the present one first. */
function wayBack(model: Model): readonly string[] {
  const screens = [model.screen];
  let here = model;
  for (let step = 0; step < 12 && here.screen !== 'status'; step += 1) {
    here = press(here, 'escape')[0];
    screens.push(here.screen);
  }
  return screens;
}

describe('Esc', () => {
  it.each([
    [['4'], ['download', 'status']],
    [
      ['2', '5', '7'],
      ['history', 'restart', 'evening', 'status'],
    ],
    // A screen that was opened twice stands once on the way back.
    [
      ['2', '5', '2'],
      ['evening', 'restart', 'status'],
    ],
    [
      ['2', '2'],
      ['evening', 'status'],
    ],
    // Status is where every way ends.
    [
      ['2', '1', '5'],
      ['restart', 'status'],
    ],
  ] as const satisfies readonly (readonly [readonly KeyId[], readonly string[]])[])(
    'leads back after %j',
    (keys, screens) => {
      expect(wayBack(play(ready(), ...keys)[0])).toEqual(screens);
    },
  );

  it('stays on the status screen', () => {
    expect(press(ready(), 'escape')[0].screen).toBe('status');
  });

  it('leads from an entry of the guide to the list it was opened from, on its row, then on', () => {
    const list = play(ready(), '5', '6', 'down', 'down')[0];
    const opened = press(list, 'enter')[0];
    expect(opened.guide.entryId).not.toBeNull();
    const back = press(opened, 'escape')[0];
    expect(back).toMatchObject({ screen: 'guide', guide: { entryId: null } });
    expect(selectedItem(back)?.id).toBe(`entry:${String(opened.guide.entryId)}`);
    expect(wayBack(back)).toEqual(['guide', 'restart', 'status']);
  });

  it('leads back to the hits of a search, with the search as it was', () => {
    const hits = play(ready(), '6', '/', typed('EDNS'), 'enter')[0];
    const back = play(hits, 'enter', 'escape')[0];
    expect(menuOf(back)).toEqual(menuOf(hits));
    expect(back.guide.query.text).toBe('EDNS');
  });

  it('leads from an entry straight to the screen that opened it', () => {
    const survey = { checks: [check('network', { status: 'fail', guideId: 'network-edns' })] };
    const entry = choose(ready({ survey }), 'check:network')[0];
    expect(entry.guide).toMatchObject({ entryId: 'network-edns', seen: [survey.checks[0]?.summary] });
    expect(wayBack(entry)).toEqual(['guide', 'status']);
  });

  it('leads back to the entry from where its last row went on', () => {
    const entry = choose(play(ready(), '6')[0], 'entry:download-error')[0];
    const next = choose(entry, 'next-step')[0];
    expect(wayBack(next)).toEqual(['download', 'guide', 'guide', 'status']);
    expect(press(next, 'escape')[0].guide.entryId).toBe(entry.guide.entryId);
  });

  it.each(['list', '/'] as const)('needs no detour once %s has led back to the list', (way) => {
    const entry = play(ready(), '6', 'down', 'enter')[0];
    const list = way === 'list' ? choose(entry, 'list')[0] : play(entry, '/', 'escape')[0];
    expect(wayBack(list)).toEqual(['guide', 'status']);
  });
});

describe('a screen that is opened', () => {
  it('starts on its first row', () => {
    const model = onRow(onScreen(ready(), 'evening'), 'to-status');
    expect(play(model, '1', '2')[0].selected.evening).toBe(0);
  });

  it('keeps its row while another one is looked at with Esc as the way back', () => {
    const model = onRow(onScreen(ready(), 'evening'), 'to-status');
    expect(play(model, '7', 'escape')[0].selected.evening).toBe(model.selected.evening);
  });

  it('is the history without its last filter', () => {
    const filtered = play(ready(), '7', '/', typed('zzz'), 'enter', '1', '7')[0];
    expect(filtered.historyList.query.text).toBe('');
    expect(rowIds(filtered)).not.toHaveLength(0);
  });

  it('goes back from the commands to the entries before it goes back', () => {
    const commands = choose(play(ready(), '7')[0], 'toggle')[0];
    const [entries] = press(commands, 'escape');
    expect([entries.screen, entries.historyList.view]).toEqual(['history', 'journal']);
    expect(press(entries, 'escape')[0].screen).toBe('status');
  });

  it('begins its search anew, but goes on with the words from its own list', () => {
    const searched = play(ready(), '/', typed('赤い'), 'enter')[0];
    expect(play(searched, '/')[0].guide.query.text).toBe('赤い');
    expect(play(searched, '1', '/')[0].guide.query.text).toBe('');
    expect(play(searched, 'enter', '/')[0].guide.query.text).toBe('');
  });

  it('has forgotten a half-typed version', () => {
    const typing = play(choose(onScreen(ready(), 'by-hand'), 'type-version')[0], typed('5.1.0'), 'enter')[0];
    expect(typing.byHand.first).toBe('5.1.0');
    const left = play(typing, 'escape', '1', '3')[0];
    expect(choose(left, 'type-version')[0].byHand).toMatchObject({ first: null, field: { text: '' } });
  });

  it('shows nothing of what was seen for the last entry', () => {
    const survey = surveyWith({ checks: [check('network', { status: 'fail', guideId: 'network-edns' })] });
    const entry = choose(ready({ survey }), 'check:network')[0];
    expect(choose(choose(entry, 'list')[0], 'entry:tool-not-installed')[0].guide.seen).toEqual([]);
  });
});
