import type { Messages } from '../index.ts';
import { josa } from './particles.ts';
import { named } from './service-names.ts';

const these = (steps: number): string => (steps === 1 ? '이 레슨에서 마친 단계를' : `이 레슨에서 마친 ${steps}단계를`);

/** What a session tells: how commands ended, what it did to the environment. */
export const session: Messages['session'] = {
  brokerAt: ({ address }) => `${address}의 브로커`,
  serviceNeverStarted: ({ service }) => `아직 시작된 적 없는 ${named(service)}`,
  serviceItself: ({ service }) => named(service),
  startedAgain: ({ service }) =>
    `${josa(named(service), '이/가')} 멈춰 있어 다시 켰습니다. 저장되어 있던 것은 그대로 있습니다.`,
  closed: 'kafka-lessons를 닫는 중입니다.',
  commandEndedWell: '명령이 잘 끝났습니다',
  commandFailedAsWanted: '예상대로 명령이 실패했습니다',
  endedWell: '잘 끝남',
  exited: ({ exit }) => `종료 코드 ${josa(exit, '으로/로')} 끝남`,
  givenUp: ({ line }) => `시작하기 전에 중지했습니다: ${line}`,
  endedBySignal: '밖에서 중지시킴',
  timedOut: '너무 오래 걸려 중지함',
  shouldHaveFailed: '거부되어야 하는데 잘 끝남',
  rebuilding: ({ steps }) => `클러스터가 새것입니다. ${these(steps)} 다시 실행합니다.`,
  performedFor: ({ steps }) => `이 레슨에서 앞에 있는 단계 ${steps}개를 대신 실행합니다.`,
  goingOn: ({ steps }) => `지난번에 이 레슨을 끝까지 되돌리지 못했습니다. ${these(steps)} 다시 실행합니다.`,
  setupAgain: '클러스터가 새것이어서, 이 단계의 처음에 고장 나 있던 것을 다시 고장 냅니다.',
  setupFailed: ({ line, problem }) =>
    `이 단계를 준비하지 못했습니다. 필요한 명령은 ${line}인데, 문제가 생겼습니다: ${problem}.`,
  setupUnfinished: '이 단계를 준비하지 못했습니다. 명령은 잘 끝났지만 그 결과로 되어야 할 것이 되지 않았습니다.',
  setupNotReached: ({ label, expected, actual }) => `${label}: 기대 ${expected}, 실제 ${actual}.`,
  setupNext: 'Enter로 다시 해 봅니다. 또 안 되면 무엇이 문제일 수 있는지 kafka-lessons doctor가 알려 줍니다.',
  leftovers: ({ names }) => `이 레슨을 전에 하다가 남은 것을 지웠습니다: ${names}.`,
  servicesAligned: ({ names }) => `이 단계에 필요한 상태로 되돌렸습니다: ${names.join(', ')}.`,
  topicNotDeleted: ({ topic }) => `토픽 ${josa(topic, '을/를')} 지우지 못했습니다.`,
  topicNotDeletedWhy: ({ error }) => `Kafka가 거부합니다: ${error}.`,
  holdsNoMore: ({ checks }) =>
    `다시 보니 단계를 마쳤을 때와 달라졌습니다: ${checks.join(', ')}. 단계는 마친 것으로 남습니다. r로 다시 할 수 있습니다.`,
  environment: '환경',
  madeAnew: '레슨을 이 단계의 처음으로 되돌리고, 거기에서부터 단계를 실행했습니다.',
  busy: '앞서 시킨 일이 아직 끝나지 않았습니다. Ctrl+C로 중지하세요.',
  fault: ({ problem }) => `kafka-lessons 자체에 문제가 생겼습니다: ${problem}. Enter로 다시 해 보세요.`,
};
