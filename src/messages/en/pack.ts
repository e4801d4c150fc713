/** Packs of lessons from elsewhere: where they come from, and whether they are trusted. */
export const pack = {
  packForms: 'name a folder with a pack.yaml, a .tgz file, or a package of npm',
  noPack: ({ given }: { given: string }) => `${given} is neither a folder nor a .tgz file.`,
  nothingThere: ({ given }: { given: string }) => `There is no pack at ${given}.`,
  noFolderHere: ({ given }: { given: string }) => `There is no folder ${given} here.`,
  notTaken: ({ file }: { file: string }) => `The pack in ${file} is not taken.`,
  notTakenNext: 'ask where the file comes from; a pack is made with npm pack, or with tar of its folder',
  tooLarge: ({ megabytes }: { megabytes: number }) => `It is larger than ${megabytes} MB.`,
  unfoldsTooMuch: ({ megabytes }: { megabytes: number }) => `It unfolds to more than ${megabytes} MB.`,
  tooMany: ({ entries }: { entries: number }) => `It has more than ${entries} entries.`,
  notTar: ({ problem }: { problem: string }) => `It is not a whole tar file (${problem}).`,
  notAFile: ({ name, type }: { name: string; type: string }) =>
    `${JSON.stringify(name)} in it is no plain file (${type}); a link could lead anywhere.`,
  badName: ({ name }: { name: string }) =>
    `${JSON.stringify(name.slice(0, 200))} in it is not a name inside the pack's folder.`,
  twice: ({ name }: { name: string }) => `${JSON.stringify(name)} is in it twice.`,
  noPackInside:
    'There is no pack.yaml in it: expected package/pack.yaml, as npm pack makes it, or one folder with the pack.',
  fetching: ({ spec }: { spec: string }) => `Fetching ${spec} with npm pack ...`,
  notFetched: ({ spec }: { spec: string }) => `npm could not fetch ${spec}.`,
  notFetchedNext: ({ spec }: { spec: string }) => `see what is wrong with: npm view ${spec}`,
  noNpm: 'npm is not here, and only npm can fetch a pack by its name.',
  ownName: ({ name }: { name: string }) => `The pack calls itself ${name}, as the course that comes with the program.`,
  ownNameWhy: 'Progress is kept by that name, and the two would be mixed up.',
  ownNameNext: 'give it another name in its pack.yaml',

  // trust
  question: ({ name, from }: { name: string; from: string }) =>
    `The pack ${name} comes from elsewhere (${from}).\nThis is what it can do on this machine:`,
  nothing: '  nothing: it is only to be read',
  services: ({ names }: { names: readonly string[] }) => `  starts     ${names.join(', ')}`,
  runs: ({ tool, count }: { tool: string; count: number }) =>
    `  runs       ${tool}, ${count} ${count === 1 ? 'line' : 'lines'}`,
  line: ({ line }: { line: string }) => `               ${line}`,
  requests: 'sends',
  statements: ({ database }: { database: string }) => `SQL to ${database}`,
  writes: 'writes',
  batches: 'runs batch files',
  dials: 'dials',
  removes: 'removes',
  listed: ({ verb, count }: { verb: string; count: number }) => `  ${verb.padEnd(10)} ${count}`,
  more: ({ count }: { count: number }) => `... and ${count} more`,
  limits: 'Its files stay in the folder of the lessons, its requests on this machine.',
  hash: ({ hash }: { hash: string }) => `What it does has the hash ${hash}; when that changes, you are asked again.`,
  ask: 'Trust it? [y/N] ',
  askOrList: 'Trust it? [y/N], l lists all of it: ',
  notTrusted: ({ name }: { name: string }) => `The pack ${name} is not trusted, so nothing was done.`,
  notTrustedNext: ({ command }: { command: string }) => `if you trust it: ${command}`,
  otherHash: ({ name, hash }: { name: string; hash: string }) =>
    `The pack ${name} is not the one that was trusted: its hash is ${hash}.`,
  brokenNotice: ({ count, line }: { count: number; line: string }) =>
    `${count === 1 ? 'One lesson has' : `${count} lessons have`} errors and cannot be opened. To see them: ${line}`,
  broken: 'cannot be opened',
  brokenWhere: ({ place, count }: { place: string; count: number }) =>
    `${count} ${count === 1 ? 'error' : 'errors'}, the first at ${place}`,
};
