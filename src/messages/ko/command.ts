import { command as en } from '../en/command.ts';
import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

const shell = 'kafka-lessons shell (앱에서는 ! 키)';
const inShell = `셸에서 하는 그 밖의 일은 셸을 열어서 하세요: ${shell}.`;

/** Command lines: what is understood, what is not, and what a built-in command says. */
export const command: Messages['command'] = {
  empty: {
    what: '이 줄에는 명령이 없습니다.',
    next: '명령을 입력하세요. 예: kafka-topics.sh --bootstrap-server localhost:9092 --list',
  },
  operator: ({ operator }) => `여기에서는 "${operator}" 기호를 쓸 수 없습니다.`,
  redirect: '파일에서 읽거나 파일에 쓰는 기호인데, 그 일은 셸만 합니다.',
  redirectNext: `출력은 어차피 모두 로그 파일에 남습니다. 따로 파일이 필요하면 셸을 여세요: ${shell}.`,
  logFull: ({ megabytes }) => `로그는 여기까지입니다. ${megabytes} MB가 되었고, 명령은 계속됩니다.`,
  sequence: '여러 명령을 잇는 기호인데, 그 일은 셸만 합니다.',
  sequenceNext: `명령을 한 번에 하나씩 실행하거나, 셸을 여세요: ${shell}.`,
  ampersand: '따옴표 밖에서는 백그라운드 작업을 시작하는 기호인데, 그 일은 셸만 합니다.',
  ampersandNext: `URL처럼 단어의 일부라면 그 단어를 따옴표로 감싸고, 백그라운드 작업이 필요하면 셸을 여세요: ${shell}.`,
  subshell: '따옴표 밖에서는 서브셸을 뜻하는데, 서브셸은 셸에만 있습니다.',
  variable: '변수와 치환은 셸만 채워 주는데, 여기에서는 셸을 쓰지 않습니다.',
  variableNext: `값을 직접 쓰세요. 달러 기호 그대로라면 작은따옴표로 감싸세요. 아니면 셸을 여세요: ${shell}.`,
  quoteNext: `글자 그대로라면 작은따옴표로 감싸고, 아니면 셸을 여세요: ${shell}.`,
  unclosedQuote: ({ quote }) => `따옴표가 닫히지 않았습니다: ${quote}`,
  unclosedQuoteWhy: '그 뒤의 내용이 모두 따옴표 안에 들어가게 됩니다.',
  unclosedQuoteNext: ({ quote }) => `닫는 따옴표를 넣으세요: ${quote}`,
  unfinished: '줄이 백슬래시로 끝납니다.',
  unfinishedWhy: '끝의 백슬래시는 명령이 다음 줄로 이어진다는 뜻입니다.',
  unfinishedNext: '백슬래시를 지우거나 나머지를 이어 쓰세요.',
  comment: '"#"은 주석을 시작하며, 주석은 아무 일도 하지 않습니다.',
  commentNext: '지우거나, 단어의 일부라면 따옴표로 감싸세요.',
  lineBreak: '여러 줄입니다.',
  lineBreakWhy: '명령은 한 번에 하나씩 실행됩니다.',
  lineBreakNext: '한 줄씩 차례로 실행하세요. 줄 끝에 백슬래시를 쓰면 다음 줄로 이어집니다.',
  tilde: '여기에서는 "~"를 쓸 수 없습니다.',
  tildeWhy: '그것이 홈 폴더라는 것은 셸만 압니다.',
  tildeNext: '전체 경로를 쓰거나, 글자 그대로라면 따옴표로 감싸세요.',
  assignment: ({ name }) => `명령 앞의 "${name}="은 변수를 정하는 표기입니다.`,
  assignmentWhy: '그 일은 셸만 합니다.',
  assignmentNext: `지우거나, 셸을 여세요: ${shell}.`,
  pipeEnd: '파이프의 한쪽에 명령이 없습니다.',
  pipeEndNext: '"|"의 앞과 뒤에 모두 명령을 쓰세요.',

  unknownTool: ({ tool }) => `여기에는 ${josa(`"${tool}"`, '이라/라')}는 도구가 없습니다.`,
  knownTools: ({ tools }) => `명령은 Kafka의 도구나 다음 가운데 하나로 시작합니다: ${tools.join(', ')}.`,
  museumTool: '이 과정의 박물관인 Kafka 2.8과 ZooKeeper에 딸린 도구입니다.',
  museumToolNext: '레슨에서는 블록에 이렇게 씁니다: sh run at=museum',
  didYouMean: ({ tool }) => `혹시 ${josa(tool, '을/를')} 쓰려던 것인가요?`,
  inShell,
  notInstalled: ({ tool }) => `이 컴퓨터에 ${josa(tool, '이/가')} 없습니다.`,
  notInstalledWhy: ({ tool }) => `PATH의 폴더들에서 프로그램 ${josa(tool, '을/를')} 찾지 못했습니다.`,
  notInstalledNext: ({ tool }) => `${josa(tool, '을/를')} 설치하고 새 터미널을 열어 다시 해 보세요.`,
  cannotStart: ({ file, reason }) => `${josa(file, '을/를')} 시작할 수 없습니다: ${reason}`,
  cannotStartNext: '여는 셸은 SHELL이, 편집기는 VISUAL과 EDITOR가 정합니다. 있는 프로그램으로 정하세요.',

  promptLeftOut: '명령 앞의 프롬프트는 빼고 실행합니다.',
  wrapperLeftOut: ({ wrapper }) => `${josa(`"${wrapper}"`, '은/는')} 빼고 실행합니다. 여기에서는 필요하지 않습니다.`,
  containerLeftOut: ({ tool, wrapper }) =>
    `${josa(`"${wrapper}"`, '은/는')} 빼고 실행합니다. ${josa(tool, '은/는')} 이 과정의 브로커가 어디에 있든 그 브로커에 대해 실행됩니다.`,
  pathLeftOut: ({ tool, written }) =>
    `${josa(`"${written}"`, '은/는')} ${josa(tool, '으로/로')} 실행합니다. 이 과정의 도구에는 경로가 필요 없습니다.`,
  suffixLeftOut: ({ tool, written }) =>
    `${josa(`"${written}"`, '은/는')} ${josa(tool, '으로/로')} 실행합니다. 어느 시스템에서나 같은 도구입니다.`,
  longDash: ({ word }) =>
    `${josa(`"${word}"`, '은/는')} 워드프로세서가 만드는 긴 줄표로 시작합니다. 옵션은 보통 "-" 하나나 둘로 시작합니다.`,
  curlyQuotes: ({ word }) =>
    `"${word}"에 둥근 따옴표가 있는데, 이것은 아무것도 감싸지 못합니다. 보통 따옴표는 " 와 ' 입니다.`,

  lineCut: ({ characters }) => ` [${characters}자 더 있음]`,

  // What a built-in tool prints is a tool's output: the same in every language, as lessons may look for it.
  printfConversion: en.printfConversion,
  printfNumber: en.printfNumber,
  printfUsage: en.printfUsage,
  catMissing: en.catMissing,
  catPattern: en.catPattern,
  catOutside: en.catOutside,
  catNotFile: en.catNotFile,
  catFailed: en.catFailed,
  catOption: en.catOption,

  lesson: {
    startsServer: ({ tool }) =>
      `${josa(tool, '은/는')} 파일에 적힌 것은 무엇이든 실행하므로 레슨에서 쓸 수 없습니다. 서비스는 머리말에 적어 요청하세요.`,
    outside: ({ path }) =>
      `${josa(`"${path.slice(0, 60)}"`, '은/는')} 레슨의 폴더 밖에 있습니다. 레슨은 그 안의 파일만 씁니다.`,
    dockerLimits:
      '레슨은 docker 가운데 "docker compose -f FILE up -d"와 "down"을 쓰고, docker ps, images, info, version으로 살펴봅니다.',
    option: ({ tool, option }) =>
      `레슨은 ${josa(tool, '을/를')} ${josa(`"${option.slice(0, 60)}"`, '과/와')} 함께 쓰지 않습니다.`,
    otherMachine: ({ address }) =>
      `${josa(`"${address.slice(0, 60)}"`, '은/는')} 분명하게 이 컴퓨터의 주소가 아닙니다. 레슨은 localhost와만 통신합니다.`,
    sqlFiles: ({ text }) => `${josa(`"${text}"`, '은/는')} 서버의 파일을 읽거나 씁니다. 레슨은 그러지 않습니다.`,
    clientCommand: '레슨은 mariadb 클라이언트의 명령을 쓰지 않고 SQL만 씁니다.',
  },
};
