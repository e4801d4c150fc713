import type { Messages } from '../index.ts';

/** What `--plain` says: lines that are only ever added. */
export const plain: Messages['ui']['plain'] = {
  keys: ({ main }) => `[Enter ${main} | ? 키 | q 끝내기]`,
  busyKeys: '[x 중지 | q 끝내기]',
  quizKeys: '[답의 번호를 입력, 여럿이면 띄어서 | ? 키 | q 끝내기]',
  inputKeys: '[입력한 줄이 모두 보내짐 | . 입력 끝 | .x 명령 중지]',
  help: [
    '키를 입력하고 Enter를 누르세요.',
    '  Enter만       주된 동작. 대괄호 안에 이름이 있습니다',
    '  1 또는 1 3    퀴즈의 답',
    '  h             힌트',
    '  n, p          다음 단계, 이전 단계',
    '  r             단계를 한 번 더 실행',
    '  e             단계의 파일을 편집기로 열기. 어디에 있는지도 알려 줍니다',
    '  s             단계를 대신 해 줌. 건너뜀으로 기록됩니다',
    '  /COMMAND      직접 쓴 명령 실행. 예: /kafka-topics.sh --bootstrap-server localhost:9092 --list',
    '  l             레슨과 단계. l 5는 5번 단계를 엽니다',
    '  y             단계의 명령만',
    '  v             지금의 Kafka: 브로커, 토픽, 그룹, 마지막 레코드',
    '  t             단계의 본문을 한 번 더',
    '  o             다른 언어: English',
    '  x             실행 중인 것을 중지',
    '  q             끝내기. 다음에 여기에서 이어집니다',
  ],
  place: ({ title, place, percent }) => `${title} ${place}, 과정의 ${percent}`,
  phases: {
    preparing: '준비하는 중입니다. x와 Enter로 취소합니다.',
    running: '실행 중입니다. x와 Enter로 중지합니다.',
    checking: '결과를 확인하는 중입니다.',
    watching: '지켜보는 중입니다. 다 되면 저절로 초록색으로 바뀝니다. /COMMAND로 명령을 실행합니다.',
  },
  board: ({ mended, total }) =>
    `고침 ${mended}/${total}. 계속 살펴보고 있습니다. /COMMAND로 명령을 실행하고, h로 힌트를 봅니다.`,
  skipAsk: 'Enter는 건너뛰기, n은 그만두기.',
  unknown: ({ text }) => `"${text}": 여기에는 없는 키입니다. ?로 키를 볼 수 있습니다.`,
  answers: '보기:',
};
