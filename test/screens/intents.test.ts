import { describe, expect, it } from 'vitest';
import { actions, type ActionRequest } from '../../src/actions/catalogue.ts';
import type { Intent } from '../../src/screens/intent.ts';
import type { Model } from '../../src/screens/model.ts';
import { update } from '../../src/console/update.ts';
import { onIntent } from '../../src/screens/index.ts';
import { idleDownload } from '../../src/screens/download/update.ts';
import { idleRestart } from '../../src/screens/restart/countdown.ts';
import { consoleTexts } from '../../src/screens/console.ja.ts';
import { downloadTexts } from '../../src/screens/download/download.ja.ts';
import { restartTexts } from '../../src/screens/restart/restart.ja.ts';
import {
  acts,
  at,
  bootedAt,
  choose,
  faceLibrary,
  foreign,
  held,
  journalOf,
  onScreen,
  opening,
  play,
  ready,
  surveyWith,
} from '../console/builders.ts';

/** Every wish that acts, and the action that it asks for. */
const acting: readonly (readonly [Intent, ActionRequest])[] = [
  [{ type: 'press-download' }, { action: 'press-download' }],
  [
    { type: 'request-restart', replace: false },
    { action: 'request-restart', bootedAt, attempt: 1, replace: false },
  ],
  [
    { type: 'request-restart', replace: true },
    { action: 'request-restart', bootedAt, attempt: 1, replace: true },
  ],
  [{ type: 'cancel-restart' }, { action: 'cancel-restart' }],
  [{ type: 'open-tool' }, { action: 'open-tool' }],
  [{ type: 'pressed-by-hand' }, { action: 'note-press-by-hand' }],
  [
    { type: 'tool-answered', outcome: 'error' },
    { action: 'note-tool-answer', outcome: 'error' },
  ],
  [{ type: 'show-record' }, { action: 'show-record' }],
  [
    { type: 'record-version', component: 'face-library', version: '5.1.0' },
    { action: 'record', events: [{ event: 'operator-version', component: 'face-library', version: '5.1.0' }] },
  ],
  [
    { type: 'leave-on', night: '2026-01-20' },
    { action: 'record', events: [{ event: 'left-on', night: '2026-01-20' }] },
  ],
  [
    { type: 'learn-record-path', path: 'C:\\実績.csv' },
    { action: 'record', events: [{ event: 'record-path-learned', path: 'C:\\実績.csv' }] },
  ],
  [
    { type: 'save-setting', key: 'clinicId', text: 'A-1' },
    { action: 'save-setting', change: { key: 'clinicId', value: 'A-1' } },
  ],
  [
    { type: 'agree-file', sha256: 'a'.repeat(64) },
    { action: 'agree-file', sha256: 'a'.repeat(64) },
  ],
  [{ type: 'support-called' }, { action: 'record', events: [{ event: 'support-called' }] }],
];

/** As if a question were open: the refusal must close it. */
function asking(model: Model): Model {
  const dialog = { title: '?', body: [], choices: [], selected: 0, opened: { at: model.now, chunk: 1 } };
  return { ...model, dialog };
}

function refused(model: Model, reason: string) {
  return [{ ...model, dialog: null, message: consoleTexts.blocked(reason) }, []];
}

describe('a wish that acts', () => {
  it('exists for every action in the catalogue', () => {
    const wished = [
      ...acting.map(([, request]) => request.action),
      'open-document',
      'copy',
      'write-file',
      'look-at-record',
    ];
    expect(new Set(wished)).toEqual(new Set(Object.keys(actions)));
  });

  it.each(acting)('%j asks for its action, and only for that', (intent, request) => {
    expect(onIntent(ready(), intent)[1]).toEqual([{ type: 'act', request }]);
  });

  it('to open a document is granted even to whoever may only look', () => {
    const path = 'C:\\資料\\発生エラー詳細.pdf';
    const onlooker = ready({ about: { readOnly: true }, lock: foreign });
    expect(onIntent(onlooker, { type: 'open-document', path })[1]).toEqual([
      { type: 'act', request: { action: 'open-document', path } },
    ]);
  });

  it.each(acting)('%j is refused in read-only mode, and nothing changes', (intent) => {
    const model = asking(ready({ about: { readOnly: true } }));
    expect(onIntent(model, intent)).toEqual(refused(model, consoleTexts.readOnly));
  });

  it.each(acting)('%j is refused while another console holds the terminal', (intent) => {
    const model = asking(ready({ lock: foreign }));
    expect(onIntent(model, intent)).toEqual(refused(model, consoleTexts.locked(4711)));
  });

  it.each(acting)('%j is refused in read-only mode even with the lock', (intent) => {
    const model = ready({ about: { readOnly: true }, lock: held });
    expect(onIntent(model, intent)[1]).toEqual([]);
  });
});

