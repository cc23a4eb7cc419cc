import { FAILED_EXIT, type Program } from './context.ts';

const SLEEP_QUERY = '/query scheme_current sub_sleep standbyidle';

/** powercfg.exe: the sleep timer, as a Japanese Windows writes it; the last two numbers are AC and DC, in seconds. */
export const powerProgram: Program = (context) => {
  const minutes = context.spec.power.sleepMinutesOnAc;
  if (context.args.join(' ').toLowerCase() !== SLEEP_QUERY || minutes === null) return FAILED_EXIT;
  const seconds = `0x${(minutes * 60).toString(16).padStart(8, '0')}`;
  context.print([
    '電源設定の GUID: 381b4222-f694-41f0-9685-ff5bb260df2e  (バランス)',
    '  GUID エイリアス: SCHEME_BALANCED',
    '  サブグループの GUID: 238c9fa8-0aad-41ed-83f4-97be242c8f20  (スリープ)',
    '    GUID エイリアス: SUB_SLEEP',
    '    電源設定の GUID: 29f6c1db-86da-48c5-9fdb-f2b67b1f44da  (次の時間が経過後スリープ状態にする)',
    '      GUID エイリアス: STANDBYIDLE',
    '      利用可能な設定の最小値: 0x00000000',
    '      利用可能な設定の最大値: 0xffffffff',
    '      利用可能な設定の増分: 0x00000001',
    '      利用可能な設定の単位: 秒',
    `    現在の AC 電源設定のインデックス: ${seconds}`,
    `    現在の DC 電源設定のインデックス: ${seconds}`,
    '',
  ]);
  return 0;
};
