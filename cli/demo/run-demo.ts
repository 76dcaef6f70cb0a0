import { resolve } from 'node:path';
import { AccordError } from '../../shared/errors/accord-error.js';
import { aborted } from '../../shared/http/stop-signal.js';
import { demoMembers } from './coalition.js';
import { createCrew, graceMs } from './crew.js';
import { type Placement, writeDemoConfigs } from './demo-files.js';
import { fillCoalition } from './fill-coalition.js';
import { assertPortsFree } from './ports.js';
import { writeRiskNotes } from './risk-notes/write-risk-notes.js';
import { serveCoalition, startBroker, watchCoalition } from './serve-coalition.js';

export interface RunDemoOptions {
  /** The hub's port; the members take the ones after it, the broker the one after those. */
  readonly port: number;
  /** Where the demo keeps its data. */
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Ends the demo. */
  readonly stop: AbortSignal;
  readonly fetch: typeof globalThis.fetch;
  /** How many processes this machine runs at once. */
  readonly processors: number;
  /** Writes one line of results: `ready http://…/graphql`. */
  readonly print: (line: string) => void;
  /** Writes one line for people: what is going on, and what went wrong. */
  readonly tell: (line: string) => void;
}

/**
 * Runs the demo coalition: fills its members where needed, starts them and the hub in processes of their own, and says
 * when all answer. Ends when `stop` aborts; throws BAD_CONFIG, BAD_OUTPUT or NOT_READY when it cannot go on. In any case
 * no process is left running.
 */
export async function runDemo(options: RunDemoOptions): Promise<void> {
  const { port, stop, tell } = options;
  const placements = placementsAfter(port);
  await assertPortsFree([port, ...placements.map((placement) => placement.port)]);
  const files = await writeDemoConfigs(resolve(options.folder), {
    hubPort: port,
    brokerPort: port + demoMembers.length + 1,
    placements,
  });
  const crew = createCrew(options.env);
  try {
    await Promise.race([aborted(stop), fillCoalition({ ...options, crew, files, placements })]);
    if (stop.aborted) {
      return;
    }
    await writeRiskNotes(files);
    const coalition = await serveCoalition({ ...options, crew, files, placements, hubPort: port });
    if (stop.aborted) {
      return;
    }
    options.print(`ready http://127.0.0.1:${port}/graphql`);
    const broker = startBroker({ crew, files });
    await watchCoalition(coalition, broker, { stop, tell });
    // Before the members, so that what it is answering still finds them.
    await coalition.hub.stop(graceMs);
  } finally {
    await crew.stopAll();
  }
}

function placementsAfter(port: number): Placement[] {
  const highest = 65_535 - demoMembers.length - 1;
  if (port < 1 || port > highest) {
    throw new AccordError(
      'BAD_CONFIG',
      `Expected a port from 1 to ${highest} for the demo, since its members take those after it, got ${port}.`,
    );
  }
  return demoMembers.map((member, i) => ({ member, port: port + 1 + i }));
}
