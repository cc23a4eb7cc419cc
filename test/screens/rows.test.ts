import { consoleHelp, screenIds } from '../../src/screens/keys.ts';
import { describe, expect, it } from 'vitest';
import { HISTORY_HEAD, menuOf, selectedIndex, selectedItem } from './rows.ts';
import type { Model } from '../../src/screens/model.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import type { CommandRecord } from '../../src/ports/ports.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { eveningTexts } from '../../src/screens/evening/evening.ja.ts';
import { historyTexts } from '../../src/journal/history.ja.ts';
import {
  at,
  checks,
  choose,
  foreign,
  journalOf,
  morning,
  onScreen,
  opening,
  play,
  ready,
  row,
  rowIds,
} from '../console/builders.ts';

describe('every menu', () => {
  it.each(screenIds)('gives each row of %s an id of its own', (screen) => {
    for (const model of [opening(), ready(), ready({ lock: foreign })]) {
      const ids = rowIds(onScreen(model, screen));
      expect(ids).toEqual([...new Set(ids)]);
    }
  });

  it.each([
    [0, 0],
    [2, 2],
    [99, 3],
    [-1, 0],
  ])('keeps row %i inside: row %i', (wanted, at) => {
    const model = onScreen(ready(), 'by-hand');
    const odd: Model = { ...model, selected: { ...model.selected, 'by-hand': wanted } };
    expect(selectedIndex(odd)).toBe(at);
    expect(selectedItem(odd)).toEqual(menuOf(odd)[at]);
  });

  it('selects nothing where there are no rows', () => {
    const model: Model = { ...onScreen(ready(), 'restart'), restart: { ...idleRestart, phase: 'asking' } };
    expect([selectedIndex(model), selectedItem(model)]).toEqual([0, null]);
  });
});

describe('by hand', () => {
  it.each(['show-record', 'type-version'])('%s is blocked for whoever may only look', (id) => {
    const open = (start: Parameters<typeof ready>[0]) => row(onScreen(ready(start), 'by-hand'), id).blocked;
    expect(open({ about: { readOnly: true } })).toBe(consoleTexts.readOnly);
    expect(open({ lock: foreign })).toBe(consoleTexts.locked(4711));
    expect(open({})).toBeNull();
  });
});

describe('the evening', () => {
  const evening = (now: number, ticks: Model['eveningTicks'] = []): Model => ({
    ...onScreen(ready({ now }), 'evening'),
    eveningTicks: ticks,
  });
  const allTicks = ['reader-power', 'terminal-stays-on', 'display-only-off'] as const;

  it('waits for every tick before the night goes on record', () => {
    const model = evening(at('20 18:40'), ['reader-power', 'display-only-off']);
    expect(row(model, 'leave-on').blocked).toBe(eveningTexts.blockedTicks);
    expect(row(evening(at('20 18:40'), allTicks), 'leave-on').blocked).toBeNull();
  });

  it.each([
    ['before the first night', '18 12:00', '2026-01-19'],
    ['in the middle of a night', '20 03:00', '2026-01-19'],
    ['before the excluded night', '25 18:00', '2026-01-26'],
    ['in the last night', '31 04:59', '2026-01-30'],
  ])('names the night that delivers next: %s', (_, now, night) => {
    expect(row(evening(at(now), allTicks), 'leave-on').intent).toEqual({ type: 'leave-on', night });
  });

  it('offers no night once the last is over', () => {
    expect(rowIds(evening(at('31 05:00'), allTicks))).not.toContain('leave-on');
  });

  it('is blocked for whoever may only look, with that reason first', () => {
    const model = onScreen(ready({ lock: foreign, now: at('20 18:40') }), 'evening');
    expect(row(model, 'leave-on').blocked).toBe(consoleTexts.locked(4711));
  });
});

