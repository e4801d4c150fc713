import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What is said of Kafka Connect and its REST interface. */
export const connect: Messages['connect'] = {
  at: ({ address }) => `${address}의 Kafka Connect`,
  noAnswer: ({ origin }) => `${origin}에서 아무것도 응답하지 않습니다.`,
  rebalance: '워커가 리밸런스하는 중입니다',
  rebalancing: 'Kafka Connect가 리밸런스하는 중입니다 (409). 요청을 다시 보냅니다.',
  refused: '아직 그곳에서 듣고 있는 프로그램이 없습니다. 요청을 다시 보냅니다.',
  notRemoved: ({ name }) => `커넥터 ${josa(name, '을/를')} 지우지 못했습니다.`,
  stillThere: 'Kafka Connect가 제시간에 끝내지 못했습니다.',
};
