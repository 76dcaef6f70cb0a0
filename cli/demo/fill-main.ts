import { dirname } from 'node:path';
import { invariant } from '../../shared/errors/invariant.js';
import { readMemberSetup, withStore } from '../member-setup.js';
import { faultLine } from '../report-fault.js';
import { demoMembers, demoSeed } from './coalition.js';
import { demoFiles } from './demo-files.js';
import { fillMember } from './fill-member.js';
import { processSurroundings } from './process-surroundings.js';

/** Fills the store of the demo member whose configuration this is. */
async function fill(configPath: string, signal: AbortSignal): Promise<void> {
  const setup = readMemberSetup(configPath);
  const member = demoMembers.find(({ id }) => id === setup.config.id);
  invariant(member, 'the demo fills members of the demo');
  await fillMember({
    member,
    seed: demoSeed,
    files: demoFiles(dirname(setup.configFolder)).member(member.id),
    withStore: (use) => withStore(setup, surroundings, use),
    signal,
  });
}

/** A process that fills stores one after the other: its arguments are the paths of their members’ configurations. */
const surroundings = processSurroundings();
try {
  const signal = surroundings.stopSignal();
  for (const configPath of process.argv.slice(2)) {
    await fill(configPath, signal);
  }
} catch (fault) {
  process.stderr.write(`${faultLine(fault)}\n`);
  process.exitCode = 1;
}
