import { database as en } from '../en/database.ts';
import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What is said of the lessons' databases and their answers. */
export const database: Messages['database'] = {
  at: ({ database, address }) => `${address}의 ${database} 데이터베이스`,
  noAnswer: ({ service }) => `${josa(service, '이/가')} 응답하지 않습니다.`,
  // What a statement prints is a tool's output: lessons quote it, and their checks look at it, in one language.
  rows: en.rows,
  changed: en.changed,
  nothingChanged: en.nothingChanged,
  error: ({ message, errno, sqlState }) => `ERROR ${errno} (${sqlState}): ${message}`,
  notDropped: ({ database }) => `${database}의 테이블을 지우지 못했습니다.`,
};
