import type { Messages } from '../index.ts';

const span = (seconds: number): string => {
  const parts = [
    [Math.floor(seconds / 3600), '시간'],
    [Math.floor(seconds / 60) % 60, '분'],
    [seconds % 60, '초'],
  ] as const;
  const told = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return told.length === 0 ? '0초' : told.join(' ');
};

/** The report of a step with a board. */
export const report: Messages['report'] = {
  title: ({ title }) => `${title}: 보고서`,
  time: ({ begun, seconds }) => `${begun} UTC에 시작해 ${span(seconds)} 만에 모두 고쳤습니다.`,
  hints: ({ count }) => (count === 0 ? '힌트를 보지 않았습니다.' : `힌트를 ${count}개 보았습니다.`),
  broken: '고장 났던 것',
  seen: '증상',
  cause: '원인',
  mendedAfter: ({ seconds }) => `${span(seconds)} 뒤에 고쳤습니다.`,
  notSeenMended: '보고 있지 않을 때 고쳐졌습니다.',
  done: '한 일',
  noCommands: 'kafka-lessons에 입력한 명령이 없습니다.',
  exit: ({ exit }) => `종료 코드 ${exit}`,
  stopped: '중지됨',
  doneForYou: '대신 함',
  unseen: '다른 터미널이나 셸에서 한 일은 여기에 나오지 않습니다.',
  wrong: '도중에 눈에 띈 것',
  brokeAgain: '고쳐졌다가 다시 고장 났습니다.',
  nothingWrong: '잘못된 일이 없었습니다.',
};
