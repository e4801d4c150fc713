import { cutLine, layoutText, padText, textWidth } from '../../markdown/index.ts';
import type { StyledLine } from '../../markdown/types.ts';
import { messages } from '../../messages/index.ts';
import type { LineAid } from '../line-aid.ts';
import { bold, span } from '../spans.ts';
import type { ViewState } from '../view-state.ts';

/** From so many rows on there is room for more candidates. */
const roomyRows = 22;

/** What stands above the command line: candidates, a doubt, lines that wait. None wider than `width`. */
export function aidRows(state: ViewState, width: number): readonly StyledLine[] {
  const isOpen = state.focus === 'command' && state.overlay.kind === 'none';
  const most = state.size.rows < roomyRows ? 4 : 6;
  const aid = isOpen && state.aid ? rowsOf(state.aid, width, most) : [];
  return [...waitingRows(state, isOpen, width), ...aid];
}

function waitingRows({ waiting }: ViewState, isOpen: boolean, width: number): readonly StyledLine[] {
  const count = waiting.length;
  if (count === 0) return [];
  const say = messages().typing;
  return layoutText(isOpen ? say.waiting({ count }) : say.waitingHere({ count }), { width, tone: 'accent' });
}

function rowsOf(aid: LineAid, width: number, most: number): readonly StyledLine[] {
  switch (aid.kind) {
    case 'offer':
      return aid.offer.candidates.some(({ about }) => about) ? listRows(aid, width, most) : gridRows(aid, width, most);
    case 'note':
      return layoutText(aid.text, { width }).slice(0, most);
    case 'doubt':
      return doubtRows(aid, width, most);
    default:
      return aid satisfies never;
  }
}

type Offered = Extract<LineAid, { kind: 'offer' }>;

/** One below the other, with what each is. */
function listRows({ offer, chosen }: Offered, width: number, most: number): readonly StyledLine[] {
  const { candidates } = offer;
  const column = Math.min(Math.floor(width / 2), Math.max(...candidates.map(({ text }) => textWidth(text))) + 4);
  const rows = candidates.map(({ text, about = '' }, index): StyledLine => {
    const name = padText(cutText(text, column - 4), column - 2);
    return cutLine([...marked(name, index === chosen), span(about, 'dim')], width);
  });
  return cutRows(rows, chosen ?? 0, candidates.length, most, 1);
}

/** Names alone, as many beside each other as fit. */
function gridRows({ offer, chosen }: Offered, width: number, most: number): readonly StyledLine[] {
  const { candidates } = offer;
  const cell = Math.min(width, Math.max(...candidates.map(({ text }) => textWidth(text))) + 4);
  const columns = Math.max(1, Math.floor(width / cell));
  const rows: StyledLine[] = [];
  for (let from = 0; from < candidates.length; from += columns) {
    const row = candidates.slice(from, from + columns);
    rows.push(
      row.flatMap(({ text }, index) => marked(padText(cutText(text, cell - 4), cell - 2), from + index === chosen)),
    );
  }
  return cutRows(rows, Math.floor((chosen ?? 0) / columns), candidates.length, most, columns);
}

const marked = (name: string, isChosen: boolean): StyledLine =>
  isChosen ? [bold('> ', 'accent'), bold(name)] : [span('  '), span(name)];

const cutText = (text: string, width: number): string =>
  cutLine([span(text)], Math.max(1, width))
    .map((part) => part.text)
    .join('');

/** The rows around the chosen one, and how many candidates are not seen. */
function cutRows(
  rows: readonly StyledLine[],
  at: number,
  count: number,
  most: number,
  columns: number,
): readonly StyledLine[] {
  if (rows.length <= most) return rows;
  const shown = most - 1;
  const first = Math.min(Math.max(0, at - shown + 1), rows.length - shown);
  const hidden = count - shown * columns;
  return [...rows.slice(first, first + shown), [span(`  ${messages().typing.more({ count: hidden })}`, 'dim')]];
}

function doubtRows({ doubt }: Extract<LineAid, { kind: 'doubt' }>, width: number, most: number): readonly StyledLine[] {
  const { what, why = '', next = '' } = doubt.explanation;
  const say = messages().typing;
  const key = `${say.mended}  `;
  const mended = layoutText(doubt.mended ?? '', { width: width - textWidth(key), tone: 'code' })
    .slice(0, 2)
    .map((row, index): StyledLine => [bold(index === 0 ? key : ' '.repeat(textWidth(key))), ...row]);
  const again = doubt.isHopeless ? '' : say.runAnyway;
  const then = layoutText([next, again].join(' ').trim(), { width });
  const room = Math.max(2, most - mended.length - then.length);
  const told = layoutText([`! ${what}`, why].join(' ').trim(), { width, tone: 'wait' });
  // Half a reason is none: what happened and what to do next say more.
  const fitting = told.length <= room ? told : layoutText(`! ${what}`, { width, tone: 'wait' }).slice(0, room);
  return [...fitting, ...mended, ...then];
}
