/** The screen of the steps that the notice asks a person for. */
export const handStepsTexts = {
  intro: '上から順に行い、済んだ行を Enter で [済] にします。途中で閉じても、印は残ります。',
  /** In its place, where nothing is to be done here. */
  reached: 'お知らせが求めるバージョンになっています。ここですることは、もうありません。',
  recorded: 'すべて行ったことは、記録してあります。上の「次にすること」に進んでください。',
  heading: 'お知らせの手順',
  step: (number: number, text: string): string => `${String(number)}. ${text}`,
  itemDone: 'すべて行ったことを記録する',
  blockedSteps: '先に、上の手順をすべて済ませてください。',
  blockedReached: '求められたバージョンになっているので、記録は要りません。',
  blockedRecorded: 'すでに記録してあります。',
  ask: { title: 'お知らせの手順を、すべて行いましたか', no: 'まだ行っていない', yes: 'すべて行った' },
  askBody: {
    restart: '記録のあと、端末を再起動して、バージョンを確かめます。',
    read: '記録のあと、バージョンを読み直して確かめます。',
  },
} as const;
