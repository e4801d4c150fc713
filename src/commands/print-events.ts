import type { CheckResult } from '../check/result.ts';
import { findStep } from '../course/index.ts';
import type { Pack } from '../lesson/types.ts';
import { padText } from '../markdown/cells.ts';
import { messages } from '../messages/index.ts';
import type { SessionEvent } from '../session/events.ts';
import { glyphs } from '../terminal/glyphs.ts';
import { duration, printLine, tellLine } from './output.ts';
import { createProgressTeller } from './progress-teller.ts';

/** Prints what a session does as plain lines: commands and checks on stdout, the rest on stderr. */
export function createEventPrinter(pack: Pack): (event: SessionEvent) => void {
  const tellProgress = createProgressTeller();
  const background = new Set<number>();
  let lesson = '';

  return (event) => {
    switch (event.type) {
      case 'opened': {
        const found = findStep(pack, event.ref);
        if (!found) return;
        if (lesson !== found.lesson.id) printLine(`\n${found.lesson.title}`);
        lesson = found.lesson.id;
        printLine(`\n  ${found.step.title}  (${event.ref.lesson}/${event.ref.step})`);
        return;
      }
      case 'run-started':
        if (event.info.kind === 'background') background.add(event.info.run);
        printLine(`    $ ${event.info.line}${event.info.id === undefined ? '' : `   [${event.info.id}]`}`);
        for (const remark of event.info.remarks) printLine(`      ${remark}`);
        return;
      case 'output':
        for (const { stream, text } of event.lines) {
          printLine(`      ${background.has(event.run) ? '| ' : ''}${stream === 'stdin' ? '> ' : ''}${text}`);
        }
        return;
      case 'run-ended':
        background.delete(event.run);
        return;
      case 'check':
        if (event.state.status !== 'waiting') printCheck(labelIn(pack, event), event.state);
        return;
      case 'mistake':
        if (event.say === undefined) return;
        printLine(`    ${event.say}`);
        if (event.tryNext !== undefined) printLine(`      ${messages().cli.tryNext}  ${event.tryNext}`);
        return;
      case 'service':
        if (event.state.state === 'starting') tellProgress(event.state.progress);
        return;
      case 'setup':
        if (event.done === 0) tellLine(messages().cli.settingUp);
        return;
      case 'earlier':
        if (event.steps > 0) tellLine(messages().session.performedFor({ steps: event.steps }));
        return;
      case 'notice':
        tellLine(event.text);
        return;
      case 'engine':
      case 'course':
      case 'panel':
      case 'phase':
      case 'hint':
      case 'quiz':
      case 'live':
        return;
    }
  };
}

/** What a check looks at; in a board with the panel in front. */
function labelIn(pack: Pack, { ref, label, panel }: Extract<SessionEvent, { type: 'check' }>): string {
  const title = findStep(pack, ref)?.step.board?.find(({ id }) => id === panel)?.title;
  return title === undefined ? label : messages().cli.ofPanel({ panel: title, label });
}

/** A check as lines: the mark and what it looked at, then what differs. */
export function printCheck(label: string, result: CheckResult): void {
  const say = messages().cli;
  const detail = (name: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') printLine(`        ${padText(name, 9)}${text}`);
  };
  switch (result.status) {
    case 'pass':
      printLine(`    ${glyphs().good} ${label}`);
      return;
    case 'fail':
      printLine(`    ${glyphs().bad} ${label}`);
      detail(say.expected, result.expected);
      detail(say.found, result.actual);
      detail(say.because, result.because);
      detail(say.tryNext, result.tryNext);
      return;
    case 'blocked':
      printLine(`    ! ${label}: ${result.by}`);
      detail(say.tryNext, result.tryNext);
      return;
    case 'error':
      printLine(`    ! ${label}: ${result.problem}`);
  }
}

export function printVerdict(status: keyof ReturnType<typeof messages>['cli']['verdicts'], ms: number): void {
  printLine(`    ${messages().cli.verdicts[status]}, ${duration(ms)}`);
}
