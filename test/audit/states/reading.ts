import { wordsOf } from '../../../src/domain/notice/words.ts';
import { guideWhenAsked } from '../../../src/guide/built-in.ts';
import type { JournalEvent } from '../../../src/journal/events.ts';
import type { CommandRecord } from '../../../src/ports/ports.ts';
import { typed } from '../../console/builders.ts';
import { about, at as time, checks, now, type ModelChanges } from '../../screens/builders.ts';
import { allHostile, hostile } from './hostile.ts';
import { chosen, played, type State, type Under } from './state.ts';

const calledOut = { title: allHostile, see: [allHostile], why: allHostile, do: [allHostile] };

export function guideStates({ state, notice }: Under): readonly State[] {
  const guide = state('guide', 'the list');
  /** An entry, opened from what was seen. */
  function entry(entryId: string, name = `the entry ${entryId}`, changes: ModelChanges = {}): State {
    const seen = ['ツールがエラーを表示しました。'];
    return state('guide', name, { ...changes, guide: { ...guide.model.guide, entryId, seen } });
  }
  return [
    guide,
    played(guide, 'the end of the list', 'end'),
    played(guide, 'a search that finds something', '/', typed('再起動')),
    played(guide, 'a search that finds nothing', '/', typed('qqqq')),
    played(guide, 'the list of what was found', '/', typed('再起動'), 'enter'),
    { ...played(guide, 'a search for a hostile text', '/', typed(allHostile)), outside: allHostile },
    ...about({ notice })
      .guide()
      .map(({ id }) => entry(id)),
    entry('network-edns', 'an entry, with a check that fails now', {
      survey: { checks: checks({ network: 'fail' }) },
    }),
    chosen(entry('call-support'), 'the question whether the desk was called', 'support-called'),
    {
      ...entry('odd', "an operator's own entry, hostile", {
        about: { guide: guideWhenAsked([{ ...calledOut, id: 'odd', call: allHostile, words: [] }], wordsOf(notice)) },
      }),
      outside: allHostile,
    },
  ];
}

const told = { event: 'download-finished', outcome: 'error', pressed: true } as const;
const day: readonly JournalEvent[] = [
  { event: 'console-started', version: '1.2.3' },
  { event: 'download-started' },
  { ...told, message: '資材の取得に失敗しました。(EDQ-0001)' },
  { event: 'restart-requested', bootedAt: null, attempt: 1 },
  { event: 'restart-answered', exitCode: 0, answer: 'accepted' },
  { event: 'restart-confirmed', bootedAt: '2026-01-20T08:05:00+09:00', kind: 'full' },
  { event: 'version-seen', component: 'face-library', source: 'version-info', version: '5.0.3' },
  { event: 'operator-version', component: 'face-library', version: '5.0.3' },
  { event: 'record-path-learned', path: 'C:\\実績.csv' },
  { event: 'terminals-counted', count: 2, allDone: true },
  { event: 'support-called' },
  { event: 'left-on', night: '2026-01-20' },
  { event: 'setting-changed', key: 'clinicId' },
  { event: 'journal-changed', line: 3 },
];
const events = day.map((event, index) => ({ ...event, at: time('20 07:00') + index * 60_000 }));
const huge = Array.from({ length: 2_000 }, (_, index) => ({
  ...told,
  message: `${String(index)} 回目`,
  at: time('20 07:00') + index,
}));
const command: CommandRecord = {
  at: now,
  program: 'shutdown',
  args: ['/r', '/t', '60'],
  asker: null,
  ended: '0',
  durationMs: 5,
};

export function historyStates({ state }: Under): readonly State[] {
  const full = state('history', 'every kind of event', { events, commands: [command] });
  const commands = { ...full.model.historyList, view: 'commands' } as const;
  return [
    full,
    state('history', 'nothing yet'),
    ...events.map(({ event }, index) =>
      played(full, `selected: ${event}`, 'end', ...Array.from({ length: index }, () => 'up' as const)),
    ),
    state('history', 'two thousand entries', { events: huge }),
    played(state('history', 'x', { events: huge }), 'two thousand entries, the oldest', 'end'),
    state('history', 'an entry was changed', { events, journal: { state: 'changed', line: 3 } }),
    state('history', 'the last line is torn', { events, journal: { state: 'torn', line: 14 } }),
    state('history', 'the seal is missing', { events, journal: { state: 'unsealed' } }),
    played(full, 'filtered by words', '/', typed('再起動')),
    played(full, 'filtered by words that nothing has', '/', typed('qqqq'), 'enter'),
    state('history', 'the commands', { events, commands: [command], historyList: commands }),
    state('history', 'no commands yet', { events, historyList: commands }),
    {
      ...played(
        state('history', 'x', {
          events: [{ ...told, message: allHostile, at: now }],
          commands: [{ ...command, args: [hostile.odd, hostile.path], ended: hostile.odd }],
        }),
        'the tool said hostile words',
        'end',
      ),
      outside: allHostile,
    },
    state(
      'history',
      'a hostile command',
      {
        commands: [{ ...command, args: [hostile.odd, hostile.path], ended: hostile.odd }],
        historyList: commands,
      },
      allHostile,
    ),
    state('history', 'read-only', { events, about: { readOnly: true } }),
  ];
}

export function otherStates({ state, notice }: Under): readonly State[] {
  const excluded = notice.delivery?.excludedNights[0]?.slice(-2) ?? '25';
  const support = state('support', 'the sheet');
  return [
    state('evening', 'before the first night', { now: time('19 18:30') }),
    state('evening', 'some lines are ticked', { now: time('19 18:30'), eveningTicks: ['reader-power'] }),
    state('evening', 'all lines are ticked', {
      now: time('19 18:30'),
      eveningTicks: ['reader-power', 'terminal-stays-on', 'display-only-off'],
    }),
    state('evening', 'the night does not deliver', { now: time(`${excluded} 18:30`) }),
    state('evening', 'the last night is over', { now: time('31 18:30') }),
    state('evening', 'left on', {
      now: time('20 08:10'),
      events: [{ event: 'left-on', night: '2026-01-19', at: time('19 18:40') }],
    }),
    state('evening', 'sleep is on', {
      now: time('19 18:30'),
      survey: { checks: checks({ 'power-settings': 'warn' }) },
    }),
    state('faq', 'the first question'),
    played(state('faq', 'x'), 'the last question', 'end'),
    support,
    chosen(support, 'with the clinic', 'clinic'),
    chosen(support, 'the question before the bundle', 'bundle'),
    played(support, 'the last row', 'end'),
    state('support', 'nothing has been read yet', { survey: null, decision: null }),
    state(
      'support',
      'the sheet holds hostile text',
      { survey: { terminal: { name: allHostile, os: allHostile } } },
      allHostile,
    ),
    state('help', 'the keys'),
    played(state('help', 'x'), 'the end', 'end'),
    {
      ...state('help', 'hostile paths', { about: { paths: [{ name: allHostile, path: allHostile }] } }),
      outside: allHostile,
    },
  ];
}
