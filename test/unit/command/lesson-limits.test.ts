import { describe, expect, test } from 'vitest';
import { checkLine } from '../../../src/command/check-line.ts';
import { museumToolNames } from '../../../src/command/known-tools.ts';

describe('lessons may not', () => {
  test.each([
    'kafka-run-class.sh -javaagent:evil.jar x',
    'kafka-server-start.sh server.properties',
    'connect-standalone.sh a.properties b.properties',
    'kafka-topics.sh --command-config /etc/passwd --list',
    'kafka-console-producer.sh --producer.config=../../x.properties --topic t',
    'kafka-dump-log.sh --files /var/lib/x.log',
    'cat /etc/passwd',
    'cat ../other-lesson/x',
    'docker run -v /:/host alpine',
    'docker exec kafka sh',
    'docker compose -f /tmp/x.yaml up -d',
    'docker compose -f ../x.yaml up -d',
    'docker compose --env-file x -f a.yaml up -d',
    'docker compose up -d',
    'docker -H tcp://evil:2375 ps',
    'docker ps --format {{json}}',
    'tar xf a.tar -C /',
    'tar -x -f ../a.tar',
    'tar xf a.tar --to-command=sh',
    'tar xf a.tar --checkpoint=1 --checkpoint-action=exec=sh',
    'tar xf a.tar --use-compress-program=evil',
    'tar xf a.tar --to-comm=sh',
    'tar -I evil -xf a.tar',
    'tar xPf a.tar',
    'tar xf evil.example.org:a.tar',
    'curl https://example.org/x',
    'curl example.org',
    'curl file:///etc/passwd',
    'curl http://localhost@example.org/',
    'curl http://localhost\\\\@example.org/',
    "curl 'http://{localhost,example.org}/'",
    'curl -o /root/.bashrc localhost:8083',
    'curl -o../x localhost:8083',
    'curl --output=/x localhost:8083',
    'curl -K evil.conf',
    'curl -x evil:80 localhost:8083',
    'curl --unix-socket docker.sock http://localhost/containers/json',
    'curl -L localhost:8083',
    'curl -T /etc/passwd localhost:8083',
    'curl -d @/etc/passwd localhost:8083',
    `curl -d '{"file": "/root/.ssh/authorized_keys"}' localhost:8083/connectors`,
    `printf '{"file": "/root/.bashrc"}' | curl -d @- localhost:8083/connectors`,
    'curl --url example.org',
    "mariadb shop -e '\\! sh'",
    'mariadb shop -e "system sh"',
    'mariadb shop -e "SELECT 1; source x"',
    `mariadb shop -e "SELECT 1 INTO OUTFILE 'x'"`,
    'mariadb shop --pager=sh',
    'mariadb shop --init-command=x',
    'mariadb --defaults-file=x shop',
    './bin/../../evil.sh',
    '/usr/bin/python3 x.py',
    'bash x.sh',
    'node x.js',
    'npm install x',
  ])('%s', (line) => {
    expect(checkLine(line)?.message).toEqual(expect.any(String));
  });
});

describe('lessons may', () => {
  test.each([
    'kafka-topics.sh --bootstrap-server localhost:9092 --list',
    'kafka-console-producer.sh --producer.config client.properties --topic t',
    "kafka-console-producer.sh --topic t --property 'key.separator=/'",
    'cat hour.txt | kafka-console-producer.sh --topic t',
    'echo /etc/passwd',
    'docker compose -f compose.yaml up -d',
    'docker ps',
    'docker ps -a',
    'tar czf mini.tar.gz -C packed mini',
    'tar svf mini.tar.gz',
    'tar xvf mini.tar.gz',
    'tar -tf mini.tar.gz',
    'curl localhost:8083/connectors/x/status',
    'curl -s -X POST -H "Content-Type: application/json" -d @x.json http://localhost:8083/connectors',
    'curl -XDELETE http://127.0.0.1:8083/connectors/x',
    `curl -d '{"file": "a.txt"}' localhost:8083/connectors`,
    'mariadb shop -t -e "SELECT * FROM users"',
    'kafka-lessons stop broker-2',
  ])('%s', (line) => {
    expect(checkLine(line)).toBeUndefined();
  });

  test('name what is inside ZooKeeper', () => {
    expect(checkLine('zookeeper-shell.sh localhost:2181 ls /brokers/topics', museumToolNames)).toBeUndefined();
  });
});
