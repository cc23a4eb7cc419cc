import { expect, it } from 'vitest';
import { firstModel } from '../../../src/console/first-model.ts';
import type { Model } from '../../../src/screens/model.ts';
import { openingFrom } from '../../../src/screens/settings/update.ts';
import { fieldOf } from '../../../src/tui/text-field.ts';
import { noClinic } from '../../../src/settings/clinic.ts';
import { aboutWith, onRow, onScreen, ready } from '../../console/builders.ts';

it('is where the console was, with what was typed and ticked; the terminal is read anew', () => {
  const before = ready();
  const { report } = before;
  const model: Model = {
    ...onRow(onScreen(before, 'settings'), 'clinicId'),
    message: '設定を保存しました。',
    eveningTicks: ['reader-power'],
    support: { ...before.support, withClinic: true },
    report: { ...report, typed: { ...report.typed, phone: fieldOf('0312345678') }, remembering: noClinic },
  };
  const about = aboutWith({ restartDelaySeconds: 5 });
  const { size, now, journal, lock } = model;
  const again = firstModel({
    about,
    size,
    now,
    journal,
    lock,
    message: '端末からのひとこと',
    opening: openingFrom(model),
  });
  expect(again).toMatchObject({
    about,
    screen: 'settings',
    trail: model.trail,
    selected: model.selected,
    message: '設定を保存しました。',
    eveningTicks: ['reader-power'],
    support: { withClinic: true },
    survey: null,
    surveying: true,
    dialog: null,
  });
  expect(again.report.typed['phone']?.text).toBe('0312345678');
  // Whatever was being written then, nobody will tell this console of it.
  expect(again.report.remembering).toBeNull();
});
