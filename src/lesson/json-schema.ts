import * as z from 'zod';
import { named, single } from './assertions/parse-assertions.ts';
import { rows } from './assertions/sql.ts';
import { frontMatter } from './front-matter.ts';
import { packFile } from './parse-pack.ts';
import { anyText, anyValue } from './schema.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The parts of a pack that are YAML. */
export const schemaParts = ['pack', 'front-matter', 'check', 'mistakes', 'glossary'] as const;
export type SchemaPart = (typeof schemaParts)[number];

/** A part of the format as a JSON schema (2020-12), made of the schemas that the parser itself uses. */
export function jsonSchema(part: SchemaPart): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `kafka-lessons: ${part}`,
    ...schemaOf(part),
  };
}

function schemaOf(part: SchemaPart): JsonSchema {
  switch (part) {
    case 'pack':
      return { ...convert(packFile), properties: { ...convert(packFile).properties, format: { const: 1 } } };
    case 'front-matter':
      return convert(frontMatter);
    case 'check':
      return { type: 'array', minItems: 1, items: assertion() };
    case 'mistakes':
      return { type: 'array', minItems: 1, items: mistake() };
    case 'glossary':
      return { type: 'array', items: term };
  }
}

/** What each subject of an assertion may have beside it, as JSON schemas. */
export function assertionSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(Object.entries({ ...named, ...single }).map(([subject, schema]) => [subject, convert(schema)]));
}

function assertion(): JsonSchema {
  const subjects = Array.from(assertionSchemas(), ([subject, schema]) => {
    if (!(subject in single)) return [schema];
    // Their keys stand below them, or beside them.
    const below = {
      type: 'object' as const,
      properties: { [subject]: schema },
      required: [subject],
      additionalProperties: false as const,
    };
    const beside = {
      ...schema,
      properties: { [subject]: { type: 'null' as const }, ...schema.properties },
      required: [subject],
    };
    return [below, beside];
  });
  return { anyOf: subjects.flat() };
}

function mistake(): JsonSchema {
  const when = { anyOf: [assertion(), { type: 'array' as const, minItems: 1, items: assertion() }] };
  const said = { type: 'string' as const };
  return {
    type: 'object',
    properties: { when, say: said, try: said },
    required: ['when', 'say'],
    additionalProperties: false,
  };
}

const term: JsonSchema = {
  type: 'object',
  properties: {
    avoid: { type: 'object', additionalProperties: { type: 'array', minItems: 1, items: { type: 'string' } } },
  },
  additionalProperties: { type: 'string' },
};

const convert = (schema: z.core.$ZodType): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override });
  return rest;
};

const texts: readonly ('string' | 'number' | 'boolean')[] = ['string', 'number', 'boolean'];

/** Our own readers of scalars and lists, which JSON schema knows nothing of. */
function override({
  zodSchema,
  jsonSchema: result,
}: {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: JsonSchema;
}): void {
  if (result.type === 'integer') {
    if (result.maximum === Number.MAX_SAFE_INTEGER) delete result.maximum;
    if (result.minimum === Number.MIN_SAFE_INTEGER) delete result.minimum;
  }
  if (zodSchema._zod.def.type !== 'pipe') return;
  const { in: from, out: to } = zodSchema._zod.def;
  if (to === readerOf(anyText)) Object.assign(result, { type: texts });
  else if (to === readerOf(anyValue)) return;
  else if (to === readerOf(rows))
    Object.assign(result, {
      anyOf: [
        { type: 'integer', minimum: 0 },
        { type: 'array', items: { type: 'object' } },
      ],
    });
  // z.preprocess: one value, or a list.
  else if (from._zod.def.type === 'transform') {
    const list = convert(to);
    for (const key of Object.keys(result)) delete result[key];
    Object.assign(result, list.type === 'array' ? { anyOf: [list.items, list] } : list);
  }
}

const readerOf = (schema: z.ZodType): unknown => (schema._zod.def as { readonly out?: unknown }).out;
