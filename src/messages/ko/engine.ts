import type { Messages } from '../index.ts';
import { josa } from './particles.ts';
import { named } from './service-names.ts';

const doctor = 'kafka-lessons doctor';
const up = 'kafka-lessons up';
const museum = 'kafka-lessons up museum';

const mavenWhy = 'Maven이 Kafka를 한 번 내려받습니다(54 MB). KAFKA_HOME에 압축을 푼 Kafka 4가 있어도 됩니다.';

export const engine: Messages['engine'] = {
  javaFound: ({ version, path }) => `Java ${version} (${path})`,
  javaMissing: ({ oldest }) => `Java가 없습니다. JAVA_HOME에도 PATH에도 Java ${oldest} 이상이 없습니다.`,
  javaTooOld: ({ version, oldest, path }) =>
    `Java ${josa(version, '은/는')} 너무 오래되었습니다. ${oldest} 이상이 필요합니다 (${path}).`,
  javaWhy: 'Kafka 4는 Java 17 이상에서 실행됩니다.',

  mavenFound: ({ path }) => `Maven (${path})`,
  mavenNotNeeded: 'Maven이 설치되어 있지 않지만 필요하지 않습니다. Kafka가 이미 있습니다.',
  mavenMissing: 'Maven이 없습니다. PATH에 mvn이 없습니다.',
  mavenWhy,
  mavenFor: {
    kafka: mavenWhy,
    museum: 'Maven이 Kafka 2.8.1과 그 ZooKeeper를 한 번 내려받습니다(37 MB).',
    plugins: 'Maven이 커넥터를 한 번 내려받습니다(84 MB).',
    mariadb: 'Maven이 MariaDB 서버를 한 번 내려받습니다(149 MB). 설치된 MariaDB가 있으면 그것을 써도 됩니다.',
  },
  mavenFailed: {
    kafka: 'Maven이 Kafka를 내려받지 못했습니다.',
    museum: 'Maven이 Kafka를 내려받지 못했습니다.',
    plugins: 'Maven이 커넥터를 내려받지 못했습니다.',
    mariadb: 'Maven이 MariaDB를 내려받지 못했습니다.',
  },
  mavenSilent: '이유는 알려 주지 않았습니다.',
  mavenFailedNext: '네트워크와 디스크의 남은 공간을 확인하고 다시 해 보세요.',

  kafkaHomeFound: ({ version, path }) => `KAFKA_HOME의 Kafka ${version} (${path})`,
  kafkaHomeWrong: ({ path }) => `KAFKA_HOME에 Kafka가 없습니다: ${path}`,
  kafkaHomeWhy: '그 안의 libs 폴더에 압축을 푼 Kafka 4의 jar가 있어야 합니다(-src 압축 파일이 아닙니다).',
  kafkaHomeOld: ({ path, version }) => `KAFKA_HOME에 있는 것은 Kafka ${version}입니다: ${path}`,
  kafkaHomeOldWhy: '레슨에는 Kafka 4.0 이상이 필요합니다.',
  kafkaHomeNext: 'KAFKA_HOME이 압축을 푼 Kafka 4를 가리키게 하거나, KAFKA_HOME을 없애 Kafka를 내려받게 하세요.',

  jarsFound: ({ version, count }) => `Kafka ${version} (jar ${count}개)`,
  jarsMissing: 'Kafka가 아직 없습니다.',
  jarsMissingWhy: '첫 레슨을 시작할 때 한 번 내려받습니다(54 MB).',
  jarsDamaged: ({ what }) => `Kafka의 파일이 손상되었습니다: ${what}`,
  jarsDamagedWhy: '두 번 내려받았지만 온전하지 않습니다.',
  museumMissing: 'Kafka 2.8.1이 아직 없습니다.',
  museumMissingWhy: '박물관이 처음 필요할 때 한 번 내려받습니다(37 MB).',
  museumCommand: museum,
  archiveFailed: 'Kafka 도구를 더 빨리 시작하게 하는 아카이브를 만들지 못했습니다. 도구는 그것 없이도 동작합니다.',

  memory: ({ megabytes }) => `메모리: ${megabytes} MB`,
  memoryWhy: ({ needed }) => `브로커와 도구에 약 ${needed} MB가 필요합니다. 느리면 다른 프로그램을 닫으세요.`,
  disk: ({ megabytes }) => `남은 디스크 공간: ${megabytes} MB`,
  diskWhy: ({ needed }) => `약 ${needed} MB가 필요합니다. 디스크가 가득 차면 브로커가 멈춥니다.`,

  portFree: ({ port }) => `포트 ${josa(port, '은/는')} 비어 있습니다.`,
  portOurs: ({ port }) => `포트 ${josa(port, '은/는')} 레슨의 브로커가 쓰고 있습니다.`,
  portTaken: ({ port }) => `포트 ${josa(port, '은/는')} 다른 프로그램이 쓰고 있습니다.`,
  portTakenByKafka: ({ port }) => `포트 ${josa(port, '은/는')} 다른 Kafka가 쓰고 있습니다.`,
  portTakenWhy: ({ port }) =>
    `레슨의 브로커는 대신 빈 포트를 씁니다. 명령에는 그대로 localhost:${josa(port, '이라/라')}고 쓰면 됩니다. 그 브로커로 보내 드립니다.`,

  brokerRunning: ({ service, address, pid }) =>
    `${josa(named(service), '이/가')} ${address}에서 실행 중입니다 (pid ${pid}).`,
  brokerStarting: ({ service, pid }) =>
    `${josa(named(service), '이/가')} 실행 중이지만 아직 응답하지 않습니다 (pid ${pid}).`,
  brokerStopped: ({ service }) => `${josa(named(service), '은/는')} 멈춰 있습니다. 필요한 레슨이 시작될 때 켜집니다.`,
  brokerAbsent: '아직 브로커가 없습니다. 첫 레슨에서 만들어집니다.',
  formatFailed: ({ folder }) => `브로커의 데이터 폴더를 준비하지 못했습니다: ${folder}`,
  brokerFailed: ({ name }) => `${josa(named(name), '이/가')} 시작되지 않았습니다.`,
  brokerFailedWhy: ({ cause, log }) => `${cause}\n로그: ${log}`,
  brokerSilent: ({ name, seconds }) =>
    `${josa(named(name), '이/가')} 실행 중이지만 ${seconds}초 동안 응답하지 않았습니다.`,
  brokerSilentWhy: ({ log }) => `로그에 이유가 있을 수 있습니다: ${log}`,
  noSuchBroker: ({ name }) => `클러스터에 ${josa(name, '이/가')} 없습니다.`,
  memoryRefused: ({ service, needed, megabytes }) =>
    `${named(service)}에는 메모리 약 ${needed} MB가 필요한데, 쓸 수 있는 것은 ${megabytes} MB입니다.`,
  brokers: ({ count }) => `브로커 ${count}대, 각각 별도의 Java 프로세스`,
  museumBroker: '박물관의 브로커',
  museumZooKeeper: '박물관의 ZooKeeper',
  museumParts: 'ZooKeeper와 브로커, 각각 별도의 Java 프로세스',
  memoryRefusedWhy: ({ parts }) => `구성: ${parts}. 아무것도 시작하지 않았고, 실행 중이던 것은 그대로입니다.`,
  memoryRefusedNext: '다른 프로그램을 닫고 다시 해 보세요.',
  noCause: '로그에 이유가 없습니다.',

  leftover: ({ path }) => `중단된 작업이 남긴 것: ${path}`,
  leftoverWhy: '해롭지 않으며, 다음에 내려받거나 시작할 때 없어집니다.',

  installByHand: {
    java: '패키지 관리자로 Java 21을 설치하세요',
    maven: '패키지 관리자로 Apache Maven을 설치하세요',
    docker: '패키지 관리자로 Docker와 compose 플러그인을 설치하세요',
    compose: '패키지 관리자로 Docker의 compose 플러그인을 설치하세요',
    mariadb: '패키지 관리자로 MariaDB 서버를 설치하세요',
  },
  installFromDocker: {
    docker: 'Docker가 제공하는 패키지로 Docker Engine을 설치하세요: docs.docker.com/engine/install',
    compose: 'Docker가 제공하는 패키지로 docker-compose-plugin을 설치하세요: docs.docker.com/engine/install',
  },

  doctorNext: doctor,
  upCommand: up,
  clusterNotRunning: '클러스터가 실행 중이 아닙니다.',
  upClusterNext: 'kafka-lessons up cluster',
  downNext: 'kafka-lessons down',

  engineUnknown: ({ engine: name }) => `${josa(name, '이라/라')}는 엔진은 없습니다.`,
  enginesKnown: '--engine docker 또는 --engine native를 쓰세요.',
  serviceUnknown: ({ service }) => `서비스 ${josa(service, '을/를')} 시작할 수 없습니다.`,
  serviceUnknownWhy: '이 버전의 native 엔진에는 그 서비스가 없습니다.',

  toolUnknown: ({ tool }) => `${josa(tool, '이라/라')}는 Kafka 도구는 없습니다.`,
  didYouMean: ({ name }) => `혹시 ${josa(name, '을/를')} 쓰려던 것인가요?`,
  zooKeeperMissing: 'zookeeper-shell.sh에는 먼저 ZooKeeper의 주소를 써야 합니다.',
  zooKeeperExample: 'zookeeper-shell.sh localhost:2181 ls /',
  toolUnknownNext: 'Kafka 도구의 이름은 kafka-나 connect-로 시작합니다. 예: kafka-topics.',
};
