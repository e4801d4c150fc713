import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

const quoted = (folder: string): string => (/\s/.test(folder) ? `"${folder}"` : folder);

export const authorNew: Messages['authorNew'] = {
  about: '작은 레슨이 하나 있는 팩을 새 폴더에 만들기',
  notEmpty: ({ folder }) => `${folder}에 이미 무언가 있습니다.`,
  isFile: ({ folder }) => `${josa(folder, '은/는')} 파일입니다.`,
  unusable: ({ folder, reason }) => `${josa(folder, '을/를')} 읽을 수 없습니다 (${reason}).`,
  notEmptyNext: '비어 있거나 아직 없는 폴더를 쓰세요',
  made: ({ folder, lessons }) => `${folder}에 pack.yaml과 레슨 ${josa(lessons.join(', '), '을/를')} 만들었습니다.`,
  nextSteps: ({ folder }) =>
    [
      `보기:       kafka-lessons author preview ${quoted(folder)}`,
      `살펴보기:   kafka-lessons author check ${quoted(folder)}`,
      `증명하기:   kafka-lessons author test --pack ${quoted(folder)}`,
    ].join('\n'),
};
