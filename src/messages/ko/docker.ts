import type { Messages } from '../index.ts';

/** What the Docker engine says; what keeps Docker from being used is told by the doctor's sentences. */
export const docker: Messages['docker'] = {
  cannotLook: '무엇이 실행 중인지 Docker에 물어볼 수 없었습니다.',
  cannotStop: 'Docker가 레슨의 컨테이너를 멈추지 못했습니다.',
  tooSlow: 'Docker가 그 일을 끝내지 못했습니다.',
  orNative: ({ next }) => `${next}\n또는 Docker 없이: kafka-lessons --engine native`,
  useNative: 'kafka-lessons --engine native',
  serviceUnknownWhy: '이 버전의 Docker 엔진에는 Kafka와 Connect, 데이터베이스가 있고 박물관은 없습니다.',
};
