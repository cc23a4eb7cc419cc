import type { Notice } from '../../../src/domain/notice/notice.ts';
import { at as time, type ModelChanges } from '../../screens/builders.ts';
import { chosen, played, type State, type Under } from './state.ts';

const madeUp = [
  '「設定」から、いまの部品をアンインストールする',
  '案内のページから、新しい部品を入れる。途中で許可を求められたら、医院の管理者に確かめてから進める',
  '端末を再起動する',
];

export function handStepsStates({ state, notice: given }: Under): readonly State[] {
  const notice: Notice =
    given.steps.length > 0 ? given : { ...given, delivery: null, deadline: null, by: 'hand', steps: madeUp };
  const { steps } = notice;
  const allTicked: ModelChanges = {
    about: { notice },
    events: steps.map((text, step) => ({ event: 'hand-step-ticked', step, text, done: true, at: time('20 08:05') })),
  };
  const ticked = state('hand-steps', 'all are ticked', allTicked);
  return [
    state('status', 'the steps are next', { about: { notice } }),
    state('hand-steps', 'none is ticked', { about: { notice } }),
    state('hand-steps', 'some are ticked', { ...allTicked, events: allTicked.events?.slice(0, 2) ?? [] }),
    ticked,
    chosen(ticked, 'the question before they are recorded', 'hand-steps-done'),
    played(state('hand-steps', 'x', { about: { notice } }), 'the last row', 'end'),
    state('hand-steps', 'the notice has none'),
  ];
}
