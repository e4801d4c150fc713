import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** Connect and the databases, as the native engine has them. */
export const services: Messages['services'] = {
  connectParts: '커넥터를 실행하는 워커, Java 프로세스 하나',
  databaseParts: '자기 데이터를 가진 MariaDB 서버',

  serverMissing: ({ system }) =>
    `MariaDB가 없습니다. 이 컴퓨터에 mariadbd가 없고, ${system}용으로 내려받을 것도 없습니다.`,
  serverMissingWhy: '레슨의 데이터베이스는 저마다 자기 데이터를 가진 MariaDB 서버입니다.',
  serverFound: ({ path }) => `MariaDB (${path})`,
  serverHere: 'MariaDB 11.4.5 (내려받은 것)',
  serverToFetch: 'MariaDB가 설치되어 있지 않습니다. 데이터베이스가 처음 필요한 레슨에서 한 번 내려받습니다(149 MB).',
  serverNotNow: '데이터베이스를 쓰지 않는 레슨은 그것 없이도 할 수 있습니다.',
  diskForMore: ({ needed }) =>
    `커넥터와 데이터베이스에는 약 ${needed} MB가 필요합니다. 그것을 쓰지 않는 레슨은 더 적어도 됩니다.`,
  initFailed: ({ service, folder }) => `데이터베이스 ${service}의 데이터 폴더를 준비하지 못했습니다: ${folder}`,
  notRunnable: ({ path }) => `MariaDB를 시작하지 못했습니다: ${path}`,

  whichDatabase: 'mariadb에는 먼저 데이터베이스 이름을 써야 합니다: shop 또는 warehouse.',
  whichDatabaseNext: 'mariadb shop -e "SHOW TABLES"',
  noClient: '이 컴퓨터에 mariadb 클라이언트가 없습니다.',
  databaseDown: ({ service }) => `데이터베이스 ${josa(service, '은/는')} 아직 시작된 적이 없습니다.`,
  upCommand: ({ service }) => `kafka-lessons up ${service}`,
};
