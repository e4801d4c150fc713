import xterm from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { drawScreen } from '../../pictures/draw.ts';
import { readScreen, type Screen } from '../../pictures/screen.ts';

/** What an emulator of 20x3 shows when this is written to it. */
async function screenOf(text: string, cursorVisible = false): Promise<Screen> {
  const emulator = new xterm.Terminal({ cols: 20, rows: 3, allowProposedApi: true });
  await new Promise<void>((resolve) => emulator.write(text, resolve));
  return readScreen(emulator, cursorVisible);
}

const draw = async (text: string, cursorVisible = false): Promise<string> =>
  drawScreen(await screenOf(text, cursorVisible), 'a title');

/** What is drawn in the window: a line for each row that shows something. */
const drawn = async (text: string, cursorVisible = false): Promise<string[]> => {
  const lines = (await draw(text, cursorVisible)).split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('<text class="d"')) + 1, -2);
};

describe('a screen as an SVG', () => {
  it('says in words what it shows', async () => {
    const svg = await draw('one & <two>\r\n\r\n셋');
    expect(svg).toContain('<title id="title">a title</title>');
    expect(svg).toContain('<desc id="screen">\none &amp; &lt;two&gt;\n\n셋\n</desc>');
    expect(svg).toMatch(/^<svg .* role="img" aria-labelledby="title screen">\n/);
  });

  it('places text by its columns, whatever the font', async () => {
    expect(await drawn('ab c  d')).toEqual([
      expect.stringMatching(
        /^<text x="14" y="45.5" textLength="33.6" [^>]*>ab c<\/text><text x="64.4" y="45.5" textLength="8.4" [^>]*>d<\/text>$/,
      ),
    ]);
  });

  it('gives a wide character two columns, and a symbol a place of its own', async () => {
    const [row] = await drawn('가나 ✓x');
    expect(row).toMatch(/<text class="w" x="14" y="45.5" textLength="33.6" [^>]*>가나<\/text>/);
    expect(row).toMatch(/<text x="56" [^>]* textLength="8.4" [^>]*>✓<\/text><text x="64.4" [^>]*>x<\/text>/);
  });

  it('keeps colours and styles', async () => {
    const [row] = await drawn('\x1b[1;31mr\x1b[0m\x1b[2mdim\x1b[0m\x1b[3;4;92mb\x1b[0m');
    expect(row).toMatch(/<text class="b" style="fill:#ff8f87" [^>]*>r</);
    expect(row).toMatch(/<text class="d" x[^>]*>dim</);
    expect(row).toMatch(/<text class="i u" style="fill:#9be6a6" [^>]*>b</);
  });

  it('refuses a colour that is none of the 16', async () => {
    await expect(screenOf('\x1b[38;5;200mx')).rejects.toThrow('none of the 16: 200');
  });

  it('shows inverse text, backgrounds and the cursor as patches', async () => {
    const [row] = await drawn('\x1b[7mab\x1b[0m\x1b[41mc\x1b[0m', true);
    const patches = [
      ...(row ?? '').matchAll(/<rect x="([\d.]+)" y="32" width="([\d.]+)" height="18" fill="(#\w+)"\/>/g),
    ];
    expect(patches.map(([, ...each]) => each)).toEqual([
      ['14', '16.8', '#d6dbe1'],
      ['30.8', '8.4', '#ff8f87'],
      ['39.2', '8.4', '#d6dbe1'],
    ]);
    expect(row).toMatch(/<text style="fill:#161b22" [^>]*>ab</);
  });

  it('draws box lines that meet across rows', async () => {
    const rows = await drawn('─┬─\r\n │');
    expect(rows).toEqual(['<path d="M26.6 41V50M14 41H39.2"/>', '<path d="M26.6 50V68"/>']);
  });
});
