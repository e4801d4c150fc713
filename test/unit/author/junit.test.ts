import { describe, expect, it } from 'vitest';
import { junitXml } from '../../../src/author/junit.ts';
import type { LessonProof } from '../../../src/author/proof.ts';

const lesson: LessonProof = {
  lesson: 'topics',
  title: 'Topics',
  ms: 3210,
  extent: 'whole',
  proofs: [
    { lesson: 'topics', claim: { kind: 'first', step: 'create' }, status: 'passed', ms: 1200, problem: [] },
    {
      lesson: 'topics',
      claim: { kind: 'mistake', step: 'create', say: 'A "topic" <order> & more' },
      status: 'failed',
      ms: 10,
      problem: ['not told: <x>', 'found \u001b[31m]]>'],
    },
    { lesson: 'topics', claim: { kind: 'again', step: 'old' }, status: 'skipped', ms: 0, problem: [] },
    { lesson: 'topics', claim: { kind: 'clean' }, status: 'blocked', ms: 5, problem: ['no broker'] },
  ],
};

describe('the result as JUnit XML', () => {
  const xml = junitXml('my "pack" & co', [lesson]);

  it('has one suite a lesson with its counts and times in seconds', () => {
    expect(xml).toContain('<?xml version="1.0" encoding="UTF-8"?>');
    expect(xml).toContain('<testsuite name="topics" tests="4" failures="1" errors="1" skipped="1" time="3.210">');
    expect(xml).toContain('<testcase classname="topics" name="create: fails before, passes after" time="1.200">');
    expect(xml).toContain('<skipped message="this engine lacks what the step needs">');
    expect(xml).toContain('<error message="no broker">');
  });

  it('is well-formed whatever people have written: escaped, and without characters that XML cannot hold', () => {
    expect(xml).toContain('name="my &quot;pack&quot; &amp; co"');
    expect(xml).toContain('create: tells: A &quot;topic&quot; &lt;order&gt; &amp; more');
    expect(xml).toContain('not told: &lt;x&gt;\nfound \ufffd[31m]]&gt;');
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
    // Without the tags no sign of a tag is left.
    expect(xml.replaceAll(/<[?/]?[a-z]+(?: [a-z]+="[^"<]*")*\??>/g, '')).not.toMatch(/[<]/);
  });

  it('is a document also before anything was proved', () => {
    expect(junitXml('p', [])).toMatch(/<testsuites name="p" tests="0"[^>]*>/);
  });
});
