import { describe, expect, it } from 'vitest';
import { readEntry, readWhole } from '../../src/desk/read-document.ts';
import { createSame } from '../../src/desk/same.ts';
import type { DeskState } from '../../src/desk/states.ts';
import { deskReading as texts } from '../../src/desk/desk.ja.ts';
import { exampleAnswer } from '../formats/example-answer.ts';
import { answer, reads } from './build.ts';

const place = { path: '/answers/folder/file.json', folder: 'folder', name: 'file' };

function read(document: unknown, line: number | null = null) {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return readEntry(text, place, line, createSame());
}

function entryOf(document: unknown, line: number | null = null) {
  const found = read(document, line);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

const step = (id: string) => ({ id, title: '題', reason: 'わけ', check: null });

describe('an answer', () => {
  it('gives what the lists show', () => {
    expect(entryOf(answer({ simulated: true }))).toEqual({
      source: { path: place.path, line: null },
      clinic: 'さくら医院',
      clinicSaid: true,
      terminal: 'ONS01',
      at: Date.parse('2026-01-20T07:10:00+09:00'),
      state: 'fix-first',
      simulated: true,
      notice: { id: 'n', targets: [{ component: 'face-library', name: '顔認証ライブラリ', version: '5.1.0' }] },
      deadline: null,
      otherNotices: [],
      step: '異常のある点検を、手引きのとおりに直す',
      reason: '名前が引けません。',
      check: 'ネットワーク',
      failing: ['ネットワーク'],
      installed: '5.0.3',
      required: '5.1.0',
      lastDelivery: Date.parse('2026-01-20T05:00:00+09:00'),
      bootedAt: Date.parse('2026-01-19T08:00:00+09:00'),
    });
  });

  it('knows every target of its notice, own components by their names, and the other notices that are open', () => {
    const read = entryOf(
      answer({
        notice: {
          id: 'n',
          target: { component: 'link-app', version: '4.1.0' },
          targets: [
            { component: 'link-app', version: '4.1.0' },
            { component: 'browser-extension', version: '2.0.0.0' },
          ],
          others: ['next'],
        },
        components: [
          { id: 'link-app', status: 'ok', installed: '4.1.0', required: '4.1.0', witnesses: [] },
          {
            id: 'browser-extension',
            name: 'ブラウザ拡張機能',
            status: 'unknown',
            installed: null,
            required: '2.0.0.0',
            witnesses: [],
          },
        ],
      }),
    );
    expect(read).toMatchObject({
      notice: {
        targets: [
          { component: 'link-app', name: '連携アプリケーション', version: '4.1.0' },
          { component: 'browser-extension', name: 'ブラウザ拡張機能', version: '2.0.0.0' },
        ],
      },
      otherNotices: ['next'],
      installed: '4.1.0 / -',
      required: '4.1.0 / 2.0.0.0',
    });
  });

  it.each<readonly [string, string, string | null, DeskState]>([
    ['failed', 'call-support', '5.0.3', 'failed'],
    ['unknown', 'check-by-hand', null, 'unknown'],
    ['unknown', 'read-again', null, 'unknown'],
    ['action-needed', 'restart', '5.0.3', 'restart'],
    ['action-needed', 'download-now', '5.0.3', 'download-now'],
    ['action-needed', 'leave-on-overnight', '5.0.3', 'leave-on-overnight'],
    ['action-needed', 'by-hand-steps', '5.0.3', 'by-hand-steps'],
    ['action-needed', 'wait', '5.1.0', 'other-step'],
    ['current', 'send-report', '5.1.0', 'send-report'],
    ['current', 'all-done', '5.1.0', 'all-done'],
  ])('%s, %s with %s is %s', (verdict, id, version, state) => {
    const document = answer({ formatVersion: '1.1', verdict, nextStep: step(id), ...reads(version) });
    expect(entryOf(document).state).toBe(state);
  });

  it.each<readonly [string, string, string, DeskState]>([
    ['action-needed', 'a-step-of-tomorrow', '5.0.3', 'other-step'],
    ['current', 'a-step-of-tomorrow', '5.1.0', 'send-report'],
    ['current', 'a-step-of-tomorrow', '5.0.3', 'contradictory'],
    ['a-verdict-of-tomorrow', 'all-done', '5.1.0', 'unknown'],
  ])('of a later format: %s, %s with %s is %s; in ours it is nothing that a console says', (...given) => {
    const [verdict, id, version, state] = given;
    const document = answer({ formatVersion: '1.12', verdict, nextStep: step(id), ...reads(version) });
    expect(entryOf(document).state).toBe(state);
    expect(entryOf({ ...document, formatVersion: '1.1' }).state).toBe('contradictory');
  });

  it('is read as this program writes it, and as format 1.0 had it', () => {
    expect(entryOf(exampleAnswer())).toMatchObject({ terminal: 'CLINIC-ONS01', installed: '5.0.3' });
    const written = { source: 'version-info', version: null, path: 'C:\\V' };
    const states = [written, { ...written, state: 'timed-out' }].map((witness) => {
      const component = { id: 'face-library', status: 'unknown', installed: null, witnesses: [witness] };
      const whole = readWhole(JSON.stringify(answer({ components: [component] })));
      return whole.ok && whole.value.type === 'answer'
        ? whole.value.answer.components[0]?.witnesses[0]?.state
        : 'unread';
    });
    expect(states).toEqual([null, 'timed-out']);
  });

  it('takes its place where it does not say whose it is', () => {
    for (const nameless of [{ name: null }, { name: '  ' }, {}]) {
      const document = answer({ clinic: { id: null }, terminal: nameless });
      expect(entryOf(document)).toMatchObject({ clinic: 'folder', clinicSaid: false, terminal: 'file' });
      expect(entryOf(document, 7)).toMatchObject({ terminal: 'file:7', source: { line: 7 } });
    }
  });

  it('may have fields, checks and words of a later format 1', () => {
    const later = answer({
      formatVersion: '1.12',
      news: [1],
      checks: [{ id: 'quantum', status: 'fail', summary: 'x', remedy: null, mood: 'bad' }],
      nextStep: { ...step('fix-first'), check: 'quantum' },
    });
    expect(entryOf(later)).toMatchObject({ failing: ['quantum'], check: 'quantum' });
  });

  it('tells the versions of several components, each harmless by itself', () => {
    const ids = ['face-library', 'other'];
    const components = ids.map((id, at) => ({
      id,
      status: 'unknown',
      installed: at === 0 ? '5.1.0\u001B]0;' : '5.0.0\u0007',
      required: null,
      witnesses: [],
    }));
    const targets = ids.map((component) => ({ component, version: null }));
    const document = answer({ components, notice: { id: 'n', target: targets[0], targets } });
    expect(entryOf(document).installed).toMatch(/^5\.1\.0.* \/ 5\.0\.0/);
  });

  it('may lack what only informs', () => {
    const { restart: _, delivery: __, components: ___, checks: ____, ...bare } = answer();
    expect(entryOf(bare)).toMatchObject({ bootedAt: null, lastDelivery: null, installed: null, failing: [] });
    expect(entryOf(answer({ restart: { bootedAt: 'yesterday' } })).bootedAt).toBeNull();
  });
});

describe('an error document', () => {
  const document = {
    formatVersion: '1.0',
    consoleVersion: '0.1.0',
    generatedAt: '2026-01-20T07:10:00+09:00',
    error: { code: 'settings', message: '設定を読めません', where: 'settings.json:3', remedy: '直す' },
  };

  it('is a terminal whose check failed, by the place of its file', () => {
    expect(entryOf(document)).toMatchObject({
      clinic: 'folder',
      clinicSaid: false,
      terminal: 'file',
      simulated: null,
      state: 'check-failed',
      step: 'settings',
      reason: '設定を読めません',
    });
  });

  it('can be opened', () => {
    expect(readWhole(JSON.stringify(document))).toMatchObject({
      ok: true,
      value: { type: 'error', document: { error: { remedy: '直す' } } },
    });
  });
});

describe('what is no answer', () => {
  it.each([
    ['', texts.empty],
    [' \n', texts.empty],
    ['{', texts.notJson],
    ['{"formatVersion":"1.0"', texts.notJson],
    ['[]', texts.notAnAnswer],
    ['null', texts.notAnAnswer],
    ['{"formatVersion":1}', texts.notAnAnswer],
    [JSON.stringify(answer({ formatVersion: '2.0' })), texts.otherFormat('2.0')],
    [JSON.stringify(answer({ formatVersion: '1' })), texts.otherFormat('1')],
    [JSON.stringify(answer({ generatedAt: '2026-01-20 07:10' })), texts.wrongField('generatedAt')],
    [JSON.stringify(answer({ generatedAt: '2026-02-30T07:10:00Z' })), texts.wrongField('generatedAt')],
    [JSON.stringify(answer({ verdict: 3 })), texts.wrongField('verdict')],
    [JSON.stringify(answer({ nextStep: { id: 'x' } })), texts.wrongField('nextStep.title')],
    ['{"formatVersion":"1.0","error":null}', texts.wrongField('generatedAt')],
  ])('%j', (text, reason) => {
    expect(read(text)).toEqual({ ok: false, reason });
    expect(readWhole(text)).toMatchObject({ ok: false });
  });

  it('is nested without end, in the list and in the detail', () => {
    for (const levels of [200, 6_000, 50_000]) {
      const text = JSON.stringify(answer()).replace('{', `{"x":${'['.repeat(levels)}${']'.repeat(levels)},`);
      expect(read(text)).toEqual({ ok: false, reason: texts.tooDeep });
      expect(readWhole(text)).toEqual({ ok: false, reason: texts.tooDeep });
    }
  });
});
