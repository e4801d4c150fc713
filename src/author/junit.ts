import XMLBuilder from 'fast-xml-builder';
import { messages } from '../messages/index.ts';
import type { Claim, LessonProof, Proof } from './proof.ts';

/**
 * The result as JUnit XML, the form that CI servers read (one `testsuite` a lesson, one `testcase` a claim): testmoapp/junitxml describes
 * what they understand.
 */
export function junitXml(pack: string, lessons: readonly LessonProof[]): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });
  const proofs = lessons.flatMap((lesson) => lesson.proofs);
  const ms = lessons.reduce((sum, lesson) => sum + lesson.ms, 0);
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': plain(pack), ...counts(proofs), '@time': seconds(ms), testsuite: lessons.map(suite) },
  });
}

const suite = ({ lesson, proofs, ms }: LessonProof) => ({
  '@name': lesson,
  ...counts(proofs),
  '@time': seconds(ms),
  testcase: proofs.map(testCase),
});

function testCase({ lesson, claim, status, ms, problem }: Proof) {
  const detail = { '@message': plain(problem[0] ?? ''), '#text': plain(problem.join('\n')) };
  return {
    '@classname': lesson,
    '@name': plain(claimName(claim)),
    '@time': seconds(ms),
    ...(status === 'failed' && { failure: detail }),
    ...(status === 'blocked' && { error: detail }),
    ...(status === 'skipped' && { skipped: { '@message': messages().authorTest.notHere } }),
  };
}

const counts = (proofs: readonly Proof[]) => ({
  '@tests': proofs.length,
  '@failures': count(proofs, 'failed'),
  '@errors': count(proofs, 'blocked'),
  '@skipped': count(proofs, 'skipped'),
});

const count = (proofs: readonly Proof[], status: Proof['status']): number =>
  proofs.filter((proof) => proof.status === status).length;

/** `create: passes again when the lesson is repeated` */
export function claimName(claim: Claim): string {
  const say = messages().authorTest.claims;
  switch (claim.kind) {
    case 'first':
    case 'again':
      return `${claim.step}: ${say[claim.kind]}`;
    case 'mistake':
      return `${claim.step}: ${say.mistake(claim)}`;
    case 'clean':
      return say.clean;
    default:
      return claim satisfies never;
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(3);

/** Without the characters that XML 1.0 cannot hold, not even escaped. */
const plain = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
