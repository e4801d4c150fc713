import type { Assertion } from '../lesson/types.ts';
import { messages } from '../messages/index.ts';

/** What a check looks at, on one line: `topic quickstart-events`. */
export function describeAssertion(assertion: Assertion): string {
  const say = messages().check;
  switch (assertion.subject) {
    case 'topic':
      return say.labelTopic({ name: assertion.topic });
    case 'records':
      return assertion.partition === undefined
        ? say.labelRecords({ name: assertion.topic })
        : say.labelRecordsIn({ name: assertion.topic, partition: assertion.partition });
    case 'group':
      return say.labelGroup({ name: assertion.group });
    case 'cluster':
      return say.labelCluster;
    case 'connect':
      return say.labelConnect;
    case 'connector':
      return say.labelConnector({ name: assertion.connector });
    case 'sql':
      return say.labelSql({ name: assertion.at });
    case 'output':
      return assertion.contains || assertion.matches || assertion.excludes ? say.labelOutput : say.labelExit;
    case 'file':
      return say.labelFile({ name: assertion.file });
    case 'background':
      return say.labelBackground({ name: assertion.id });
  }
}

/**
 * True where waiting cannot change the verdict once the step's commands have ended. A cluster comes round, a background
 * command goes on printing, and a learner edits files.
 */
export const isFinal = (assertion: Assertion): boolean => assertion.subject === 'output';
