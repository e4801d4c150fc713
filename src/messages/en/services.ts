/** Connect and the databases, as the native engine has them. */
export const services = {
  connectParts: 'a worker that runs the connectors, one Java process',
  databaseParts: 'a MariaDB server with data of its own',

  serverMissing: ({ system }: { system: string }) =>
    `MariaDB is missing: there is no mariadbd on this computer, and none to be fetched for ${system}.`,
  serverMissingWhy: 'The databases of the lessons are MariaDB servers with data of their own.',
  serverFound: ({ path }: { path: string }) => `MariaDB (${path})`,
  serverHere: 'MariaDB 11.4.5, fetched',
  serverToFetch: 'MariaDB is not installed. It is fetched once, 149 MB, when a lesson first needs a database.',
  serverNotNow: 'The lessons without a database work without it.',
  diskForMore: ({ needed }: { needed: number }) =>
    `Connectors and databases need about ${needed} MB. The lessons without them work with less.`,
  initFailed: ({ service, folder }: { service: string; folder: string }) =>
    `The data folder of the database ${service} could not be prepared: ${folder}`,
  notRunnable: ({ path }: { path: string }) => `MariaDB could not be started: ${path}`,

  whichDatabase: 'mariadb first wants the name of a database: shop or warehouse.',
  whichDatabaseNext: 'mariadb shop -e "SHOW TABLES"',
  noClient: 'The client mariadb is not on this computer.',
  databaseDown: ({ service }: { service: string }) => `The database ${service} was never started.`,
  upCommand: ({ service }: { service: string }) => `kafka-lessons up ${service}`,
};
