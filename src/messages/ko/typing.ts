import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

const kinds = { topic: '토픽', group: '그룹', connector: '커넥터' } as const;

/** The command line while it is typed: completion, pasted lines, and what is probably meant. */
export const typing: Messages['typing'] = {
  labels: {
    complete: '완성',
    another: '다음 것',
    take: '이 줄 넣기',
    close: '닫기',
    mend: '고치기',
    runAnyway: '그대로 실행',
  },
  help: {
    take: '빈 줄에서: 보이는 명령 넣기',
    complete: '도구, 옵션, 클러스터에 있는 이름을 완성하기. 다시 누르면 다음 것으로 바꾸기',
    older: '앞서 입력한 명령 가운데 입력한 글자로 시작하는 것 부르기',
  },
  more: ({ count }) => `${count}개 더 있습니다. 더 입력하면 좁혀집니다`,
  nothing: '여기에서는 완성할 것이 없습니다.',
  wanted: ({ option, value, about }) => `${option} 뒤에는 값이 필요합니다 (${value}): ${about}.`,
  waiting: ({ count }) =>
    `${count}줄이 더 기다립니다. Enter로 이 줄을 실행하면 다음 줄이 올라옵니다. Esc로 모두 버립니다.`,
  waitingHere: ({ count }) => `${count}줄이 더 기다립니다. 이 명령이 끝나면 다음 줄이 올라옵니다.`,
  dropped: ({ count }) => `붙여 넣은 줄 가운데 기다리던 ${count}줄을 버렸습니다.`,

  mended: 'Tab',
  runAnyway: '입력한 대로 실행하려면 Enter를 다시 누르세요.',
  runMended: 'Tab을 누르면 이 줄로 바뀝니다.',
  unknownOption: ({ option, tool }) => `${tool}에는 ${option} 옵션이 없습니다.`,
  tabShows: '그것을 지우고 Tab을 누르면 쓸 수 있는 옵션이 보입니다.',
  formerly: ({ option, now }) => `Kafka 4에는 ${josa(option, '이/가')} 없습니다. 지금은 ${josa(now, '을/를')} 씁니다.`,
  noValue: ({ option }) => `${option} 뒤에 값이 없습니다.`,
  valueIs: ({ about }) => `이 옵션의 뜻: ${about}.`,
  takenForValue: ({ word, option }) =>
    `바로 뒤의 단어를 값으로 읽습니다. 여기에서는 ${josa(word, '이/가')} ${option}의 값이 됩니다.`,
  writeValue: ({ option, value }) => `이렇게 쓰세요: ${option} ${value}`,
  noServer: ({ tool }) => `Kafka가 어디에 있는지 ${tool}에 알려 주지 않았습니다.`,
  noServerWhy: '--bootstrap-server와 브로커의 주소가 필요합니다.',
  meant: ({ line }) => `혹시 이렇게 쓰려던 것인가요? ${line}`,
  noSuch: ({ what, name, similar }) => `${kinds[what]} ${josa(name, '은/는')} 없었습니다. ${similar}.`,
};
