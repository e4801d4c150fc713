import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

export const authorTest: Messages['authorTest'] = {
  test: {
    about:
      '한 번 쓰고 버릴 환경에서 팩을 증명: 확인이 하기 전에는 실패하고 한 뒤에는 통과하는지(두 번), 실수를 알려 주는지, 남는 것이 없는지',
    junit: '결과를 JUnit XML로도 저장',
    resume: '파일이 바뀐 뒤에 이미 증명된 레슨은 건너뛰기',
  },
  begin: ({ lessons, engine, because }) =>
    `한 번 쓰고 버리는 환경에서 레슨 ${lessons}개를 증명합니다. 엔진: ${engine} (${because}).`,
  nothingToDo: '파일이 바뀐 뒤로 모든 레슨이 증명되었습니다. --resume 없이 실행하면 다시 증명합니다.',
  leftOut: ({ lessons }) => `증명된 뒤로 바뀐 것이 없어 건너뜁니다: ${lessons.join(', ')}.`,
  working: {
    first: ({ step }) => `${step}: 실행하는 중`,
    again: ({ step }) => `${step}: 다시 실행하는 중`,
    mistake: ({ step, say }) => `${step}: 실수를 해 보는 중 "${say.slice(0, 40)}..."`,
    clean: ({ lesson }) => `${lesson}: 남은 것을 찾는 중`,
  },
  shown: {
    first: '하기 전에 틀리고 한 뒤에 맞음',
    again: '두 번',
    mistakes: ({ tried, all }) =>
      tried === all ? `실수 ${tried}개를 알려 줌` : `실수 ${all}개 가운데 ${tried}개를 알려 줌`,
    untried: ({ count }) => `해 보지 않은 실수 ${count}개`,
    clean: '남은 것 없음',
  },
  claims: {
    first: '하기 전에 틀리고 한 뒤에 맞음',
    again: '레슨을 되풀이해도 맞음',
    mistake: ({ say }) => `알려 줌: ${say.slice(0, 70)}${say.length > 70 ? '...' : ''}`,
    clean: '남기는 것 없음',
  },
  notHere: '이 엔진에는 이 단계에 필요한 것이 없음',
  passedBefore: ({ label }) => `단계를 실행하지 않았는데 이 확인이 맞습니다: ${label}`,
  passedBeforeNext: '이 단계에서만 생기는 것을 확인하거나, 앞에서 남은 것을 owns에 넣으세요.',
  doesNotPass: '단계의 명령을 실행해도 확인이 맞지 않습니다:',
  notLasting: '단계 바로 뒤에는 확인이 맞았지만 조금 지나자 틀렸습니다:',
  blocked: '환경을 쓸 수 없었습니다:',
  check: ({ label }) => label,
  expected: ({ text }) => `기대  ${text}`,
  found: ({ text }) => `결과  ${text}`,
  because: ({ text }) => `이유  ${text}`,
  next: ({ text }) => `다음  ${text}`,
  command: ({ line, exit }) => `${exit === undefined ? '밖에서 끝냄' : `종료 코드 ${exit}`}: ${line}`,
  output: ({ text }) => `| ${text}`,
  notTold: '실수를 했지만 알려 주지 않았습니다.',
  madeAt: ({ place }) => `위치  ${place}`,
  wanted: ({ say }) => `기대  ${say}`,
  toldOther: ({ say }) => `결과  다른 실수를 알려 줌: ${say}`,
  toldNone: '결과  알려 준 실수가 없음: "when"이 맞지 않음',
  toldSolved: '결과  단계의 확인이 맞아서 아무 실수도 알려 주지 않음',
  left: ({ names }) => `레슨이 끝나고 레슨의 것을 지운 뒤에도 남아 있습니다: ${names.join(', ')}`,
  leftNext: '레슨 맨 위의 "owns"에 이름을 쓰거나, 단계에서 지우세요.',
  leftNames: {
    topic: ({ name }) => `토픽 ${name}`,
    group: ({ name }) => `그룹 ${name}`,
    connector: ({ name }) => `커넥터 ${name}`,
    table: ({ name }) => `테이블 ${name}`,
  },
  summary: ({ passed, failed, skipped }) =>
    `증명 ${passed}개, 실패 ${failed}개${skipped === 0 ? '' : `, 이 엔진에 없는 것 ${skipped}개`}`,
  times: '레슨',
  slowest: '가장 오래 걸린 단계',
  interrupted: '중단했습니다. 여기까지 증명한 것은 기억해 두었으니 --resume으로 이어서 할 수 있습니다.',
  triesErrors: ({ errors }) => `레슨의 tries.yaml에 오류가 ${errors}개 있습니다.`,
  triesErrorsNext: '파일을 고치고 다시 시작하세요',
  wantsFolder: ({ given }) => `${josa(given, '은/는')} 폴더가 아닙니다. 팩은 폴더에서 쓰고 증명합니다.`,
  wantsFolderNext: '압축을 풀고 pack.yaml이 있는 폴더를 쓰세요',
  cannotWrite: ({ path, reason }) => `${path} 파일을 쓸 수 없습니다 (${reason}).`,
  cannotWriteNext: '--junit 뒤에 다른 파일을 쓰세요',
};
