import { own as en } from '../en/own.ts';
import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What the program's own commands say: `kafka-lessons stop broker-2`, `watch`, `probe`, `properties`. */
export const own: Messages['own'] = {
  unknownVerb: ({ verb }) =>
    verb === ''
      ? 'kafka-lessons만 쓰면 바로 이 프로그램입니다.'
      : `여기에서는 ${josa(`"kafka-lessons ${verb}"`, '을/를')} 쓸 수 없습니다.`,
  verbs: ({ verbs }) => `여기에서 쓸 수 있는 것: ${verbs.join(', ')}.`,
  elsewhere: '다른 명령은 따로 연 터미널에서 씁니다.',
  didYouMean: ({ name }) => `혹시 ${josa(name, '을/를')} 쓰려던 것인가요?`,
  oneTarget: ({ verb }) => `kafka-lessons ${verb}에는 이름 하나를 써야 합니다.`,
  exampleTarget: ({ verb }) => `kafka-lessons ${verb} broker-2`,
  unknownTarget: ({ name }) => `시작하거나 멈출 수 있는 것 가운데 ${josa(name, '은/는')} 없습니다.`,
  targets: '클러스터의 브로커는 broker-1, broker-2, broker-3입니다.',
  controllerStays: ({ name }) => `${josa(name, '은/는')} 계속 켜져 있어야 합니다.`,
  controllerStaysWhy:
    '이 브로커는 컨트롤러이기도 해서, 이것이 없으면 새 리더를 뽑을 수 없습니다. 실제 운영에서는 컨트롤러 셋이나 다섯이 그 일을 나누어 합니다.',
  watchWhat: ({ subject }) =>
    subject === '' ? '무엇을 지켜볼지 쓰지 않았습니다.' : `${josa(`"${subject}"`, '은/는')} 지켜볼 수 없습니다.`,
  exampleWatch: 'kafka-lessons watch topic NAME 또는 kafka-lessons watch group NAME',
  oneName: ({ subject }) => `kafka-lessons watch ${subject}에는 이름 하나를 써야 합니다.`,
  oneAddress: 'kafka-lessons probe에는 주소 하나를 HOST:PORT 형식으로 써야 합니다.',
  exampleProbe: 'kafka-lessons probe localhost:9092',

  oneFile: 'kafka-lessons properties에는 파일 하나를 써야 합니다.',
  exampleProperties: 'kafka-lessons properties connect-distributed.properties',
  noFile: ({ file }) => `여기에 ${file} 파일이 없습니다 (There is no file ${file} here).`,
  noProperties: '설정 없음',
  malformedAt: ({ file, line }) => `${file}, ${line}번째 줄: \\u 뒤에는 16진수 네 자리가 와야 합니다.`,
  malformedInJava: 'Java는 이 파일을 하나도 읽지 않습니다: IllegalArgumentException: Malformed \\uxxxx encoding.',

  // Lessons quote these lines, and their checks look at them: a tool's output, in one language.
  done: en.done,

  watchHead: ({ name, time }) => `${name}, ${time}`,
  partition: ({ partition }) => `파티션 ${partition}`,
  leader: ({ id }) => `리더 ${id}`,
  noLeader: '리더 없음',
  // The same holds for what is in sync.
  inSync: en.inSync,
  outOfSync: en.outOfSync,
  noTopic: ({ name }) => `아직 토픽 ${name} 없음`,
  noGroup: ({ name }) => `아직 그룹 ${name} 없음`,
  emptyGroup: ({ state }) => `${state}, 멤버 없음`,
  groupHead: ({ state, members }) => `${state}, 멤버 ${members}개`,
  nothingHeld: '파티션 없음',
  noAnswer: '응답하는 브로커 없음',
  maybeOld: ({ ids }) => `브로커 ${ids.join(', ')} 응답 없음, 그 브로커가 리더이던 파티션은 옛 모습일 수 있음`,
};
