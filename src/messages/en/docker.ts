/** What the Docker engine says; what keeps Docker from being used is told by the doctor's sentences. */
export const docker = {
  cannotLook: 'Docker could not be asked what runs.',
  cannotStop: 'Docker could not stop the containers of the lessons.',
  tooSlow: 'Docker did not come to an end with it.',
  orNative: ({ next }: { next: string }) => `${next}\nor without Docker: kafka-lessons --engine native`,
  useNative: 'kafka-lessons --engine native',
  serviceUnknownWhy: 'This version of the Docker engine has Kafka, Connect and the databases, and no museum.',
};
