import { gzipSync } from 'node:zlib';
import { Header } from 'tar';

export type Entry = {
  readonly path: string;
  readonly text?: string;
  readonly type?: 'File' | 'Directory' | 'SymbolicLink' | 'Link' | 'FIFO' | 'CharacterDevice';
  readonly linkpath?: string;
  /** what the header says, if not the truth */
  readonly size?: number;
};

/** A gzipped tar with these entries, also ones that no honest program would write. */
export function tarball(entries: readonly Entry[]): Buffer {
  const blocks = entries.flatMap(({ path, text = '', type = 'File', linkpath, size }) => {
    const content = Buffer.from(text);
    const header = new Header({
      path,
      type,
      mode: 0o644,
      size: size ?? content.length,
      mtime: new Date(0),
      ...(linkpath && { linkpath }),
    });
    const block = Buffer.alloc(512);
    header.encode(block, 0);
    return [block, content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}
