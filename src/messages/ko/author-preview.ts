import type { Messages } from '../index.ts';

export const authorPreview: Messages['authorPreview'] = {
  about: '쓰고 있는 팩을 앱으로 보기: 저장하면 따라 바뀌고, 모든 단계가 열려 있음',
  needsScreen: 'author preview는 쓰는 동안 레슨을 보여 주므로 전체 화면이 필요합니다.',
  ending: '미리보기에서 시작한 것을 끝냅니다. 자신의 진도는 그대로입니다.',
};
