import type { DatabaseName } from '../../lesson/types.ts';
import { loopback } from '../../platform/free-port.ts';
import { withoutSocket } from '../../platform/mariadb-programs.ts';
import { databaseUser } from '../database-user.ts';
import type { DatabaseServer } from './database-server.ts';

/** Servers that are read from the same place must differ in it. */
const serverIds: Readonly<Record<DatabaseName, number>> = { shop: 1, warehouse: 2 };

/** What every start of a server is given first: nothing of a MariaDB that is installed here, and a data folder of its own. */
export const ownData = ({ base }: DatabaseServer, dataFolder: string): readonly string[] => [
  '--no-defaults',
  ...(base === undefined ? [] : [`--basedir=${base}`]),
  `--datadir=${dataFolder}`,
];

/** A server refuses to be root's unless it is told so. */
export const asRoot = (uid = process.getuid?.()): readonly string[] => (uid === 0 ? ['--user=root'] : []);

/** The server's options: reachable from this machine only, small, with a log of changes that connectors can read. */
export function serverArguments(
  server: DatabaseServer,
  { name, port, dataFolder, log }: { name: DatabaseName; port: number; dataFolder: string; log: string },
): readonly string[] {
  return [
    ...ownData(server, dataFolder),
    ...asRoot(),
    `--port=${port}`,
    `--bind-address=${loopback}`,
    '--skip-networking=0',
    ...withoutSocket(),
    '--skip-name-resolve',
    // A certificate would be made at every start, which takes seconds, for a server that only this machine can reach.
    '--skip-ssl',
    `--log-error=${log}`,
    // Every look whether it answers would be a line.
    '--log-warnings=1',

    `--server-id=${serverIds[name]}`,
    '--log-bin=changes',
    '--binlog-format=ROW',
    '--binlog-row-image=FULL',
    // Without it a reader of 11.4 and newer finds no place to go on from; older servers do not know it, and do not need it.
    '--loose-binlog-legacy-event-pos=1',
    '--binlog-expire-logs-seconds=604800',

    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_general_ci',
    '--default-time-zone=+00:00',

    // A lesson has a handful of rows.
    '--innodb-buffer-pool-size=32M',
    '--innodb-log-file-size=16M',
    '--key-buffer-size=1M',
    '--aria-pagecache-buffer-size=8M',
    '--max-connections=50',
    '--performance-schema=OFF',
  ];
}

/**
 * What a new server is told once: its database, the user of the lessons, and that nobody else may come in.
 * @param grants what the user may do beyond its own database, a statement a line
 */
export function firstStatements(name: DatabaseName, grants: string): string {
  const user = `'${databaseUser.name}'@'%'`;
  const lines = [
    // Until then a server without its network takes no statements about users.
    'FLUSH PRIVILEGES;',
    `CREATE DATABASE ${name} CHARACTER SET utf8mb4;`,
    `CREATE USER ${user} IDENTIFIED BY '${databaseUser.password}';`,
    `GRANT ALL ON ${name}.* TO ${user};`,
    ...grants.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('--')),
    // The ones it is made with have no password.
    `DELETE FROM mysql.global_priv WHERE User <> '${databaseUser.name}';`,
  ];
  return `${lines.join('\n')}\n`;
}
