import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What the system stands in the way of. */
export const platform: Messages['platform'] = {
  lineTooLong: ({ file, characters }) =>
    `${josa(file, '을/를')} 시작할 수 없습니다. 명령줄이 ${characters}자나 됩니다.`,
  lineTooLongWhy: ({ longest }) => `배치 파일인데, cmd.exe는 ${longest}자까지만 읽습니다.`,
  lineTooLongNext: 'KAFKA_LESSONS_HOME을 경로가 더 짧은 폴더로 정하세요. 예: C:\\kafka-lessons.',
  lineBreak: ({ file }) => `${josa(file, '을/를')} 시작할 수 없습니다. 넘겨줄 내용에 줄바꿈이 있습니다.`,
  lineBreakWhy: '배치 파일인데, cmd.exe는 나머지를 다른 명령으로 읽게 됩니다.',
  kafkaHere: 'Kafka는 Windows용으로 만들어지지 않았습니다. 토픽을 지우면 브로커가 끝나 버립니다.',
  kafkaHereWhy: 'Kafka가 파일이 열려 있는 폴더의 이름을 바꾸려 하는데, Windows가 거부합니다 (KAFKA-1194).',
  kafkaHereFix: 'Docker를 쓰거나(kafka-lessons --engine docker), WSL 2 안에서 kafka-lessons를 시작하세요',
  disk: {
    refused: ({ path }) => `여기에 쓸 수 없습니다: ${path}`,
    refusedSomewhere: '쓰지 못한 것이 있습니다.',
    why: {
      full: '디스크가 가득 찼습니다.',
      'not-allowed': '쓰기 권한이 없습니다.',
      'in-the-way': '같은 이름의 다른 것이 그 자리나 위쪽 폴더 자리에 있습니다.',
    },
    next: {
      full: '공간을 조금 비우고 다시 해 보세요. 얼마나 필요한지는 kafka-lessons doctor가 알려 줍니다.',
      'not-allowed':
        '그곳에 쓸 수 있게 하거나, KAFKA_LESSONS_HOME(진도, 브로커)과 KAFKA_LESSONS_CACHE(내려받은 파일)로 다른 폴더를 지정하세요.',
      'in-the-way': '그것을 다른 곳으로 옮기고 다시 해 보세요.',
    },
  },
  noEditor: '편집기를 찾지 못했습니다.',
  editorMissing: ({ variable, value }) => `${variable}의 값이 ${value}인데, 그런 프로그램이 없습니다.`,
  editorUnclear: ({ variable, value }) => `${variable}의 값이 ${value}인데, 그것은 셸이 있어야 합니다.`,
  editorNext: ({ example }) => `VISUAL이나 EDITOR에 프로그램과 그 옵션을 적으세요. 예: ${example}.`,
};
