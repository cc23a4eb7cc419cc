/** How the system answered to a request to restart, by shutdown's exit code. */
export const restartAnswers = [
  'accepted', // 0
  'denied', // 5, 1314, 1300
  'bad-parameter', // 87
  'already-going-down', // 1115
  'nothing-to-cancel', // 1116
  'already-scheduled', // 1190
  'others-signed-in', // 1191
  'locked', // 1271
  'other',
] as const;
export type RestartAnswer = (typeof restartAnswers)[number];
