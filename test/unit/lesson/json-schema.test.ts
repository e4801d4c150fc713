import { readFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { jsonSchema, schemaParts } from '../../../src/lesson/json-schema.ts';
import { loadPack } from '../../../src/lesson/load-pack.ts';

const folder = new URL('../../../lessons/', import.meta.url);
const validator = (part: (typeof schemaParts)[number]) =>
  z.fromJSONSchema(jsonSchema(part) as Parameters<typeof z.fromJSONSchema>[0]);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

test.each(schemaParts)('%s says something and can be written', (part) => {
  const schema = JSON.parse(JSON.stringify(jsonSchema(part)));
  expect(schema.$schema).toContain('2020-12');
  expect(schema.type).toMatch(/^(?:object|array)$/);
});

describe('the course is as the schemas say', async () => {
  const result = await loadPack(folder.pathname);
  const lessons = result.ok ? result.pack.lessons : [];
  const texts = lessons.map(({ path }) => readFileSync(path, 'utf8'));
  const blocks = (role: string) =>
    texts
      .flatMap((text) => new MarkdownIt().parse(text, {}))
      .filter(({ info }) => new RegExp(`^yaml ${role}\\b`).test(info));

  test('pack.yaml and the glossary', () => {
    validator('pack').parse(parse(read('pack.yaml')));
    validator('glossary').parse(parse(read('glossary.yaml')));
  });

  test('front matter', () => {
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) validator('front-matter').parse(parse(text.split(/^---$/m)[1] ?? ''));
  });

  test.each(['check', 'mistakes'] as const)('%s', (role) => {
    const schema = validator(role);
    expect(blocks(role).length).toBeGreaterThan(10);
    for (const { content } of blocks(role)) schema.parse(parse(content));
  });
});

describe('what the parser refuses, the schema refuses', () => {
  test.each([
    ['pack', 'format: 2\nname: a\ntitle: { en: A }\nlanguages: [en]\nlessons: [a]'],
    ['pack', 'format: 1\nnam: a\ntitle: { en: A }\nlanguages: [en]\nlessons: [a]'],
    ['pack', 'format: 1\nname: a\ntitle: { en: A }\nlanguages: []\nlessons: [a]'],
    ['front-matter', 'id: a\ntitle: A\nsummary: S\nminutes: 0\nservices: []'],
    ['front-matter', 'id: a\ntitle: A\nsummary: S\nminutes: 5\nservices: [brokr]'],
    ['front-matter', 'id: a\ntitle: A\nsummary: S\nservices: []'],
    ['check', '- topic: a\n  partition: 3'],
    ['check', '- topic: a\n  partitions: some'],
    ['check', '- records: a\n  values: x'],
    ['check', '- subject: a'],
    ['check', '- cluster: { broker: 1 }'],
    ['check', '[]'],
    ['mistakes', '- when: { topic: a }'],
    ['mistakes', '- when: { topi: a }\n  say: x'],
    ['glossary', '- { en: topic, avoid: { ko: 주제 } }'],
  ] as const)('%s %j', (part, text) => {
    expect(validator(part).safeParse(parse(text)).success).toBe(false);
  });

  test.each([
    ['check', '- output:\n    contains: a'],
    ['check', '- output:\n  contains: [a, b]'],
    ['check', '- connect:'],
    ['check', '- exit: 1'],
    ['mistakes', '- when: [{ topic: a }, { group: g, exists: false }]\n  say: x\n  try: y'],
  ] as const)('and takes %s %j', (part, text) => {
    validator(part).parse(parse(text));
  });
});
