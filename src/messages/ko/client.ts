import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What is told of a client's way: by checks, and by `kafka-lessons probe`. */
export const client: Messages['client'] = {
  /** How an address fails; stands in a column, without a full stop. */
  problem: {
    'unknown-name': '이 컴퓨터가 모르는 이름',
    refused: '연결을 거부함',
    'no-route': '이 컴퓨터에서 닿을 수 없음',
    silent: '응답 없음',
    closed: '연결을 받았다가 바로 끊음',
    'not-kafka': '응답하지만 Kafka 브로커가 아님',
  },
  /** What that means, as the end of a sentence. */
  reason: {
    'unknown-name':
      '이 컴퓨터는 그 이름의 주소를 찾지 못합니다. 컨테이너의 이름은 그 컨테이너 네트워크 안에서만 통합니다',
    refused: '그 포트에서 듣고 있는 프로그램이 없습니다',
    'no-route': '여기에서 그곳으로 가는 길이 없습니다. 컨테이너 네트워크의 주소는 그 안의 컨테이너를 위한 것입니다',
    silent: '시간 안에 아무 답도 오지 않았습니다. 방화벽 뒤에 있는 주소이거나, 그곳의 프로그램이 멈춰 있을 수 있습니다',
    closed: 'Docker가 공개한 포트는 컨테이너 안에서 아무도 듣고 있지 않을 때 이렇게 동작합니다',
    'not-kafka': '다른 프로그램이 듣고 있거나, 평문 클라이언트용이 아닌 Kafka 리스너입니다',
  },
  otherCluster: ({ clusterId }) => `다른 클러스터가 응답함 (${clusterId})`,
  noRead: ({ error }) => `읽지 못하게 함 (${error})`,

  // Checks.
  answers: '응답함',
  noAnswer: '응답 없음',
  sentTo: ({ addresses }) =>
    addresses.length === 0 ? '안내받은 브로커 없음' : `안내받은 주소 ${addresses.join(', ')}`,
  works: '클라이언트가 읽을 수 있음',
  worksNot: '클라이언트가 읽을 수 없음',
  stuckAt: ({ address, problem }) => `안내받은 ${address}: ${problem}`,
  advertised: '클라이언트는 브로커가 advertised.listeners로 안내하는 주소로 갑니다',
  hangs: ({ address }) =>
    `브로커가 ${josa(address, '을/를')} 광고합니다. 클라이언트는 그 주소로 가서 계속 다시 시도하므로 멈춘 것처럼 보입니다`,
  otherClusterWhy: ({ address }) => `브로커가 ${josa(address, '을/를')} 광고하는데, 그곳에는 다른 Kafka가 있습니다`,
  noReadWhy: '그곳의 브로커가 아직 준비되지 않았거나, 뜻한 브로커가 아닙니다',
  noBrokersWhy: '막 시작했거나 곧 멈출 브로커는 아는 브로커가 없습니다',

  // kafka-lessons probe
  // Checks of lessons look for the words answers and works in what it prints: they stay, as a tool's verdict.
  clusterAnswers: ({ clusterId, count }) => `answers: 응답함 (클러스터 ${clusterId}, 브로커 ${count}대)`,
  sendsTo: '클라이언트에게 안내하는 곳',
  toldBroker: ({ address, id }) => `${address} (브로커 ${id})`,
  nobody: '브로커 없음',
  read: ({ topic, partition }) => `클라이언트가 읽을 수 있음 (토픽 ${topic}, 파티션 ${partition})`,
  nothingToRead: '응답함. 아직 읽을 토픽이 없음',
  soNoAnswer: ({ reason }) => `그래서 클라이언트는 시작도 하지 못합니다: ${reason}.`,
  soWorks: ({ address }) => `works: ${address}에서 출발한 클라이언트는 잘 동작합니다. 안내받은 브로커에 모두 닿습니다.`,
  soHangs: '그래서 클라이언트는 연결한 뒤 닿을 수 없는 주소로 안내받고, 계속 다시 시도합니다. 멈춘 것처럼 보입니다.',
  soHangsInPart:
    '그래서 클라이언트는 일부 브로커가 리더인 것만 읽고, 나머지는 계속 다시 시도합니다. 멈춘 것처럼 보입니다.',
  soOtherCluster: '그래서 클라이언트는 처음 물어본 Kafka가 아닌 다른 Kafka로 안내받고, 거기에서 토픽을 찾지 못합니다.',
  soNoRead: '그래서 클라이언트는 그곳에 닿기는 하지만 지금은 읽을 수 없습니다. 잠시 뒤에 다시 물어보세요.',
  soNoBrokers: '그래서 클라이언트는 갈 곳이 없습니다. 브로커가 막 시작했거나 곧 멈춥니다. 잠시 뒤에 다시 물어보세요.',
  mendAdvertised:
    '브로커의 advertised.listeners 설정이 클라이언트를 안내할 곳을 정합니다. 클라이언트가 닿을 수 있는 주소여야 합니다.',
};
