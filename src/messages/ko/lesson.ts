import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What is told to people who write lessons. */

const longest = 60;

/** An author's own words inside a sentence: on one line, not too long. */
const quoted = (text: string): string => {
  const oneLine = text.replaceAll(/\s+/g, ' ');
  return `"${oneLine.length > longest ? `${oneLine.slice(0, longest)}...` : oneLine}"`;
};
const listed = (names: readonly string[]): string => names.join(', ');

type PathFault = Parameters<Messages['lesson']['badPath']>[0]['fault'];
type UrlFault = Parameters<Messages['lesson']['badUrl']>[0]['fault'];

const pathFaults: Readonly<Record<PathFault, string>> = {
  empty: '빈 부분이 있습니다. 이름 사이를 /로 나누어 쓰세요',
  absolute: '폴더 안에 있지 않습니다. 상대 경로를 쓰세요',
  parent: '폴더를 벗어납니다. ..는 쓸 수 없습니다',
  backslash: '백슬래시가 있습니다. 폴더는 /로 나누세요',
  character: '모든 시스템에서 파일 이름에 쓸 수 있는 것은 아닌 문자가 있습니다',
  reserved: 'Windows에서 쓸 수 없는 이름입니다',
  long: '너무 깁니다. 200자 아래로 쓰세요',
};

const urlFaults: Readonly<Record<UrlFault, string>> = {
  'not-url': 'URL이 아닙니다. 예: http://localhost:8083/connectors',
  'not-http': 'http URL이 아닙니다',
  'not-local': '다른 컴퓨터의 주소입니다. 레슨은 localhost와만 통신합니다',
};

const yamlProblems: Readonly<Record<string, string>> = {
  MISSING_CHAR: '여기에서 따옴표나 괄호가 닫히지 않았습니다.',
  MULTIPLE_DOCS: 'YAML 문서는 하나여야 하는데, 여기에서 두 번째 문서가 시작됩니다.',
  BAD_INDENT: '들여쓰기가 위의 줄과 맞지 않습니다.',
  TAG_RESOLVE_FAILED: 'YAML에서 !로 시작하는 값은 태그입니다. 글자 그대로라면 따옴표로 감싸세요.',
};

