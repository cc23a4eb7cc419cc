import type { NamedFile } from '../../../src/actions/zip.ts';
import { describe, expect, it } from 'vitest';
import { update } from '../../../src/console/update.ts';
import { onIntent } from '../../../src/screens/index.ts';
import { consoleTexts } from '../../../src/screens/console.ja.ts';
import { supportTexts } from '../../../src/support/support.ja.ts';
import { bundleList } from '../../../src/support/bundle.ts';
import { acts, choose, foreign, onScreen, opening, play, press, ready, row } from '../../console/builders.ts';
import { fileDone } from '../../fakes/done.ts';
import { failed, ok } from '../../../src/domain/fault.ts';

const clinic = { formatVersion: 1, name: 'さくら医院', phone: '0312345678' } as const;

function support(start: Parameters<typeof ready>[0] = {}) {
  return onScreen(ready(start), 'support');
}

/** The one file that was asked for. */
function written(effects: ReturnType<typeof choose>[1]) {
  const [request] = acts(effects);
  if (request?.action !== 'write-file') throw new Error('no file');
  return request;
}

/** What goes into the archive that was asked for. */
function zipped(effects: ReturnType<typeof choose>[1]): readonly NamedFile[] {
  const request = written(effects);
  return 'zipped' in request ? request.zipped : [];
}

describe('the bundle', () => {
  it('shows what it will hold first, and makes nothing before yes', () => {
    const [asked, effects] = choose(support(), 'bundle');
    expect(effects).toEqual([]);
    expect(asked.dialog?.selected).toBe(0);
    for (const { name, words } of bundleList(false)) expect(asked.dialog?.body).toContain(`${name}: ${words}`);
    const [stayed, none] = press(asked, 'enter');
    expect([stayed.dialog, none]).toEqual([null, []]);
  });

  it('is written on yes, under the time, without the clinic', () => {
    const [asked] = choose(support({ about: { clinic } }), 'bundle');
    const [, effects] = play(asked, 'right', 'enter');
    const { purpose, name } = written(effects);
    expect([purpose, name]).toEqual(['bundle', 'exports/oqs-bundle-20260120-081003.zip']);
    expect(zipped(effects).map((each) => each.name)).toEqual(bundleList(false).map((each) => each.name));
  });

  it('holds the clinic where it was ticked, and says so before', () => {
    const [ticked] = choose(support({ about: { clinic } }), 'clinic');
    expect(row(ticked, 'clinic').label).toBe(supportTexts.itemClinic(true));
    const [asked] = choose(ticked, 'bundle');
    expect(asked.dialog?.body.join('')).toContain('clinic.json');
    const [, effects] = play(asked, 'right', 'enter');
    const file = zipped(effects).find(({ name }) => name === 'clinic.json');
    expect(JSON.parse(Buffer.from(file?.bytes ?? []).toString('utf8'))).toMatchObject({
      name: 'さくら医院',
      phone: '0312345678',
    });
    expect(row(choose(ticked, 'clinic')[0], 'clinic').label).toBe(supportTexts.itemClinic(false));
  });
});

describe('the sheet', () => {
  it('is written at once: it asks nothing and shows itself', () => {
    const [, effects] = choose(support(), 'sheet');
    expect(written(effects)).toMatchObject({ purpose: 'sheet', name: 'exports/oqs-sheet-20260120-081001.txt' });
  });

  it('tells where it stands, and keeps telling', () => {
    const message = fileDone('sheet', ok({ path: 'D:\\sheet.txt' }));
    const [told] = update(support(), message);
    expect(told.message).toBe(consoleTexts.fileWritten('D:\\sheet.txt'));
    expect(press(told, 'down')[0].saved).toEqual({ sheet: 'D:\\sheet.txt' });
  });

  it('says why where it could not be written', () => {
    const fault = { code: 'denied', headline: '書けません。', tryNext: '聞いてください。', guideId: null } as const;
    const [told] = update(support(), fileDone('sheet', failed(fault)));
    expect(told.message).toBe('書けません。 聞いてください。');
    expect(told.saved).toEqual({});
  });
});

describe('a file that must not be made', () => {
  it.each(['bundle', 'sheet'])('%s is blocked, with the reason, while the terminal is read', (id) => {
    const model = onScreen(opening(), 'support');
    expect(row(model, id).blocked).toBe(supportTexts.blockedReading);
    const [, effects] = choose(model, id);
    expect(effects).toEqual([]);
  });

  it.each(['save-bundle', 'save-sheet'] as const)('%s writes nothing before the first reading', (type) => {
    const [model, effects] = onIntent(opening(), { type });
    expect([model.message, effects]).toEqual([supportTexts.blockedReading, []]);
  });

  it.each(['save-bundle', 'save-sheet'] as const)('%s is refused in read-only mode and to a second console', (type) => {
    for (const start of [{ about: { readOnly: true } }, { lock: foreign }]) {
      const model = support(start);
      expect(row(model, 'bundle').blocked).not.toBeNull();
      expect(onIntent(model, { type })[1]).toEqual([]);
    }
  });
});

describe('the way', () => {
  it('leads to the guide on calling, to the record of a call, and back to the status', () => {
    expect(choose(support(), 'guide')[0]).toMatchObject({ screen: 'guide', guide: { entryId: 'call-support' } });
    expect(choose(support(), 'support-called')[0].dialog).not.toBeNull();
    expect(choose(support(), 'to-status')[0].screen).toBe('status');
  });

  it('goes through every row of the sheet with the arrow down', () => {
    const model = support();
    const ids = Array.from({ length: 200 }, () => 'down' as const);
    const [last] = play(model, ...ids);
    expect(last.selected.support).toBeGreaterThan(20);
    expect(press(last, 'enter')[1]).toEqual([]);
  });
});
