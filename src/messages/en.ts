import { author } from './en/author.ts';
import { authorNew } from './en/author-new.ts';
import { authorPreview } from './en/author-preview.ts';
import { authorTest } from './en/author-test.ts';
import { check } from './en/check.ts';
import { cli } from './en/cli.ts';
import { client } from './en/client.ts';
import { command } from './en/command.ts';
import { compose } from './en/compose.ts';
import { connect } from './en/connect.ts';
import { database } from './en/database.ts';
import { docker } from './en/docker.ts';
import { doctor } from './en/doctor.ts';
import { engine } from './en/engine.ts';
import { lesson } from './en/lesson.ts';
import { live } from './en/live.ts';
import { own } from './en/own.ts';
import { pack } from './en/pack.ts';
import { platform } from './en/platform.ts';
import { progress } from './en/progress.ts';
import { report } from './en/report.ts';
import { services } from './en/services.ts';
import { session } from './en/session.ts';
import { time } from './en/time.ts';
import { tries } from './en/tries.ts';
import { typing } from './en/typing.ts';
import { ui } from './en/ui.ts';

/** One file an area; entries are strings, or functions of named placeholders. */
export const en = {
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
