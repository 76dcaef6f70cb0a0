import { dirname } from 'node:path';
import { invariant } from '../../shared/errors/invariant.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { faultLine } from '../report-fault.js';
import { demoMembers, demoSeed } from './coalition.js';
import { demoFiles } from './demo-files.js';
import { fillMember } from './fill-member.js';
import { processSurroundings } from './process-surroundings.js';

/** The process that fills one demo member's store: its argument is the path of the member's configuration. */
async function fill(configPath: string): Promise<void> {
  const setup = readMemberSetup(configPath);
  const member = demoMembers.find(({ id }) => id === setup.config.id);
  invariant(member, 'the demo fills members of the demo');
  const surroundings = processSurroundings();
  await fillMember({
    member,
    seed: demoSeed,
    files: demoFiles(dirname(setup.configFolder)).member(member.id),
    withStore: (use) => withStore(setup, surroundings, use),
    signal: surroundings.stopSignal(),
  });
}

try {
  await fill(process.argv[2] ?? '');
} catch (fault) {
  process.stderr.write(`${faultLine(fault)}\n`);
  process.exitCode = 1;
}
