import type { Messages } from '../index.ts';

const kept = '지금부터 하는 일은 기억되지 않습니다';

/** The progress file and its lock. */
export const progress: Messages['progress'] = {
  newer: ({ path }) => `진도 파일이 더 새로운 kafka-lessons로 저장되었습니다: ${path}`,
  newerWhy: '이 버전은 그 형식을 모르므로 파일을 건드리지 않습니다.',
  newerNext: '더 새로운 버전을 실행하세요. 예: npx kafka-lessons@latest',
  unreadable: ({ path, reason }) => `진도 파일을 읽을 수 없습니다 (${reason}): ${path}`,
  unreadableNext: '파일을 읽을 수 있게 권한을 바꾸고 다시 시작하세요.',
  damaged: ({ path }) => `진도 파일이 손상되었습니다: ${path}`,
  damagedWhy: '온전한 사본도 없습니다.',
  damagedNext: 'kafka-lessons를 시작하세요. 파일을 옆으로 옮겨 두고 새로 시작합니다.',

  damagedRestored: ({ aside }) =>
    `진도 파일이 손상되어 바로 전 사본을 씁니다. 마지막 단계가 빠졌을 수 있습니다. 손상된 파일은 여기로 옮겼습니다: ${aside}`,
  damagedLost: ({ aside }) =>
    `진도 파일이 손상되었고 온전한 사본이 없어 과정을 처음부터 시작합니다. 손상된 파일은 여기로 옮겼습니다: ${aside}`,
  missingRestored: '진도 파일이 없어 바로 전 사본을 씁니다. 과정을 처음부터 다시 시작하려면: kafka-lessons reset',
  cannotMove: ({ path }) => `${path} (옮기지 못했습니다)`,

  locked: ({ pid }) =>
    pid === undefined ? 'kafka-lessons가 이미 열려 있습니다.' : `kafka-lessons가 이미 열려 있습니다 (프로세스 ${pid}).`,
  lockedWhy: '둘을 함께 쓰면 서로의 진도를 덮어쓰게 됩니다.',
  lockedNext: '다른 터미널로 돌아가거나, 거기에서 q로 끝내고 다시 시작하세요.',
  lockLost: '다른 kafka-lessons가 진도 파일을 넘겨받았습니다.',
  lockLostWhy: `컴퓨터가 오래 절전 상태였을 때처럼, 이 프로그램이 한동안 응답하지 않았습니다. ${kept}.`,
  lockLostNext: '여기에서는 q로 끝내고, 다른 터미널에서 이어 가세요.',

  notSaved: '진도를 저장할 수 없습니다.',
  diskFull: ({ home }) => `디스크가 가득 찼습니다: ${home}`,
  readOnly: ({ home }) => `이 폴더에 쓸 수 없습니다: ${home}`,
  otherReason: ({ home, reason }) => `${home}: ${reason}`,
  diskFullNext: '공간을 조금 비우세요. 그동안 계속할 수 있으며, 단계마다 다시 저장해 봅니다.',
  readOnlyNext:
    '그 폴더에 쓸 수 있게 하거나, KAFKA_LESSONS_HOME으로 다른 폴더를 지정하세요. 그동안 계속할 수 있습니다.',
};