describe('an entry of the guide', () => {
  const entry = (model: Model): Model => choose(onScreen(model, 'guide'), 'entry:network-edns')[0];

  it('has what can be done at once, its instructions one by one, then what comes after', () => {
    const model = entry(ready());
    const instructions = model.about.guide().find(({ id }) => id === 'network-edns')?.do ?? [];
    const isInstruction = ({ id }: { readonly id: string }): boolean => id.startsWith('do:');
    expect(
      menuOf(model)
        .filter(isInstruction)
        .map(({ label }) => label),
    ).toEqual(instructions);
    expect(rowIds(model).map((id) => (id.startsWith('do:') ? 'do' : id))).toEqual([
      'next-step',
      'read-again',
      'to-support',
      ...instructions.map(() => 'do'),
      'support-called',
      'to-status',
      'list',
    ]);
    expect(choose(model, 'next-step')[0].screen).toBe('download');
  });

  it('leads to no next step that is only another page of the guide, or not known', () => {
    const failing = ready({ survey: { checks: checks({ 'disk-space': { status: 'fail' } }) } });
    expect(rowIds(entry(failing))).not.toContain('next-step');
    expect(rowIds(entry(opening()))).not.toContain('next-step');
  });

  it('opens the own copy of 「発生エラー詳細」 where the settings say where it is, in read-only mode too', () => {
    const path = 'C:\\資料\\発生エラー詳細.pdf';
    const { settings } = ready().about;
    const about = { readOnly: true, settings: { ...settings, paths: { ...settings.paths, errorDetails: path } } };
    const [, effects] = choose(entry(ready({ about })), 'error-details');
    expect(effects).toEqual([{ type: 'act', request: { action: 'open-document', path } }]);
    expect(rowIds(entry(ready()))).not.toContain('error-details');
  });

  it('takes no note of a call in read-only mode', () => {
    expect(row(entry(ready({ about: { readOnly: true } })), 'support-called').blocked).toBe(consoleTexts.readOnly);
  });

  it('gives way to the list where it does not exist', () => {
    const model = onScreen(ready(), 'guide');
    const lost: Model = { ...model, guide: { ...model.guide, entryId: 'no-such-entry' } };
    expect(rowIds(lost)).toEqual(rowIds(model));
  });
});

describe('the history', () => {
  const journal = journalOf(['20 08:03', { event: 'download-started' }], ['20 08:05', { event: 'support-called' }]);
  const commands: readonly CommandRecord[] = [
    { at: morning, program: 'tasks', args: ['/query'], asker: null, ended: '0', durationMs: 5 },
    {
      at: morning + 60_000,
      program: 'shutdown',
      args: ['/r'],
      asker: null,
      ended: 'timed-out',
      durationMs: 5,
    },
  ];

  it('shows the newest entry first, with its time on the terminal', () => {
    const rows = menuOf(onScreen(ready({ journal }), 'history'));
    const [newest, oldest] = rows.slice(HISTORY_HEAD);
    expect(rows[0]?.label).toBe(historyTexts.toCommands);
    expect(newest?.label).toMatch(/^1\/20\(火\) 08:05 /);
    expect(oldest?.label).toMatch(/^1\/20\(火\) 08:03 /);
  });

  it('shows the commands that were run, the newest first, with how they ended', () => {
    const [model] = play({ ...onScreen(ready({ journal }), 'history'), commands }, 'enter');
    const labels = menuOf(model).map(({ label }) => label);
    expect(labels[0]).toBe(historyTexts.toJournal);
    expect(labels.slice(HISTORY_HEAD)).toEqual([
      '1/20(火) 08:11 [timed-out] shutdown /r',
      '1/20(火) 08:10 [0] tasks /query',
    ]);
  });
});

it('leads from the help screen to support and settings, and lists every key and every path to read only', () => {
  const model = onScreen(ready(), 'help');
  expect(choose(model, 'to-support')[0].screen).toBe('support');
  expect(choose(model, 'to-settings')[0].screen).toBe('settings');
  const rows = menuOf(model).filter(({ id }) => !id.startsWith('to-'));
  expect(rows).toHaveLength(consoleHelp.length + model.about.paths.length);
  expect(rows.at(-1)?.label).toBe('作業記録: /data/journal.jsonl');
  expect(rows.every(({ intent }) => intent === null)).toBe(true);
});
