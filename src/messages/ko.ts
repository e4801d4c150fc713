import type { Messages } from './index.ts';
import { author } from './ko/author.ts';
import { authorNew } from './ko/author-new.ts';
import { authorPreview } from './ko/author-preview.ts';
import { authorTest } from './ko/author-test.ts';
import { check } from './ko/check.ts';
import { cli } from './ko/cli.ts';
import { client } from './ko/client.ts';
import { command } from './ko/command.ts';
import { compose } from './ko/compose.ts';
import { connect } from './ko/connect.ts';
import { database } from './ko/database.ts';
import { docker } from './ko/docker.ts';
import { doctor } from './ko/doctor.ts';
import { engine } from './ko/engine.ts';
import { lesson } from './ko/lesson.ts';
import { live } from './ko/live.ts';
import { own } from './ko/own.ts';
import { pack } from './ko/pack.ts';
import { platform } from './ko/platform.ts';
import { progress } from './ko/progress.ts';
import { report } from './ko/report.ts';
import { services } from './ko/services.ts';
import { session } from './ko/session.ts';
import { time } from './ko/time.ts';
import { tries } from './ko/tries.ts';
import { typing } from './ko/typing.ts';
import { ui } from './ko/ui.ts';

/** Korean, in the shape of English: `Messages` types every entry, so a missing key or another placeholder does not compile. */
export const ko: Messages = {
  author,
  authorNew,
  authorPreview,
  authorTest,
  check,
  cli,
  client,
  command,
  compose,
  connect,
  database,
  docker,
  doctor,
  engine,
  lesson,
  live,
  own,
  pack,
  platform,
  progress,
  report,
  services,
  session,
  time,
  tries,
  typing,
  ui,
};
