import { expect, it } from 'vitest';
import { answerLines } from '../../../src/connect/print-outcome.ts';

const answered = (body: string) => answerLines({ kind: 'answered', status: 200, reason: 'OK', body });

it('lays out JSON', () => {
  expect(answered('{"name":"shop","tasks":[]}')).toEqual(['200 OK', '{', '  "name": "shop",', '  "tasks": []', '}']);
});

it('gives each line of a trace a line of its own', () => {
  const trace = 'E: no\n\tat a.B.c(B.java:1)\nCaused by: F: Access denied\n';
  expect(answered(JSON.stringify({ trace }))).toEqual([
    '200 OK',
    '{',
    '  "trace": [',
    '    "E: no",',
    '    "at a.B.c(B.java:1)",',
    '    "Caused by: F: Access denied"',
    '  ]',
    '}',
  ]);
});

it('prints anything else as it is', () => {
  expect(answered('<html>\n')).toEqual(['200 OK', '<html>']);
  expect(answered('')).toEqual(['200 OK']);
});
