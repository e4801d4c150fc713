import { describe, expect, it } from 'vitest';
import { parseLine } from '../../../src/command/parse-line.ts';

const note = '/opt/kafka_2.13-2.8.1/bin/kafka-topics.sh';

describe('spellings of one tool', () => {
  const cases: readonly (readonly [written: string, remark: RegExp | undefined])[] = [
    ['kafka-topics', undefined],
    ['kafka-topics.sh', undefined],
    ['kafka-topics.bat', /"kafka-topics\.bat" is run as kafka-topics\.sh/],
    ['Kafka-Topics.BAT', /is run as kafka-topics\.sh/],
    ['bin/kafka-topics.sh', /need no path/],
    ['./bin/windows/kafka-topics.bat', /need no path/],
    ['bin\\windows\\kafka-topics.bat', /"bin\\windows\\kafka-topics\.bat" is run as/],
    ['.\\bin\\windows\\kafka-topics.bat', /need no path/],
    ['C:\\kafka\\bin\\windows\\kafka-topics.bat', /need no path/],
    ['"C:\\Program Files\\kafka\\bin\\windows\\kafka-topics.bat"', /need no path/],
    ['%KAFKA_HOME%\\bin\\windows\\kafka-topics', /need no path/],
    [note, /need no path/],
    ['$ kafka-topics.sh', /prompt/],
    ['$ ./bin/windows/kafka-topics.bat', /prompt/],
    ['me@host:~/kafka$ kafka-topics.sh', /prompt/],
    ['PS C:\\kafka> .\\bin\\windows\\kafka-topics.bat', /prompt/],
    ['[me@host kafka]$ kafka-topics.sh', /prompt/],
    ['C:\\kafka_2.13-4.3.1>bin\\windows\\kafka-topics.bat', /prompt/],
    ['C:\\kafka>bin\\windows\\kafka-topics.bat', /prompt/],
    ['sudo kafka-topics.sh', /"sudo" is left out/],
    ['sudo -u kafka -E bin/kafka-topics.sh', /"sudo -u kafka -E" is left out/],
    ['winpty kafka-topics.sh', /"winpty" is left out/],
    ['bash bin/kafka-topics.sh', /"bash" is left out/],
    [
      `docker exec kafka-docker-kafka-1 ${note}`,
      /"docker exec kafka-docker-kafka-1" is left out: kafka-topics\.sh runs/,
    ],
    [`docker exec -it kafka-docker-kafka-1 ${note}`, /"docker exec -it kafka-docker-kafka-1" is left out/],
    [`docker exec -i -t kafka ${note}`, /is left out/],
    [`docker exec -t -e A=B -u root -w /opt --env=C=D kafka ${note}`, /"docker exec -t -e A=B/],
    [`docker exec -itu root --workdir /opt kafka ${note}`, /is left out/],
    [`docker container exec kafka ${note}`, /is left out/],
    [`docker --context mine exec kafka kafka-topics`, /is left out/],
    [`docker.exe exec kafka kafka-topics`, /is left out/],
    [`sudo docker exec -it kafka ${note}`, /"sudo" is left out/],
    [`winpty docker exec -it kafka ${note}`, /"winpty" is left out/],
    [`docker exec -it kafka bash ${note}`, /"docker exec -it kafka" is left out/],
    ['docker compose exec broker kafka-topics.sh', /"docker compose exec broker" is left out/],
    ['docker compose -f a.yml exec -T broker kafka-topics.sh', /is left out/],
    ['docker-compose exec broker kafka-topics.sh', /is left out/],
  ];
  for (const [written, remark] of cases) {
    it(written, () => {
      const { commands, remarks } = parseLine(`${written} --bootstrap-server localhost:9092 --list`);
      expect(commands).toEqual([{ tool: 'kafka-topics', args: ['--bootstrap-server', 'localhost:9092', '--list'] }]);
      if (remark) expect(remarks[0]).toMatch(remark);
      else expect(remarks).toEqual([]);
    });
  }
});

describe('what stays as it is', () => {
  const cases: readonly (readonly [line: string, tool: string, ...args: string[]])[] = [
    ['docker ps', 'docker', 'ps'],
    ['docker exec kafka ls', 'docker', 'exec', 'kafka', 'ls'],
    ['docker exec -it kafka bash', 'docker', 'exec', '-it', 'kafka', 'bash'],
    ['docker exec', 'docker', 'exec'],
    ['docker', 'docker'],
    ['sudo', 'sudo'],
    ['./start.sh', './start.sh'],
    ['kafka-topic.sh --list', 'kafka-topic', '--list'],
    [
      'kafka-console-producer.sh --broker-list localhost:9092',
      'kafka-console-producer',
      '--broker-list',
      'localhost:9092',
    ],
  ];
  for (const [line, tool, ...args] of cases) {
    it(line, () => expect(parseLine(line)).toEqual({ commands: [{ tool, args }], remarks: [] }));
  }

  it('says what word processors made of an option or a quote', () => {
    expect(parseLine('kafka-topics.sh —list').remarks[0]).toContain('long dash');
    expect(parseLine('echo “hello”').remarks[0]).toContain('typographic');
    expect(parseLine('echo "he said “hello”"').remarks).toEqual([]);
  });

  it('understands wrapped tools behind a pipe', () => {
    const parsed = parseLine(`echo a | docker exec -i kafka ${note} --list`);
    expect(parsed.commands.map(({ tool }) => tool)).toEqual(['echo', 'kafka-topics']);
  });
});