export const lesson: Messages['lesson'] = {
  // help beside an error
  didYouMean: ({ name }) => `혹시 ${josa(name, '을/를')} 쓰려던 것인가요?`,
  knownHere: ({ names }) => `여기에서 쓸 수 있는 것: ${listed(names)}.`,
  forExample: ({ text }) => `예: ${text}`,
  moreErrors: ({ count }) => `... 그 밖에 오류 ${count}개.`,

  // files
  missingFile: '그런 파일이 없습니다.',
  isFolder: '폴더입니다. 여기에는 파일이 와야 합니다.',
  notRegularFile: '보통 파일이 아닙니다.',
  unreadable: ({ code }) => `이 파일을 읽을 수 없습니다 (${code}).`,
  tooLarge: ({ megabytes }) => `이 파일은 ${megabytes} MB보다 큽니다. 레슨을 나누세요.`,
  lineTooLong: ({ most }) => `이 줄은 ${most}자보다 깁니다.`,
  packTooLarge: ({ megabytes }) => `이 레슨까지 더하면 팩이 ${megabytes} MB보다 큽니다.`,
  notUtf8: ({ hex }) => `이 파일은 올바른 UTF-8이 아닙니다. 바이트 0x${hex}는 여기에 올 수 없습니다.`,
  saveAsUtf8: ({ utf16 }) =>
    utf16 ? 'UTF-16으로 된 파일 같습니다. UTF-8로 저장하세요.' : '파일을 UTF-8로 저장하세요.',
  controlCharacter: ({ code }) => `여기에 제어 문자(U+${code})가 있습니다. 지우세요.`,
  lessonMissing: ({ file }) => `이 팩에 ${quoted(file)} 파일이 없습니다.`,
  outsidePack: ({ folder }) => `${josa(quoted(folder), '은/는')} 링크를 따라 팩 밖으로 나갑니다.`,
  lessonIdTwice: ({ id, folder }) => `${quoted(folder)}에 있는 레슨의 id가 이미 ${id}입니다.`,

  // pack.yaml
  badFormat: ({ supported }) => `이 버전의 kafka-lessons는 format: ${supported}인 팩을 읽습니다.`,
  badLanguage: '언어는 en이나 ko처럼 두 글자입니다.',
  wantsTitles: '언어마다 제목을 쓰세요: { en: ... }.',
  titleMissing: ({ language }) => `언어 ${language}의 제목이 없습니다.`,

  // YAML
  yamlTab: 'YAML은 공백으로 들여씁니다. 여기에 탭이 있습니다.',
  yamlSyntax: ({ code, problem }) =>
    yamlProblems[problem.startsWith('Flow ') ? 'MISSING_CHAR' : code] ??
    `올바른 YAML이 아닙니다: ${problem.replace(/\.?$/, '.')}`,
  yamlTooLong: ({ kilobytes }) => `이 YAML은 ${kilobytes} KB보다 깁니다.`,
  yamlTooDeep: '이 YAML은 너무 깊이 중첩되어 있습니다.',
  yamlAlias: ({ name }) =>
    `${josa(`*${name.slice(0, longest)}`, '은/는')} YAML의 별칭인데, 레슨에서는 쓰지 않습니다. 글자 그대로라면 따옴표로 감싸세요.`,
  yamlAnchor: ({ name }) =>
    `${josa(`&${name.slice(0, longest)}`, '은/는')} YAML의 앵커인데, 레슨에서는 쓰지 않습니다. 글자 그대로라면 따옴표로 감싸세요.`,
  yamlMergeKey: '레슨에서는 <<를 쓰지 않습니다. 키를 모두 쓰세요.',
  yamlKey: '키는 단순한 단어나 글이어야 합니다.',
  yamlDuplicateKey: ({ key }) => `키 ${josa(quoted(key), '이/가')} 두 번 있습니다.`,

  // values
  unknownKey: ({ key }) => `키 ${josa(quoted(key), '은/는')} 여기에서 쓰지 않는 것입니다.`,
  missingKey: ({ key }) => `키 ${josa(quoted(key), '이/가')} 없습니다.`,
  wantsMapping: '여기에는 키와 값의 매핑이 와야 합니다.',
  wantsFilledMapping: '여기에는 키와 값이 적어도 하나 있어야 합니다.',
  wantsList: '여기에는 목록이 와야 합니다.',
  wantsFilledList: '여기에는 항목이 적어도 하나 있어야 합니다.',
  wantsText: '여기에는 글이 와야 합니다. 글이라면 따옴표로 감싸세요.',
  wantsSomeText: '여기에는 비어 있지 않은 글이 와야 합니다.',
  wantsOneLine: '여기에는 한 줄짜리 글이 와야 합니다.',
  wantsPlainText: '여기에는 제어 문자가 없는 글이 와야 합니다.',
  wantsWholeNumber: '여기에는 0 이상의 정수가 와야 합니다.',
  wantsPositiveNumber: '여기에는 1 이상의 정수가 와야 합니다.',
  wantsBoolean: '여기에는 true나 false가 와야 합니다.',
  wantsOneOf: ({ names }) => `여기에는 다음 가운데 하나가 와야 합니다: ${listed(names)}.`,
  wantsOffsets: '오프셋은 { topic: 합계 } 또는 { topic: { 파티션: 오프셋 } }이며 정수입니다.',
  wantsRows: 'rows는 행의 개수나 행의 목록입니다.',
  wantsRow: '행은 열과 값의 매핑입니다.',
  wantsCell: '여기에는 글, 숫자, true, false, null 가운데 하나가 와야 합니다.',
  twice: ({ name }) => `이 목록에 ${josa(quoted(name), '이/가')} 두 번 있습니다.`,
  badPattern: ({ problem }) => `올바른 정규식이 아닙니다: ${problem}.`,
  badPath: ({ name, fault }) => `경로 ${quoted(name)}: ${pathFaults[fault]}.`,
  badPointer: 'JSON 포인터는 비어 있거나 /로 시작합니다. 예: /config/topics.',
  badId: ({ id }) => `id ${quoted(id)}에는 a-z, 0-9, -만 쓸 수 있습니다.`,
  badTopicName: '토픽 이름에는 영문자, 숫자, 점, _, -만 쓸 수 있고, 길이는 249자까지입니다.',
  badTable: ({ databases }) => `테이블은 database.table 형식으로 씁니다. 데이터베이스: ${listed(databases)}.`,

  // front matter
  frontMatterMissing: '레슨은 front matter로 시작합니다: --- 줄, 그다음에 id, title, summary, minutes, services.',
  frontMatterNeverClosed: 'front matter가 닫히지 않았습니다. --- 줄로 끝내세요.',
  tooManyMinutes: ({ most }) => `레슨 하나는 길어야 ${most}분입니다.`,

  // prose and headings
  tooManySteps: ({ most }) => `레슨 하나의 단계는 많아야 ${most}개입니다. 여러 레슨으로 나누세요.`,
  noSteps: '레슨에 단계가 없습니다. 단계는 ## 제목으로 시작합니다.',
  titleOnlyFirst: '# 하나짜리는 맨 위의 제목뿐입니다. 단계는 ##, 단계 안의 제목은 ###입니다.',
  underlinedHeading:
    '줄표로 된 줄은 바로 윗줄을 제목으로 만듭니다. 단계라면 ##을 쓰고, 구분선이라면 그 앞에 빈 줄을 두세요.',
  commentNeverClosed: '이 주석이 닫히지 않아 그 뒤가 모두 보이지 않습니다.',
  elementNeverClosed: ({ name }) => `<${name}>이 닫히지 않아 그 뒤가 모두 그 안에 들어갑니다.`,
  indentedFence: '이 블록은 네 칸 이상 들여써서 보여 주기만 하게 됩니다. 왼쪽 끝으로 옮기세요.',
  roleInsideBlock: '역할이 있는 블록은 목록이나 인용 안에 둘 수 없습니다. 왼쪽 끝으로 옮기세요.',
  introRole: '첫 단계 앞에서는 아무것도 실행되지 않습니다. 이 블록을 ## 제목 아래로 옮기세요.',
  introQuiz: '퀴즈는 단계에 속합니다. ## 제목 아래로 옮기세요.',

  // steps
  stepNeedsTitle: '단계에 제목이 없습니다.',
  stepNeedsId: '단계에 id가 없습니다.',
  writeStepId: ({ id }) => `제목 바로 아래에 <!-- step: ${id} -->를 쓰세요.`,
  stepIdMisplaced: '단계의 id는 그 ## 제목 바로 아래에만 둡니다.',
  stepIdTwice: ({ id, line }) => `id ${josa(id, '은/는')} 이미 ${line}번째 줄의 단계가 쓰고 있습니다.`,
  stepEmpty: '이 단계에 아무것도 없습니다.',
  quizBeside: ({ kind }) => `퀴즈가 있는 단계에는 ${kind} 블록을 둘 수 없습니다. 두 단계로 나누세요.`,
  checkNeedsRun:
    'run 블록 없이 check만 있으면 연습입니다. 연습에는 solution 블록이 필요합니다. 건너뛰기와 화면 없는 실행이 그것을 수행합니다.',
  solutionNeedsCheck: 'solution에는 연습을 풀었는지 알려 주는 check 블록이 필요합니다.',
  boardNeedsReportFile: ({ name }) =>
    `board가 있는 레슨은 ${josa(name, '을/를')} 만듭니다. front matter에 적으세요: owns: { files: [${name}] }.`,
  unknownPanel: ({ id }) => `이 단계에 패널 ${josa(quoted(id), '이/가')} 없습니다.`,
  boardTwice: '한 단계에는 board가 하나입니다. 패널을 모두 그 안에 넣으세요.',
  learnedTwice: '한 단계에는 learned 블록이 하나, 문장도 하나입니다.',
  learnedEmpty: '이 learned 블록에 문장이 없습니다.',
  learnedTooLong: ({ most, count }) =>
    `여기서부터 문장이 너무 깁니다. ${count}자인데 ${most}자까지 쓸 수 있습니다. 한눈에 읽히는 문장이어야 합니다.`,
  learnedInReading: '배운 것은 단계를 통과할 때 알려 줍니다. 이 단계는 읽기만 하고 바로 다음으로 넘어갑니다.',
  besideBoard: ({ kind }) =>
    `board가 있는 단계는 패널로 통과합니다. 이 ${kind} 블록은 패널 안이나 다른 단계에 두어야 합니다.`,
  boardNeedsSolution:
    'board는 연습이며, 연습에는 solution 블록이 필요합니다. 건너뛰기와 화면 없는 실행이 그것을 수행합니다.',
  setupForNothing: 'setup은 무언가를 하기 위한 준비인데, 이 단계에는 run 블록도 check도 board도 없습니다.',
  setupNeedsServices: 'setup은 환경을 바꾸므로 레슨이 서비스를 요청해야 합니다.',
  untilWithoutSetup: 'yaml setup은 setup의 명령이 언제 끝났는지 말하는데, 이 단계에는 그런 명령이 없습니다.',
  wantsPanelList: 'board는 패널의 목록입니다. 항목마다 줄표로 시작하고 id, title, symptom, check, report가 있습니다.',
  mistakesNeedCheck: 'mistakes는 확인이 실패했을 때 살펴봅니다. 이 단계에는 check 블록이 없습니다.',
  hintRole: '힌트는 보여 주기만 합니다. 역할이 있는 블록을 그 안에 둘 수 없습니다.',

  // hints
  detailsNeverClosed: '이 부분에서 <details>가 닫히지 않았습니다. </details>를 따로 한 줄에 쓰세요.',
  detailsNotOpened: '</details>가 닫을 것이 없습니다.',
  detailsInside: '힌트 안에 다른 힌트를 둘 수 없습니다. 위에 </details>가 빠지지 않았나요?',
  hintNeedsSummary: '힌트는 제목으로 시작합니다: <summary>Hint</summary>.',
  hintEmpty: '이 힌트에 아무것도 없습니다.',

  // fences
  fenceNeverClosed: ({ marks }) => `이 블록이 닫히지 않았습니다. ${marks} 줄로 끝내세요.`,
  fenceSwallows: ({ marks, line }) =>
    `${line}번째 줄에서 다음 블록이 열리기 전에 이 블록이 닫히지 않았습니다. ${marks} 줄로 끝내세요.`,
  languageFirst: ({ word }) => `언어가 먼저 오고, 그다음이 ${quoted(word)}입니다. 예: "sh run" 또는 "yaml check".`,
  roleSecond: ({ word }) => `역할은 언어 바로 뒤, ${quoted(word)} 앞에 옵니다.`,
  unknownRole: ({ word }) => `${josa(quoted(word), '은/는')} 역할이 아닙니다.`,
  roleLanguage: ({ role, language, languages }) =>
    `${role} 블록의 언어는 ${listed(languages)} 가운데 하나이며, ${josa(quoted(language), '은/는')} 아닙니다.`,
  solutionLanguage: ({ language }) =>
    `언어가 ${quoted(language)}인 solution에는 어느 파일인지 써야 합니다: file=NAME. 명령은 sh, http, sql입니다.`,
  unknownOption: ({ word }) => `옵션 ${josa(quoted(word), '은/는')} 여기에서 쓰지 않는 것입니다.`,
  noOptionsHere: '이 블록에는 옵션이 없습니다.',
  optionTwice: ({ name }) => `${josa(name, '이/가')} 두 번 있습니다.`,
  optionTakesNoValue: ({ name }) => `${name}에는 값을 쓰지 않습니다.`,
  optionWantsValue: ({ name }) => `${name}에는 값이 필요합니다: ${name}=...`,
  badTimeout: ({ value }) =>
    `timeout ${josa(quoted(value), '은/는')} 1ms에서 60m까지의 시간이 아닙니다. 예: 500ms, 20s, 2m.`,
  expectFailOnly: 'expect=fail만 쓸 수 있습니다. 그것이 없으면 명령은 잘 끝나야 합니다.',
  blockIdTwice: ({ id }) => `이 레슨의 다른 블록이 이미 id ${josa(id, '을/를')} 쓰고 있습니다.`,
  fromWithText: '복사하는 파일의 내용은 다른 곳에서 옵니다. 이 블록을 비워 두세요.',
  fromMissing: ({ name }) => `레슨 옆에 복사할 파일 ${josa(quoted(name), '이/가')} 없습니다.`,
  wantsBatchFile: '배치 파일의 이름은 .bat이나 .cmd로 끝납니다.',
  batchInMistake:
    '배치 파일은 모든 시스템에서 실행되는 것이 아니므로 실수를 알아보는 데 쓸 수 없습니다. file로 그 내용을 살펴보세요.',
  fileTwice: ({ name }) => `이 단계는 ${josa(quoted(name), '을/를')} 두 번 씁니다.`,
  runEmpty: '이 블록에 명령이 없습니다.',
  backgroundInteractive: '블록은 background이거나 interactive이며, 둘 다일 수 없습니다.',
  backgroundNeedsId: 'background 블록에는 멈추고 확인할 수 있도록 id=NAME이 필요합니다.',
  notForBackground: ({ name }) => `background 블록은 멈출 때까지 계속됩니다. ${josa(name, '은/는')} 맞지 않습니다.`,
  oneCommandOnly: ({ flag }) => `${flag} 블록에는 명령이 정확히 하나 있어야 합니다.`,
  unknownBackground: ({ id }) => `이 앞에 id가 ${quoted(id)}인 background 블록이 없습니다.`,
  spaceAfterBackslash: '백슬래시 뒤에 공백이 있어 줄이 이어지지 않습니다. 공백을 지우세요.',
  nothingFollows: '백슬래시로 줄을 이었는데 뒤에 아무것도 없습니다.',
  stdinWithoutRun: '이 앞에 입력을 줄 run 블록이 없습니다.',
  stdinNotSh: ({ kind }) => `sh 블록에만 입력을 줄 수 있습니다. 이 앞의 블록은 ${kind}입니다.`,
  stdinTwice: '이 앞의 블록에는 이미 다른 stdin 블록이 입력을 줍니다.',
  sqlEmpty: '이 블록에 문장이 없습니다.',
  sqlNeedsAt: 'sql 블록에는 어느 데이터베이스인지 써야 합니다.',
  unknownDatabase: ({ name }) => `데이터베이스 ${josa(quoted(name), '은/는')} 없습니다.`,
  unknownPlace: ({ name }) => `명령을 실행할 곳 가운데 ${josa(quoted(name), '은/는')} 없습니다.`,
  httpEmpty: '이 블록에 요청이 없습니다. 예: GET http://localhost:8083/connectors.',
  httpNeedsUrl: 'URL이 없습니다.',
  httpStray: ({ word }) => `${josa(quoted(word), '은/는')} 군더더기입니다. 요청은 METHOD URL 형식입니다.`,
  unknownMethod: ({ method }) => `${josa(quoted(method), '은/는')} 요청 메서드가 아닙니다.`,
  badUrl: ({ url, fault }) => `${quoted(url)}: ${urlFaults[fault]}.`,
  badHeader: '헤더는 Name: value 형식으로 씁니다. 본문 앞에는 빈 줄이 옵니다.',
  pathOutside: ({ path }) =>
    `${josa(quoted(path), '은/는')} 레슨의 폴더 밖에 있습니다. 안에 있는 파일은 ${'$'}{env:WORKSPACE}/LESSON/NAME입니다.`,
  methodWithoutBody: ({ method }) => `${method}에는 본문이 없습니다.`,

  // quiz
  quizMark: '보기는 [ ]로, 맞는 보기는 [x]로 시작하고 그 뒤에 공백이 옵니다.',
  quizUnmarked: '퀴즈의 항목은 모두 [ ]나 [x]로 시작합니다.',
  quizEmptyOption: '보기가 비어 있습니다.',
  quizStray: '보기는 한 문단이며, 그 아래에 피드백으로 들여쓴 인용을 하나까지 둘 수 있습니다.',
  quizTwice: '한 단계에는 퀴즈가 하나입니다. 보기 아래의 인용을 들여쓰지 않은 것은 아닌가요?',
  quizNeedsTwo: '퀴즈에는 보기가 적어도 둘 있어야 합니다.',
  quizNeedsRight: '맞는 보기가 없습니다. 맞는 보기에 [x]를 쓰세요.',

  // assertions
  wantsAssertionList: 'check는 목록이며, 항목마다 줄표로 시작합니다. 예: "- topic: orders".',
  wantsMistakeList: 'mistakes는 목록이며, 항목마다 줄표로 시작하고 when과 say가 있습니다.',
  wantsAssertion: '확인할 내용은 매핑입니다. 예: "topic: orders".',
  noSubject: ({ key }) => `이 항목에는 대상이 없고 ${josa(quoted(key), '으로/로')} 시작합니다.`,
  twoSubjects: ({ first, second }) =>
    `항목 하나는 한 가지만 다룹니다. 이 항목은 ${josa(first, '과/와')} ${josa(second, '을/를')} 다룹니다. 두 항목으로 나누세요.`,
  nothingToCheck: ({ subject }) => `${subject}에는 무엇을 확인할지 알려 주는 키가 적어도 하나 필요합니다.`,
  wantsKeysBelow: ({ subject }) => `${subject}에는 값을 쓰지 않습니다. 키를 그 아래에 쓰세요.`,
  keysInTwoPlaces: ({ subject, key }) =>
    `${josa(quoted(key), '은/는')} ${subject} 옆에, 다른 키는 그 아래에 있습니다. 모두 아래에 쓰세요.`,
  besideAbsent: ({ subject, key }) => `${josa(subject, '이/가')} 없어야 하므로 ${josa(key, '을/를')} 쓸 수 없습니다.`,
  notTogether: ({ first, second }) => `${josa(first, '과/와')} ${josa(second, '은/는')} 함께 쓸 수 없습니다.`,
  leadersAbovePartitions: '리더는 파티션보다 많을 수 없습니다. 파티션마다 하나입니다.',
  spreadAbovePartitions: '리더가 있는 브로커의 수(spread)는 파티션의 수보다 클 수 없습니다.',
  spreadNotLeaders: ({ leaders, spread }) =>
    `leaders에 브로커가 ${leaders}대 있으므로 spread가 ${spread}일 수 없습니다.`,
  assignedToNobody: '멤버가 없는 그룹에는 파티션이 할당될 수 없습니다.',
  assignedToIdle: '모든 멤버가 쉬고 있으면 파티션이 할당될 수 없습니다.',
  badAddress: ({ address }) =>
    `${josa(quoted(address), '은/는')} 주소가 아닙니다. HOST:PORT 형식으로 쓰세요. 예: localhost:9092.`,
  besideNoAnswer: ({ key }) => `주소가 응답하지 않아야 하므로(metadata: false) ${josa(key, '을/를')} 쓸 수 없습니다.`,
  isrAboveReplicas: 'ISR의 복제본(isr)은 복제본보다 많을 수 없습니다.',
  sqlNeedsRows: 'sql 항목에는 무엇을 기대하는지 써야 합니다: rows 또는 same-as.',

  // translations
  translation: {
    otherFrontMatter: ({ key }) => `title과 summary만 번역합니다. ${josa(quoted(key), '은/는')} 원문과 같아야 합니다.`,
    asInOriginal: ({ text }) => `원문: ${text.replaceAll(/\s+/g, ' ').slice(0, 160)}`,
    strangeStep: ({ id }) => `원문에는 단계 ${josa(id, '이/가')} 없습니다.`,
    stepMissing: ({ id }) => `원문의 단계 ${josa(id, '이/가')} 이 앞에 빠져 있습니다.`,
    otherOrder: ({ id }) => `단계 ${josa(id, '은/는')} 원문에서 다른 자리에 있습니다.`,
    otherBlock: ({ info }) => `원문에는 여기에 블록 ${josa(quoted(info), '이/가')} 없습니다.`,
    blockExpected: ({ info }) => `여기에 올 블록: ${quoted(info)}.`,
    blockMissing: ({ info }) => `원문의 블록 ${josa(quoted(info), '이/가')} 이 단계에 빠져 있습니다.`,
    otherLine: '이 줄이 원문과 다릅니다. 블록은 say의 내용 말고는 번역하지 않습니다.',
    otherHints: ({ wanted, found }) => `이 단계의 힌트가 원문에는 ${wanted}개, 번역에는 ${found}개입니다.`,
    otherOptions: ({ wanted, found }) => `퀴즈의 보기가 원문에는 ${wanted}개, 번역에는 ${found}개입니다.`,
    otherMark: ({ correct }) => `이 보기는 원문에서 ${correct ? '맞는 답입니다: [x]' : '틀린 답입니다: [ ]'}.`,
    feedbackMissing: '원문의 이 보기에는 피드백, 곧 그 아래의 인용이 있습니다.',
  },
};
