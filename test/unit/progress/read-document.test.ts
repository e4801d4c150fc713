import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/progress/read-document.ts';
import { documentOf, passed, recordsAt } from './support.ts';

const change = (patch: object): string => JSON.stringify({ ...JSON.parse(documentOf(recordsAt('list'))), ...patch });
const withRecords = (records: object): string => change({ packs: { course: records } });

describe('readDocument', () => {
  it('reads what is good', () => {
    const text = change({ engine: 'native', language: 'en' });
    expect(readDocument(text)).toEqual({ state: 'good', document: JSON.parse(text) });
  });

  it('reads what steps were set up, and what was written before there were such steps', () => {
    const records = { steps: { 'topics/list': passed }, clusters: { topics: 'c' } };
    for (const text of [withRecords(records), withRecords({ ...records, setups: { 'topics/list': 'c' } })]) {
      expect(readDocument(text)).toEqual({ state: 'good', document: JSON.parse(text) });
    }
    expect(readDocument(withRecords({ ...records, setups: { topics: 'c' } }))).toEqual({ state: 'damaged' });
  });

  it('reads what was opened ahead, and what was written before that could be', () => {
    for (const record of [passed, { ...passed, ahead: true }]) {
      const text = withRecords({ steps: { 'topics/list': record } });
      expect(readDocument(text)).toEqual({ state: 'good', document: JSON.parse(text) });
    }
    const text = withRecords({ steps: { 'topics/list': { ...passed, ahead: 'yes' } } });
    expect(readDocument(text)).toEqual({ state: 'damaged' });
  });

  const damaged: readonly (readonly [name: string, text: string])[] = [
    ['empty', ''],
    ['cut off', documentOf(recordsAt('list')).slice(0, -3)],
    ['zeros, as after a power cut', '\0'.repeat(100)],
    ['not an object', '[]'],
    ['null', 'null'],
    ['without a version', '{"packs": {}}'],
    ['with a version that is none', change({ version: '1' })],
    ['with an unknown key', change({ more: 1 })],
    ['with an unknown engine', change({ engine: 'cloud' })],
    ['with a key that is no step', withRecords({ steps: { topics: passed } })],
    ['with a step that is none', withRecords({ steps: { 'topics/list': {} } })],
    ['with an unknown status', withRecords({ steps: { 'topics/list': { ...passed, status: 'done' } } })],
    ['with a negative count', withRecords({ steps: { 'topics/list': { ...passed, hints: -1 } } })],
    ['with a time that is none', withRecords({ steps: { 'topics/list': { ...passed, at: 'yesterday' } } })],
    ['of an older version nobody knows', change({ version: 0 })],
  ];
  for (const [name, text] of damaged) {
    it(`says damaged: ${name}`, () => expect(readDocument(text)).toEqual({ state: 'damaged' }));
  }

  it('knows a newer version, whatever else is in it', () => {
    expect(readDocument('{"version": 2, "anything": []}')).toEqual({ state: 'newer' });
  });

  it('migrates an older version', () => {
    const older = JSON.stringify({ version: 0, done: ['topics/list'] });
    const steps = { 0: () => ({ version: 1, packs: { course: { steps: { 'topics/list': passed } } } }) };
    expect(readDocument(older, steps)).toMatchObject({ state: 'good', document: { version: 1 } });
    expect(readDocument(older, { 0: () => ({ version: 1 }) })).toEqual({ state: 'damaged' });
  });
});
