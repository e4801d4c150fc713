import bash from 'highlight.js/lib/languages/bash';
import dos from 'highlight.js/lib/languages/dos';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import properties from 'highlight.js/lib/languages/properties';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';
import type { Span, Tone } from './types.ts';

/** Longer texts are shown without colours: highlighting must not delay a screen. */
const highlightLimit = 50_000;

const makeHighlighter = () => {
  const lowlight = createLowlight({ bash, dos, http, ini, java, json, properties, sql, typescript, xml, yaml });
  lowlight.registerAlias({ bash: ['shell'], typescript: ['javascript', 'js'], ini: ['conf'] });
  return lowlight;
};
type Highlighter = ReturnType<typeof makeHighlighter>;
type Tree = ReturnType<Highlighter['highlight']>;
type TreeNode = Tree['children'][number];

let shared: Highlighter | undefined;
const highlighter = (): Highlighter => {
  shared ??= makeHighlighter();
  return shared;
};

/** Scopes of highlight.js (its docs, «Scopes reference») by the part before the first dot; others look like the code around. */
const tones: Readonly<Record<string, Tone>> = {
  keyword: 'keyword',
  literal: 'keyword',
  type: 'keyword',
  name: 'keyword',
  section: 'keyword',
  meta: 'keyword',
  attr: 'accent',
  attribute: 'accent',
  string: 'string',
  regexp: 'string',
  symbol: 'string',
  number: 'number',
  comment: 'comment',
  quote: 'comment',
};

function spansOf(node: TreeNode, tone: Tone): readonly Span[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value, tone }];
    case 'element': {
      const classes = node.properties.className;
      const scope = Array.isArray(classes) ? String(classes[0]).replace(/^hljs-/, '') : '';
      const inner = tones[scope] ?? tone;
      return node.children.flatMap((child) => spansOf(child, inner));
    }
    case 'comment':
    case 'doctype':
      return [];
    default:
      return node satisfies never;
  }
}

/** Splits spans at line feeds. */
function splitLines(spans: readonly Span[]): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  for (const span of spans) {
    span.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...span, text });
    });
  }
  return lines;
}

/**
 * Colours a piece of code: one list of spans a line, not wrapped. `text` is clean and has no tabs.
 * A language that is not known gives the text in tone code.
 */
export function highlightLines(text: string, language: string): readonly (readonly Span[])[] {
  const name = language.toLowerCase();
  if (text.length > highlightLimit || !highlighter().registered(name)) return splitLines([{ text, tone: 'code' }]);
  try {
    return splitLines(
      highlighter()
        .highlight(name, text)
        .children.flatMap((node) => spansOf(node, 'code')),
    );
  } catch {
    // A grammar that fails costs the colours, never the text.
    return splitLines([{ text, tone: 'code' }]);
  }
}
