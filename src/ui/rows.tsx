import { Text } from 'ink';
import { memo, type ReactNode } from 'react';
import type { StyledLine } from '../markdown/types.ts';
import { lookOf } from './theme.ts';

/** One row of the screen. The line is already cut to the width; an empty one still takes its row. */
export const Row = memo(function Row({ line }: { readonly line: StyledLine }): ReactNode {
  if (line.length === 0) return <Text> </Text>;
  return (
    <Text wrap="truncate">
      {line.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the spans of a line have no other identity
        <Text key={index} {...lookOf(part)}>
          {part.text}
        </Text>
      ))}
    </Text>
  );
});
