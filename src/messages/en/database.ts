const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** What is said of the lessons' databases and their answers. */
export const database = {
  at: ({ database, address }: { database: string; address: string }) => `the database ${database} at ${address}`,
  noAnswer: ({ service }: { service: string }) => `${service[0]?.toUpperCase()}${service.slice(1)} does not answer.`,
  rows: ({ count }: { count: number }) => counted(count, 'row'),
  changed: ({ count }: { count: number }) => `${counted(count, 'row')} changed`,
  nothingChanged: 'OK, no rows changed',
  error: ({ message, errno, sqlState }: { message: string; errno: number; sqlState: string }) =>
    `ERROR ${errno} (${sqlState}): ${message}`,
  notDropped: ({ database }: { database: string }) => `Tables of ${database} could not be dropped.`,
};
