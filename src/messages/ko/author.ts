import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

const parts = (part: string): string => (part === '(intro)' ? '머리말' : `단계 ${part}`);

/** What `kafka-lessons author` says to people who write lessons. */
export const author: Messages['author'] = {
  description: '레슨을 쓰는 사람을 위한 명령: 팩 살펴보기 등',
  options: {
    check: '팩을 살펴봄: 파일에서 잘못된 것과 더 좋아질 수 있는 것',
    accept: '이 언어의 번역이 원문과 맞는 최신 상태임을 기억',
    release: '지금의 레슨과 단계를 기억: 학습자의 진도가 이 이름으로 남음',
    schema: '편집기를 위한 레슨 형식의 JSON 스키마 출력',
  },

  noSuchSchema: ({ part }) => `레슨 형식에 ${part} 부분은 없습니다.`,
  schemaParts: ({ parts }) => `다음 가운데 하나: ${parts.join(', ')}`,

  severities: { error: '오류', warning: '주의' },
  clean: ({ lessons, steps }) => `레슨 ${lessons}개, 단계 ${steps}개: 고칠 것이 없습니다.`,
  summary: ({ errors, warnings }) => `오류 ${errors}개, 주의 ${warnings}개.`,
  accepted: ({ language, file }) => `이제 ${file}에 ${language} 번역이 최신이라고 적혀 있습니다.`,
  released: ({ file }) => `${file}에 지금의 레슨과 단계를 적었습니다.`,
  notWritten: '팩에 오류가 있어 아무것도 쓰지 않았습니다.',
  notWrittenNext: ({ line }) => `먼저 오류를 고치세요. 어디인지 알려 주는 명령: ${line}`,
  nameAPack: '어느 팩에 쓸지 알 수 없습니다. 이 폴더에는 pack.yaml이 없습니다.',
  nameAPackNext: ({ line, own }) => `${line} (DIR: 팩의 폴더. 프로그램에 딸린 과정의 폴더는 ${own})`,
  folderMissing: ({ folder }) => `${folder} 폴더가 없습니다.`,
  noFolder: ({ folder }) => `${josa(folder, '은/는')} 폴더가 아닙니다.`,
  folderNext: 'pack.yaml이 있는 폴더를 쓰세요',
  packIsAbove: ({ folder, file }) =>
    `${josa(folder, '은/는')} 팩 안에 있는 폴더입니다. ${josa(file, '은/는')} 한 폴더 위에 있습니다.`,
  packByOption: ({ name }) => `${josa(name, '은/는')} 폴더입니다. 팩은 --pack으로 지정합니다.`,
  noSuchLanguage: ({ language }) => `팩에 ${language} 번역이 없습니다.`,
  languagesNext: ({ languages }) =>
    languages.length === 0 ? 'pack.yaml의 languages에 그 언어를 더하세요' : `${languages.join(', ')} 중 하나`,

  // steps
  noHint: ({ id }) => `단계 ${id}에 힌트가 없습니다.`,
  addHint: '막힌 학습자에게 도움이 될 말을 <summary>가 있는 <details>에 쓰세요.',
  noFeedback: '이 보기에는 왜 맞거나 틀린지 설명이 없습니다.',
  addFeedback: '보기 아래에 공백 두 칸을 들여쓴 인용으로 쓰세요.',

  // checks
  matchesAnything: ({ pattern }) => `패턴 ${josa(`"${pattern}"`, '은/는')} 어떤 글과도 맞아서 실패할 수 없습니다.`,
  atLeastNothing: '레코드 0개 이상은 언제나 참이라 실패할 수 없습니다.',
  fileAsWritten: '학습자가 무엇을 하기도 전에, 이 단계가 확인을 통과하는 내용으로 파일을 씁니다.',
  heldBefore: '앞의 단계가 이미 만들었고 아무도 지우지 않으므로, 이 확인은 실패할 수 없습니다.',
  mistakeIsCheck:
    '이 mistake는 check가 요구하는 것을 모두 요구합니다. mistake는 확인이 실패할 때만 알리므로 알릴 일이 없습니다.',

  // links
  linkOutside: ({ target }) => `링크 ${josa(target, '이/가')} 팩 밖으로 나갑니다.`,
  linkToNothing: ({ file }) => `팩에 ${file} 파일이 없습니다.`,
  linkToFile: ({ file }) => `혹시 ${josa(file, '을/를')} 쓰려던 것인가요?`,
  linkToNoHeading: ({ anchor, file }) => `${file}에 #${josa(anchor, '이라/라')}는 제목이 없습니다.`,

  // words
  wantsTerm:
    '용어는 언어마다 낱말 하나입니다. 예: { en: topic, ko: 토픽 }. 쓰지 않을 낱말은 avoid: { ko: [...] }에 적습니다.',
  avoidedWord: ({ word }) => `용어집에서 쓰지 않기로 한 말입니다: "${word}".`,
  sayInstead: ({ word }) => `${josa(`"${word}"`, '으로/로')} 쓰세요.`,
  termMissing: ({ term, word }) =>
    `원문은 이 단계에서 ${josa(`"${term}"`, '을/를')} 소개하는데, 번역에는 ${josa(`"${word}"`, '이/가')} 한 번도 나오지 않습니다.`,

  // drawings
  wideDrawing: ({ cells, most }) =>
    `그림의 이 줄은 폭이 ${cells}칸입니다. ${most}칸까지만 들어가는 좁은 창에서는 줄이 바뀌어 그림이 흐트러집니다.`,
  drawNarrower: '더 좁게 그리거나, 부분을 위아래로 나누어 그리세요. 한글은 한 글자가 두 칸입니다.',

  // what a lesson owns
  topicNotOwned: ({ topic }) =>
    `이 단계가 토픽 ${josa(topic, '을/를')} 만드는데, 어느 레슨의 owns에도 없습니다. 레슨을 처음부터 다시 시작해도 남게 됩니다.`,
  ownTopic: ({ topic }) => `front matter에 적으세요: owns: { topics: [${topic}] }`,

  // translations
  wantsLock: '이 파일은 kafka-lessons author check --accept가 씁니다: 언어, 레슨, 부분, 해시.',
  noTranslation: ({ file, language }) =>
    `${file} 파일이 없는데, pack.yaml에는 언어 ${josa(language, '이/가')} 있습니다.`,
  originalChanged: ({ part }) => `이 번역이 만들어진 뒤 ${parts(part)}의 원문이 바뀌었습니다.`,
  lessonNeverAccepted: '이 번역이 최신이라고 아직 아무도 확인하지 않았습니다.',
  neverAccepted: ({ part }) => `${parts(part)}의 번역이 최신이라고 아직 아무도 확인하지 않았습니다.`,
  acceptIt: ({ line }) => `최신이라면: ${line}`,

  // releases
  wantsReleased: '이 파일은 kafka-lessons author check --release가 씁니다: 레슨과 그 단계의 목록.',
  lessonRenamed: ({ id }) => `지난 릴리스에서 이 레슨의 id: "${id}". 되돌리지 않으면 그 진도를 잃게 됩니다.`,
  stepRenamed: ({ id }) => `지난 릴리스에서 이 단계의 id: "${id}". 되돌리지 않으면 그 진도를 잃게 됩니다.`,
  keepId: ({ id }) => `id ${josa(id, '을/를')} 그대로 두세요. 제목은 바꿔도 됩니다.`,
  lessonVanished: ({ id }) => `지난 릴리스의 레슨 ${josa(id, '이/가')} 없어졌습니다. 그 진도를 잃게 됩니다.`,
  stepVanished: ({ id, lesson }) => `레슨 ${lesson}의 단계 ${josa(id, '이/가')} 없어졌습니다. 그 진도를 잃게 됩니다.`,
  releaseIt: ({ line }) => `꼭 없애야 한다면: ${line}`,
};
