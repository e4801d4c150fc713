import { describe, expect, it } from 'vitest';
import { readComposeFile } from '../../../../src/engine/compose-file.ts';
import { composedSettings, hiddenPorts, settingOf } from '../../../../src/engine/native/composed-settings.ts';
import { UserError } from '../../../../src/errors.ts';

const file = (...variables: readonly string[]) =>
  readComposeFile(
    [
      'services:',
      '  kafka:',
      '    image: apache/kafka:4.3.1',
      '    ports:',
      '      - 127.0.0.1:9192:9092',
      '    environment:',
      ...variables.map((variable) => `      ${variable}`),
    ].join('\n'),
    'compose.yaml',
  );

const usual = [
  'KAFKA_NODE_ID: 1',
  'KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka:29093',
  'KAFKA_LISTENERS: HOST://:9092,INSIDE://:19092,CONTROLLER://:29093',
  'KAFKA_ADVERTISED_LISTENERS: HOST://kafka:9092,INSIDE://kafka:19092',
];
const own = new Map([
  [19092, 40001],
  [29093, 40002],
]);
const settings = (...variables: readonly string[]) =>
  composedSettings(file(...variables), { dataFolder: '/data', own });

it.each([
  ['KAFKA_NODE_ID', 'node.id'],
  ['KAFKA_A_B__C___D', 'a.b_c-d'],
  ['KAFKA_HEAP_OPTS', undefined],
  ['KAFKA_OPTS', undefined],
  ['CLUSTER_ID', undefined],
])('%s is %s', (variable, setting) => {
  expect(settingOf(variable)).toBe(setting);
});

describe("a compose file's Kafka without a container", () => {
  it('listens where it is published, and on free ports for the rest, on this computer only', () => {
    expect(hiddenPorts(file(...usual))).toEqual([19092, 29093]);
    expect(settings(...usual)).toMatchObject({
      'node.id': '1',
      'log.dirs': '/data',
      listeners: 'HOST://127.0.0.1:9192,INSIDE://127.0.0.1:40001,CONTROLLER://127.0.0.1:40002',
      'controller.quorum.voters': '1@127.0.0.1:40002',
    });
  });

  it('tells clients what the file says, right or wrong', () => {
    expect(settings(...usual)['advertised.listeners']).toBe('HOST://kafka:9092,INSIDE://127.0.0.1:40001');
  });

  it('keeps its data where we put them', () => {
    expect(settings(...usual, 'KAFKA_LOG_DIRS: /etc')['log.dirs']).toBe('/data');
  });

  it.each(['KAFKA_SSL_KEYSTORE_LOCATION: /etc/passwd', 'KAFKA_METRIC_REPORTERS: x.Y', 'KAFKA_CONFIG_PROVIDERS: file'])(
    'does not let %s reach out, and tells the line',
    (variable) => {
      const refused = () => settings(...usual, variable);
      expect(refused).toThrow(UserError);
      expect(refused).toThrow(/^compose\.yaml:11:/);
    },
  );

  it('wants to know its ports', () => {
    expect(() => settings('KAFKA_NODE_ID: 1')).toThrow(/KAFKA_LISTENERS is missing/);
  });
});
