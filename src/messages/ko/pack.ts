import { padText } from '../../markdown/cells.ts';
import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** Packs of lessons from elsewhere: where they come from, and whether they are trusted. */
export const pack: Messages['pack'] = {
  packForms: 'pack.yaml이 있는 폴더나 .tgz 파일, npm 패키지를 지정하세요',
  noPack: ({ given }) => `${josa(given, '은/는')} 폴더도 .tgz 파일도 아닙니다.`,
  nothingThere: ({ given }) => `${given}에 팩이 없습니다.`,
  noFolderHere: ({ given }) => `여기에는 ${given} 폴더가 없습니다.`,
  notTaken: ({ file }) => `${file}의 팩을 받아들이지 않았습니다.`,
  notTakenNext: '파일이 어디에서 왔는지 확인하세요. 팩은 npm pack이나 tar로 만듭니다',
  tooLarge: ({ megabytes }) => `${megabytes} MB보다 큽니다.`,
  unfoldsTooMuch: ({ megabytes }) => `풀면 ${megabytes} MB가 넘습니다.`,
  tooMany: ({ entries }) => `항목이 ${entries}개가 넘습니다.`,
  notTar: ({ problem }) => `온전한 tar 파일이 아닙니다 (${problem}).`,
  notAFile: ({ name, type }) =>
    `그 안의 ${josa(JSON.stringify(name), '은/는')} 보통 파일이 아닙니다(${type}). 링크는 어디로든 이어질 수 있습니다.`,
  badName: ({ name }) => `그 안의 ${josa(JSON.stringify(name.slice(0, 200)), '은/는')} 팩 폴더 안의 이름이 아닙니다.`,
  twice: ({ name }) => `그 안에 ${josa(JSON.stringify(name), '이/가')} 두 번 있습니다.`,
  noPackInside:
    '그 안에 pack.yaml이 없습니다. npm pack이 만드는 package/pack.yaml이나, 팩이 든 폴더 하나가 있어야 합니다.',
  fetching: ({ spec }) => `npm pack으로 ${josa(spec, '을/를')} 내려받는 중 ...`,
  notFetched: ({ spec }) => `npm이 ${josa(spec, '을/를')} 내려받지 못했습니다.`,
  notFetchedNext: ({ spec }) => `무엇이 문제인지 보세요: npm view ${spec}`,
  noNpm: 'npm이 없는데, 이름으로 팩을 내려받는 일은 npm만 할 수 있습니다.',
  ownName: ({ name }) => `이 팩의 이름이 ${name}인데, 프로그램에 딸린 과정과 같은 이름입니다.`,
  ownNameWhy: '진도는 그 이름으로 기억되므로 둘이 섞이게 됩니다.',
  ownNameNext: 'pack.yaml에서 다른 이름을 붙이세요',

  // trust
  question: ({ name, from }) =>
    `팩 ${josa(name, '은/는')} 다른 곳에서 왔습니다 (${from}).\n이 컴퓨터에서 할 수 있는 일은 다음과 같습니다:`,
  nothing: '  없음: 읽기만 하는 팩입니다',
  services: ({ names }) => `  ${padText('시작', 10)} ${names.join(', ')}`,
  runs: ({ tool, count }) => `  ${padText('실행', 10)} ${tool}, ${count}줄`,
  line: ({ line }) => `               ${line}`,
  requests: '요청',
  statements: ({ database }) => `SQL ${database}`,
  batches: '배치 파일 실행',
  writes: '파일 쓰기',
  dials: '접속',
  removes: '지우기',
  listed: ({ verb, count }) => `  ${padText(verb, 10)} ${count}개`,
  more: ({ count }) => `... 그 밖에 ${count}개`,
  limits: '파일은 레슨의 폴더 안에, 요청은 이 컴퓨터 안에 머뭅니다.',
  hash: ({ hash }) => `하는 일의 해시는 ${hash}입니다. 그것이 바뀌면 다시 묻습니다.`,
  ask: '신뢰하시겠습니까? [y/N] ',
  askOrList: '신뢰하시겠습니까? [y/N], l은 모두 보기: ',
  notTrusted: ({ name }) => `팩 ${josa(name, '을/를')} 신뢰하지 않아 아무것도 하지 않았습니다.`,
  notTrustedNext: ({ command }) => `신뢰한다면: ${command}`,
  otherHash: ({ name, hash }) => `팩 ${josa(name, '은/는')} 신뢰했던 것과 다릅니다. 해시가 ${hash}입니다.`,
  brokenNotice: ({ count, line }) => `레슨 ${count}개에 오류가 있어 열 수 없습니다. 오류 보기: ${line}`,
  broken: '열 수 없음',
  brokenWhere: ({ place, count }) => `오류 ${count}개, 첫 번째는 ${place}`,
};