describe('what has changed since the question was asked', () => {
  const question = (): Model => play(onScreen(ready(), 'download'), 'enter')[0];

  it('refuses a press that is no longer needed, and says why', () => {
    const survey = surveyWith({ components: [faceLibrary('5.1.0')] });
    const [meanwhile] = update(question(), { type: 'surveyed', scope: 'all', survey, commands: [] });
    const [after, effects] = play(meanwhile, 'right', 'enter');
    expect(acts(effects)).toEqual([]);
    expect(after.message).toBe(consoleTexts.blocked(downloadTexts.blocked.current('5.1.0')));
    expect(after).toMatchObject({ dialog: null, download: idleDownload });
  });

  it('refuses it where the lock was lost', () => {
    const [after, effects] = play({ ...question(), lock: foreign }, 'right', 'enter');
    expect(effects).toEqual([]);
    expect(after.message).toBe(consoleTexts.blocked(consoleTexts.locked(4711)));
  });

  it.each(['asking', 'counting'] as const)('refuses it while a restart is %s', (phase) => {
    const model = { ...question(), restart: { ...idleRestart, phase } };
    const [after, effects] = play(model, 'right', 'enter');
    expect(effects).toEqual([]);
    expect(after.message).toBe(consoleTexts.blocked(downloadTexts.blocked.restarting));
  });

  it('refuses a restart in the middle of a download', () => {
    const model: Model = { ...ready(), download: { ...idleDownload, phase: 'running' } };
    expect(onIntent(model, { type: 'request-restart', replace: false })).toEqual(
      refused(model, restartTexts.blockedByDownload),
    );
  });
});

describe('what starts', () => {
  it('shows the download from its beginning, whatever the last one left', () => {
    const old: Model = { ...ready(), download: { ...idleDownload, phase: 'failed', words: ['前の言葉'] } };
    const [running] = onIntent(old, { type: 'press-download' });
    expect(running.screen).toBe('download');
    expect(running.download).toEqual({ ...idleDownload, phase: 'running', startedAt: old.now });
  });

  it('numbers the restarts asked for since the last boot, and names that boot', () => {
    const journal = journalOf(
      ['19 18:00', { event: 'restart-requested', bootedAt: null, attempt: 1 }],
      ['20 08:05', { event: 'restart-requested', bootedAt: null, attempt: 1 }],
    );
    const [asked, effects] = onIntent(ready({ journal }), { type: 'request-restart', replace: false });
    expect(acts(effects)).toEqual([{ action: 'request-restart', bootedAt, attempt: 2, replace: false }]);
    expect(asked).toMatchObject({ screen: 'restart', restart: { ...idleRestart, phase: 'asking' } });
  });

  it('restarts a terminal that could not be read', () => {
    const [, effects] = onIntent(opening(), { type: 'request-restart', replace: false });
    expect(acts(effects)).toEqual([{ action: 'request-restart', bootedAt: null, attempt: 1, replace: false }]);
  });

  it('asks what the tool answered once the operator has pressed by hand', () => {
    const model: Model = {
      ...onScreen(ready(), 'download'),
      download: { ...idleDownload, phase: 'by-hand', outcome: 'button-missing' },
    };
    const [question] = choose(model, 'pressed');
    expect(question.dialog).toMatchObject({ selected: 0 });
    const [after, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([{ action: 'note-press-by-hand' }]);
    expect(after.download.phase).toBe('by-hand-pressed');
    expect(acts(choose(after, 'answer:error')[1])).toEqual([{ action: 'note-tool-answer', outcome: 'error' }]);
  });

  it('stops waiting for the tool only after a question', () => {
    const model: Model = { ...onScreen(ready(), 'download'), download: { ...idleDownload, phase: 'running' } };
    const [question, none] = choose(model, 'stop-waiting');
    expect([question.dialog?.selected, none]).toEqual([0, []]);
    const [after, effects] = play(question, 'right', 'enter');
    expect(effects).toEqual([{ type: 'stop-waiting' }]);
    // The tool has the last word: what it says next decides.
    expect(after.download.phase).toBe('running');
  });

  it('waits for a restart that somebody else has scheduled, without knowing when', () => {
    const [waiting, effects] = onIntent(ready(), { type: 'keep-restart' });
    expect(waiting.restart).toEqual({ ...idleRestart, phase: 'counting' });
    expect(effects).toEqual([]);
  });
});

describe('the evening', () => {
  it('is put on record once every line is ticked, and a tick can be taken back', () => {
    const evening = onScreen(ready({ now: at('20 18:40') }), 'evening');
    const [ticked] = play(evening, 'enter', 'enter', 'enter');
    expect(ticked.eveningTicks).toHaveLength(3);
    const [left, effects] = choose(ticked, 'leave-on');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ event: 'left-on', night: '2026-01-20' }] }]);
    expect(left).toMatchObject({ screen: 'status', message: consoleTexts.recording });
    const [open] = play(ticked, 'up', 'enter');
    expect(open.eveningTicks).toHaveLength(2);
    expect(choose(open, 'leave-on')[1]).toEqual([]);
  });
});

describe('looking', () => {
  it('switches the checks and the history back and forth', () => {
    const [all] = choose(ready(), 'all-checks');
    expect(all.showAllChecks).toBe(true);
    const [commands] = choose(onScreen(ready(), 'history'), 'toggle');
    expect(commands.historyList.view).toBe('commands');
    expect(choose(commands, 'toggle')[0].historyList.view).toBe('journal');
  });

  it('takes the terminal over where another console held it', () => {
    expect(choose(ready({ lock: foreign }), 'take-over')[1]).toEqual([{ type: 'take-lock' }]);
  });

  it('records a call to support only after a question', () => {
    const [entry] = play(ready(), '6', 'down', 'enter');
    const [question, none] = choose(entry, 'support-called');
    expect([question.dialog?.selected, none]).toEqual([0, []]);
    const [after, effects] = play(question, 'right', 'enter');
    expect(acts(effects)).toEqual([{ action: 'record', events: [{ event: 'support-called' }] }]);
    expect(after).toMatchObject({ screen: 'status', message: consoleTexts.recording });
  });
});
