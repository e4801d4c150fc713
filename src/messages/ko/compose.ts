import type { Messages } from '../index.ts';
import { josa } from './particles.ts';

/** What is said about a lesson's compose file. */
export const compose: Messages['compose'] = {
  shown: ({ file }) => `kafka-server-start.sh server.properties   (Docker 없이: ${file}의 설정으로)`,
  started: ({ service, file }) => `${file}에 적힌 대로 ${josa(service, '을/를')} 시작했습니다.`,
  startedAnew: ({ service, file }) =>
    `${josa(file, '이/가')} 바뀌어 ${josa(service, '을/를')} 새로 만들어 시작했습니다.`,
  unchanged: ({ service, file }) =>
    `${josa(service, '은/는')} 이미 실행 중이고, 그 뒤로 ${josa(file, '은/는')} 바뀌지 않았습니다.`,
  removed: ({ file }) => `${josa(file, '으로/로')} 시작했던 것을 멈추고 지웠습니다.`,
  reachesOut: ({ variable }) => `${josa(variable, '은/는')} 컨테이너 밖에 손을 댈 수 있습니다.`,
  noListeners: 'KAFKA_LISTENERS가 없습니다. Kafka가 어느 포트에서 들을지 정하는 값입니다.',
  noListenersNext: 'KAFKA_LISTENERS: HOST://:9092,INSIDE://:19092,CONTROLLER://:29093',
  // A lesson recognises this mistake by the English words.
  portTaken: ({ port }) =>
    `다른 프로그램이 이 컴퓨터의 포트 ${josa(port, '을/를')} 쓰고 있습니다 (port ${port} is taken by another program).`,
  portTakenNext: '콜론 앞에 다른 포트를 쓰고, KAFKA_ADVERTISED_LISTENERS에도 같은 포트를 쓰세요.',
  fileMissing: ({ file, folder }) => `${folder}에 ${file} 파일이 없습니다.`,
  noName: '레슨 폴더에 있는 파일을 경로 없이 쓰세요.',
  closed: '레슨의 compose 파일은 이 컴퓨터에서만 닿을 수 있는 Kafka 하나를 시작할 뿐, 다른 일은 할 수 없습니다.',
  hidden: '여기에 보이지 않는 문자가 있습니다.',
  notMapping: 'compose 파일은 services: 로 시작하고 그 아래에 서비스 이름이 옵니다.',
  oneService: '여기에는 서비스가 정확히 하나 있어야 합니다.',
  noImage: '서비스에 image가 없습니다.',
  otherImage: ({ image }) => `이미지 ${josa(image, '은/는')} 레슨에서 쓰는 이미지가 아닙니다.`,
  otherImageNext: ({ image }) => `image: ${image}`,
  badName: ({ name }) => `${josa(name, '은/는')} 서비스나 볼륨의 이름이 될 수 없습니다.`,
  badNameNext: '영문자, 숫자, -, _를 쓰세요.',
  unknownKey: ({ key }) => `여기에서는 ${josa(key, '을/를')} 쓸 수 없습니다.`,
  keysKnown: ({ keys }) => `다음만 쓰세요: ${keys.join(', ')}.`,
  noText: ({ name }) => `${name}의 값이 문자열이 아닙니다.`,
  noTextNext: '따옴표로 감싸세요.',
  noVariables: '여기에서는 변수($)를 채워 주지 않습니다.',
  noVariablesNext: '값을 직접 쓰세요.',
  badVariable: ({ text }) => `${text}에 값이 없습니다.`,
  badVariableNext: 'NAME=value 형식으로 쓰세요.',
  badPort: ({ text }) => `${josa(text, '은/는')} 이 컴퓨터에만 공개되지 않습니다.`,
  badPortWhy: '앞에 127.0.0.1이 없으면 같은 네트워크의 누구나 접속할 수 있습니다.',
  badPortNext: ({ host, container }) => `- 127.0.0.1:${host}:${container}`,
  badVolumes: '여기에는 볼륨 이름이 오고, 이름마다 뒤에 콜론이 붙습니다.',
  volumeOptions: ({ name }) => `여기에서는 볼륨 ${name}에 옵션을 줄 수 없습니다.`,
  badMount: ({ text }) => `${josa(text, '은/는')} 이름 있는 볼륨이 아닙니다.`,
  badMountWhy: '이 컴퓨터의 폴더는 컨테이너 밖에 둡니다.',
  badMountNext: '여기에는 NAME:/folder/in/the/container를, 파일 끝의 volumes: 아래에는 NAME:을 쓰세요.',
  noList: ({ key }) => `${key} 아래에는 목록, 곧 줄표(-)로 시작하는 줄이 와야 합니다.`,
};
