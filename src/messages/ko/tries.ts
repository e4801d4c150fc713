import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

const quoted = (text: string): string => `"${text.replaceAll(/\s+/g, ' ').slice(0, 60)}"`;

export const tries: Messages['tries'] = {
  wantsList: '여기에는 목록이 와야 합니다. 항목마다 step과 tries가 있습니다.',
  noDeed: ({ key }) => `${josa(quoted(key), '은/는')} 배우는 사람이 하는 일이 아닙니다.`,
  twoDeeds: ({ first, second }) =>
    `한 번에 하나씩 합니다. ${josa(first, '과/와')} ${josa(second, '은/는')} 따로 쓰세요.`,
  unknownStep: ({ step }) => `이 레슨에는 ${quoted(step)} 단계가 없습니다.`,
  noMistakes: ({ step }) => `${step} 단계에는 mistakes가 없습니다.`,
  unknownMistake: '이 단계에는 이렇게 시작하는 실수가 없습니다.',
  mistakesAre: ({ sayings }) => `이렇게 시작합니다: ${sayings.map((say) => quoted(say.slice(0, 40))).join(', ')}.`,
  severalMistakes: ({ count }) => `이렇게 시작하는 실수가 이 단계에 ${count}개 있습니다. 문장을 더 쓰세요.`,
  noGiven: ({ file, step }) => `${step} 단계와 그 앞의 단계에는 ${quoted(file)} 파일이 없습니다.`,
  noSolution: ({ file, step }) => `${step} 단계와 그 앞의 단계에는 ${quoted(file)} 파일의 풀이가 없습니다.`,
  notInFile: ({ file }) => `${quoted(file)} 파일에는 이런 글자가 없습니다.`,
  replaceAndWith: 'replace와 with는 함께 씁니다. 파일에 있는 글자와, 그 자리에 들어갈 글자입니다.',
  pressEnter: '"press: enter"만 쓸 수 있습니다.',
};
