/** The user of both databases, on both engines. */
export const databaseUser = { name: 'lessons', password: 'kafka-lessons' } as const;
