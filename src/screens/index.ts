import type { ScreenId } from './keys.ts';
import { byHand } from './by-hand.ts';
import { download } from './download.ts';
import { evening } from './evening.ts';
import { faq } from './faq.ts';
import { guide } from './guide.ts';
import { help } from './help.ts';
import { history } from './history.ts';
import { report } from './report.ts';
import { restart } from './restart.ts';
import type { Screen } from './screen.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';
import { support } from './support.ts';

export const screens: Readonly<Record<ScreenId, Screen>> = {
  status,
  evening,
  'by-hand': byHand,
  download,
  restart,
  guide,
  history,
  report,
  faq,
  support,
  settings,
  help,
};
