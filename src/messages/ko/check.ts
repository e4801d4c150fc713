import type { Messages } from '../index.ts';
import { josa, particleFor } from './particles.ts';

const listOf = (items: readonly (string | number)[]): string => items.join(', ');

/** `브로커 1`, `브로커 1, 2, 3` */
const numbered = (what: string, numbers: readonly number[]): string => `${what} ${listOf(numbers)}`;

const kinds = { topic: '토픽', group: '그룹', setting: '설정', connector: '커넥터' } as const;

/** What checks say. `expected` and `actual` are one line each, without a full stop; they stand in columns. */
export const check: Messages['check'] = {
  // What a check looks at: one line, the same in the app and in `run`.
  labelTopic: ({ name }) => `토픽 ${name}`,
  labelRecords: ({ name }) => `${name}의 레코드`,
  labelPartition: ({ partition }) => `파티션 ${partition}`,
  labelKey: ({ key }) => `키 ${key}`,
  labelGroup: ({ name }) => `그룹 ${name}`,
  labelCluster: '클러스터',
  labelAt: ({ label, at }) => `${label} (${at === 'museum' ? '박물관' : at})`,
  labelClient: ({ address }) => `${address}에 접속하는 클라이언트`,
  labelConnect: 'Kafka Connect',
  labelConnector: ({ name }) => `커넥터 ${name}`,
  labelSql: ({ names }) => `${names.join('·')}의 행`,
  labelOutput: '출력',
  labelExit: '종료 코드',
  labelFile: ({ name }) => `파일 ${name}`,
  labelBatch: ({ name }) => `배치 파일 ${name}`,
  labelBackground: ({ name }) => `백그라운드 명령 ${name}`,

  // When nothing can be judged.
  noAnswer: ({ service }) => `${josa(service, '이/가')} 응답하지 않습니다`,
  startServices: 'kafka-lessons up (앱에서는 Enter)',
  couldNotLook: ({ problem }) => `확인하는 도중에 문제가 생겼습니다: ${problem}.`,
  badPattern: ({ pattern }) => `레슨에 쓰인 패턴이 올바른 정규식이 아닙니다: ${pattern}.`,
  clusterReady: '클러스터가 준비됨',
  clusterNotReady: ({ detail }) => `아직 준비되지 않음: ${detail}`,
  detailNoLeader: ({ topic, partition }) => `${topic}의 파티션 ${partition}에 리더가 없음`,
  detailNoBroker: ({ broker }) => `브로커 ${broker} 없음`,
  detailSilentBroker: ({ broker }) => `브로커 ${broker} 응답 없음`,
  detailShortLog: '로그가 예상보다 일찍 끝남',
  readableRecords: '압축하지 않았거나 gzip으로 압축한 레코드',
  compressedRecords: ({ codec }) => `${josa(codec, '으로/로')} 압축한 레코드`,
  compressedBecause: '이 프로그램은 그 압축을 풀지 못해 내용을 볼 수 없습니다',
  tooMuch: ({ records, megabytes }) =>
    `토픽이 너무 커서 다 확인할 수 없습니다. 확인은 레코드 ${records.toLocaleString('ko')}개나 ${megabytes} MB까지만 읽습니다.`,

  // Words.
  exists: '있음',
  none: '없음',
  noKey: '키 없음',
  noValue: 'null',
  inAll: ({ count }) => `(모두 ${count}개)`,
  similar: ({ what, found, difference }) =>
    difference === ''
      ? `비슷한 ${kinds[what]} ${josa(found, '이/가')} 있습니다`
      : `이름이 비슷한 ${kinds[what]} ${josa(found, '이/가')} 있습니다 (${difference})`,
  differsWithout: ({ text }) => `${josa(text, '이/가')} 빠짐`,
  differsWith: ({ text }) => `${josa(text, '이/가')} 더 붙음`,
  differsInCase: '대소문자가 다름',
  differsInForm: '글자를 조합한 방식이 다름',
  differsSwapped: ({ one, other }) => `${josa(one, '과/와')} ${other}의 순서가 다름`,
  differsInstead: ({ found, wanted }) => `${wanted} 자리에 ${josa(found, '이/가')} 들어감`,

  // Topics.
  noSuchTopic: '그런 토픽 없음',
  partitions: ({ count }) => `파티션 ${count}개`,
  partitionsOnlyGrow: '파티션은 늘릴 수만 있고 줄일 수 없습니다: 토픽을 지우고 다시 만드세요',
  leaders: ({ count, of }) => `리더 ${count}/${of}`,
  waitingForLeaders: '일부 파티션에 아직 리더가 없거나, 리더가 있던 브로커가 사라졌습니다',
  replicas: ({ count }) => `복제본 ${count}개`,
  inSync: ({ count }) => `ISR ${count}개`,
  partitionDiffers: ({ partition, count }) => `파티션 ${josa(partition, '은/는')} ${count}개입니다`,
  ledBy: ({ brokers }) => (brokers.length === 0 ? '리더 없음' : `리더는 ${numbered('브로커', brokers)}`),
  leadersOn: ({ count }) => `브로커 ${count}대에 나뉜 리더`,
  noLeader: ({ partition, replicas }) =>
    `파티션 ${partition}에 리더가 없습니다: 리더가 될 수 있는 복제본이 없습니다 (${numbered('브로커', replicas)})`,
  displaced: ({ partition, leader, preferred }) =>
    `선호 리더인 브로커 ${josa(preferred, '이/가')} ISR에 있는데도 파티션 ${partition}의 리더는 브로커 ${leader}입니다`,
  preferredNotInSync: ({ partition, leader, preferred }) =>
    `파티션 ${partition}의 리더는 브로커 ${leader}입니다: 선호 리더인 브로커 ${josa(preferred, '이/가')} ISR에 없습니다`,
  leads: ({ partition, leader }) =>
    `브로커 ${josa(leader, '이/가')} 파티션 ${partition}의 선호 리더이고 지금 리더입니다`,
  leadsThese: ({ leader, partitions }) =>
    `브로커 ${josa(leader, '은/는')} ${numbered('파티션', partitions)}의 리더입니다`,
  onlyFollows: ({ broker }) => `브로커 ${josa(broker, '은/는')} 어느 파티션의 선호 리더도 아닙니다`,
  holdsNoReplica: ({ broker }) => `브로커 ${broker}에는 이 토픽의 복제본이 없습니다`,
  internal: '내부 토픽',
  notInternal: '내부 토픽이 아님',
  setting: ({ key, value }) => `${key}=${value}`,
  settingMissing: ({ key }) => `${key} 설정 없음`,

  // Records.
  records: ({ count }) => `레코드 ${count}개`,
  atLeast: ({ count }) => `레코드 ${count}개 이상`,
  recordsMissing: ({ count }) => `레코드가 ${count}개 모자랍니다`,
  recordsOver: ({ count }) => `${count}개가 더 많습니다: 토픽은 앞서 시도하며 보낸 것까지, 받은 것을 모두 보관합니다`,
  values: ({ list }) => `값 ${list}`,
  keys: ({ list }) => `키 ${list}`,
  anyOrder: '(순서 무관)',
  otherOrder: '같은 것들이지만 순서가 다릅니다',
  sentAgain: '두 번 이상 있는 것이 있습니다: 다시 보냈기 때문입니다',
  missing: ({ list }) => `빠진 것: ${list}`,
  notWanted: ({ list }) => `없어야 할 것: ${list}`,
  missingAndNotWanted: ({ missing, extra }) => `빠진 것: ${missing}; 없어야 할 것: ${extra}`,
  straySpace: ({ found }) => `${found} 앞이나 뒤에 공백이 있습니다`,
  strayQuotes: ({ found }) => `${josa(found, '은/는')} 따옴표까지 함께 보낸 값입니다`,
  otherCase: ({ found }) => `${josa(found, '은/는')} 대소문자가 다릅니다`,
  otherForm: ({ found }) => `${josa(found, '은/는')} 똑같아 보이지만 글자를 다른 방식으로 조합했습니다`,
  noKeysSent: '레코드에 키가 없습니다: 프로듀서에게 키를 읽으라고 하지 않았습니다',
  keyInValue: ({ found }) => `${found}처럼 키가 값에 들어 있습니다: 프로듀서에게 키를 읽으라고 하지 않았습니다`,
  recordContains: ({ text }) => `${josa(text, '이/가')} 든 레코드`,
  noRecordContains: ({ text }) => `${josa(text, '이/가')} 든 레코드 없음`,
  headers: ({ list }) => `헤더 ${josa(list, '이/가')} 있는 레코드`,
  noRecordHeaders: '모두 있는 레코드는 없음',
  noHeadersSent: '레코드에 헤더가 없습니다: 프로듀서에게 헤더를 읽으라고 하지 않았습니다',
  headersFound: ({ list }) => `지금 있는 헤더: ${list}`,
  oneKeyOnePartition: ({ list }) => `키 ${list}: 키마다 한 파티션`,
  keyIn: ({ key, partitions }) => `${josa(key, '은/는')} ${numbered('파티션', partitions)}에`,
  keysThere: ({ list }) => `지금 있는 키: ${list}`,
  noRecordWithKey: ({ list }) => `키가 ${list}인 레코드 없음`,

  recordWithJson: ({ list }) => `다음에 맞는 레코드: ${list}`,
  noRecordWithJson: '모두 맞는 레코드는 없음',
  nearestRecord: ({ actual }) => `가장 비슷한 레코드: ${actual}`,
  tombstones: ({ count }) => `값이 없는 레코드 ${count}개`,
  tombstonesOf: ({ list }) => `그 키: ${list}`,

  // Groups.
  noSuchGroup: '그런 그룹 없음',
  groupIsGenerated: ({ name }) => `콘솔 컨슈머가 --group 없이 ${josa(name, '이라/라')}는 그룹으로 돌고 있습니다`,
  groupOfNewProtocol: '이 그룹은 새 프로토콜을 쓰는데, 이 프로그램은 그 멤버를 볼 수 없습니다',
  groupState: ({ state }) => `상태 ${state}`,
  members: ({ count }) => `멤버 ${count}개`,
  idleMembers: ({ count }) => `파티션이 없는 멤버 ${count}개`,
  groupRebalancing: '그룹이 파티션을 다시 나누고 있습니다',
  groupEmpty: ({ name }) => `그룹 ${name}에 실행 중인 컨슈머가 없습니다`,
  noTopic: ({ topic }) => `토픽 ${topic} 없음`,
  allHeldByOne: ({ topic }) => `${topic}의 모든 파티션을 각각 멤버 하나가 맡음`,
  heldByOne: ({ topic, count, of }) => `${topic}의 파티션 ${of}개 중 ${count}개를 각각 멤버 하나가 맡음`,
  heldByNobody: ({ topic, partitions }) =>
    `${topic}의 ${numbered('파티션', partitions)}${particleFor(partitions.at(-1) ?? '', '을/를')} 맡은 멤버가 없습니다`,
  heldBySeveral: ({ topic, partition, members }) =>
    `${topic}의 파티션 ${josa(partition, '을/를')} 멤버 ${members}개가 함께 맡고 있습니다`,
  noLeaderOf: ({ topic, partition }) => `${topic}의 파티션 ${partition}에 리더가 없어 아무도 읽을 수 없습니다`,
  readsOthers: ({ topics }) => `이 그룹의 멤버는 다른 토픽을 읽고 있습니다: ${listOf(topics)}`,
  lag: ({ count }) => `랙 ${count}`,
  noCommits: '아직 커밋 없음',
  topicLikePartition: ({ name, topic, partition }) =>
    `그룹이 읽은 토픽은 ${josa(name, '이/가')} 아니라 ${topic}입니다. ${topic}의 파티션 ${josa(partition, '은/는')} { ${topic}: { ${partition}: N } }처럼 씁니다`,
  commitsLater: '컨슈머는 읽은 위치를 몇 초마다, 그리고 끝날 때 커밋합니다',
  offset: ({ topic, partition, offset }) =>
    `${topic}${partition === undefined ? '' : ` 파티션 ${partition}`}의 오프셋 ${offset}`,

  // Cluster.
  brokers: ({ count }) => `브로커 ${count}대`,
  offlinePartitions: ({ count }) => `리더가 없는 파티션 ${count}개`,
  offlineExample: ({ topic, partition }) => `예를 들면 ${topic}의 파티션 ${partition}`,

  // Kafka Connect.
  connectReady: 'Kafka Connect가 준비됨',
  connectNotReady: ({ detail }) => `아직 준비되지 않음: ${detail}`,
  plugin: ({ name }) => `플러그인 ${name}`,
  noPlugin: ({ name }) => `플러그인 ${name} 없음`,
  pluginsThere: ({ list }) => `지금 있는 플러그인: ${list}`,
  noSuchConnector: '그런 커넥터 없음',
  connectorsThere: ({ list }) => `지금 있는 커넥터: ${list}`,
  connectorState: ({ state }) => `상태 ${state}`,
  connectorNoState: '아직 상태 없음',
  tasksRunning: ({ count }) => `태스크 ${count}개 RUNNING`,
  tasksIn: ({ state, count }) => `${count}개 ${state}`,
  failedWithoutTrace: '실패했지만 Kafka Connect가 이유를 알려 주지 않습니다',

  // Databases.
  rows: ({ count }) => `행 ${count}개`,
  rowsAre: ({ list, count }) => (count === 0 ? '행 0개' : `행 ${count}개: ${list}`),
  noColumn: ({ name, list }) => `열 ${josa(name, '이/가')} 없습니다. 있는 열: ${list}`,
  sameRows: ({ other }) => `${josa(other, '과/와')} 같은 행`,
  rowsOfBoth: ({ one, other }) => `다른 행 (여기 ${one}개, 저기 ${other}개)`,
  onlyIn: ({ where, row, count }) => `${where}에만 있음: ${row}${count === 1 ? '' : ` 외 ${count - 1}개`}`,
  thisQuery: '첫 번째 쿼리',
  otherQuery: '다른 쿼리',
  databaseRefused: ({ database }) => `${josa(database, '이/가')} 쿼리를 거부함`,
  noResult: ({ database }) => `${database}에서 이 문장은 행을 돌려주지 않음`,

  // Output, files, background commands.
  notRunYet: '명령을 아직 실행하지 않음',
  outputContains: ({ text }) => `${josa(text, '이/가')} 들어 있음`,
  backgroundContains: ({ text }) => `출력에 ${josa(text, '이/가')} 들어 있음`,
  outputMatches: ({ pattern }) => `/${pattern}/ 패턴과 맞음`,
  outputExcludes: ({ text }) => `${josa(text, '이/가')} 들어 있지 않음`,
  noOutput: '출력 없음',
  outputLines: ({ count }) => `출력 ${count}줄에 없음`,
  outputHolds: ({ line }) => `이런 줄이 있음: ${line}`,
  lastLine: ({ line }) => `마지막 줄: ${line}`,
  exit: ({ code }) => `종료 코드 ${code}`,
  noExit: '종료 코드를 내기 전에 끝남',
  timedOut: '제한 시간이 지나 명령을 멈췄습니다',
  noSuchFile: '그런 파일 없음',
  fileContains: ({ text }) => `${josa(text, '이/가')} 들어 있음`,
  fileMatches: ({ pattern }) => `/${pattern}/ 패턴과 맞음`,
  notInFile: '파일에 없음',
  notSoYet: '아직 아님',
  lineEnds: ({ ends }) => (ends === 'lf' ? '모든 줄이 LF로 끝남' : '모든 줄이 CR LF로 끝남'),
  linesWithCrlf: ({ count, of }) => `${of}줄 가운데 ${count}줄이 CR LF로 끝남`,
  batchPrints: ({ text }) => `${josa(text, '을/를')} 출력함`,
  batchNotRun: {
    'no-program': '여기에서 실행하지 못함: cmd.exe도 wine도 없음',
    'not-started': '여기에서 실행하지 못함: wine이 시작되지 않음',
  },
  batchTooLong: ({ seconds }) => `${seconds}초 안에 끝나지 않음`,
  fileNotProperties: ({ line }) => `${line}번째 줄을 읽을 수 없습니다: \\u 뒤에는 16진수 네 자리가 와야 합니다`,
  backslashesEaten: 'properties 파일에서 백슬래시는 이스케이프 문자입니다: / 또는 \\\\를 쓰세요',
  stillAComment: ({ key }) => `${key} 줄이 주석입니다: 앞의 #을 지우세요`,
  jsonAt: ({ pointer, value }) => `${pointer || '문서 전체'} = ${value}`,
  jsonNothingAt: ({ pointer }) => `${pointer}에 아무것도 없음`,
  notJson: '올바른 JSON이 아님',
  running: '실행 중',
  notRunning: '실행 중이 아님',
  notStarted: '시작하지 않음',
  backgroundEnded: '이미 끝났습니다. 그 명령의 창에 마지막 출력이 있습니다',
};
