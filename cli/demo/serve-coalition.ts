import { AccordError } from '../../shared/errors/accord-error.js';
import { aborted } from '../../shared/http/stop-signal.js';
import type { Child } from './child.js';
import type { DemoMember } from './coalition.js';
import type { Crew } from './crew.js';
import type { DemoFiles, Placement } from './demo-files.js';
import { waitReady } from './wait-ready.js';

export interface ServeCoalition {
  readonly crew: Crew;
  readonly files: DemoFiles;
  readonly placements: readonly Placement[];
  readonly hubPort: number;
  readonly stop: AbortSignal;
  readonly fetch: typeof globalThis.fetch;
}

/** The running processes of a coalition. */
export interface RunningCoalition {
  readonly hub: Child;
  readonly members: ReadonlyMap<string, Child>;
}

/** Long enough for a cold, busy machine; the demo promises 30 s on two cores. */
const readyMs = 120_000;
const commandLine = new URL('../main.ts', import.meta.url);
const riskNotesMember = new URL('./risk-notes/serve-main.ts', import.meta.url);

/** Starts hub and members and waits until all answer, or `stop` aborts. Throws NOT_READY. */
export async function serveCoalition(options: ServeCoalition): Promise<RunningCoalition> {
  const { crew, files, placements, hubPort } = options;
  const hub = crew.start({
    entry: commandLine,
    args: ['hub', '--config', files.hubConfig, '--port', String(hubPort)],
    logPath: files.log('hub'),
  });
  const members = new Map<string, Child>();
  const answers = [answering({ child: hub, name: 'the hub', port: hubPort }, options)];
  for (const { member, port } of placements) {
    const child = crew.start({ ...commandOf(member, files), logPath: files.log(member.id) });
    members.set(member.id, child);
    answers.push(answering({ child, name: `member "${member.id}"`, port }, options));
  }
  await Promise.all(answers);
  return { hub, members };
}

/** Starts the broker, for which nobody waits: members make tokens once it is there. */
export function startBroker({ crew, files }: Pick<ServeCoalition, 'crew' | 'files'>): Child {
  return crew.start({
    entry: commandLine,
    args: ['broker', '--config', files.brokerConfig],
    logPath: files.log('broker'),
  });
}

/** A member runs as `accord member` does; one with an extension brings a module more than that command knows. */
function commandOf(member: DemoMember, files: DemoFiles): { readonly entry: URL; readonly args: string[] } {
  const { config, riskNotes } = files.member(member.id);
  return member.extension === undefined
    ? { entry: commandLine, args: ['member', '--config', config] }
    : { entry: riskNotesMember, args: [config, riskNotes] };
}

/** Tells of members and a broker that end, and goes on; ends when `stop` aborts. Throws NOT_READY when the hub ends. */
export async function watchCoalition(
  { hub, members }: RunningCoalition,
  broker: Child,
  { stop, tell }: { readonly stop: AbortSignal; readonly tell: (line: string) => void },
): Promise<void> {
  let isOver = false;
  void broker.ended.then(({ says }) => {
    if (!isOver) {
      tell(`The broker ${says} The demo goes on without tokens.`);
    }
  });
  for (const [id, member] of members) {
    void member.ended.then(({ says }) => {
      if (!isOver) {
        tell(`Member "${id}" ${says} The demo goes on without it.`);
      }
    });
  }
  const hubEnd = await Promise.race([hub.ended, aborted(stop)]);
  isOver = true;
  if (hubEnd !== undefined) {
    throw new AccordError('NOT_READY', `Expected the hub to go on, but it ${hubEnd.says}`);
  }
}

/** Waits until a process answers on its port. Throws NOT_READY when it ends before, or does not in time. */
async function answering(
  { child, name, port }: { readonly child: Child; readonly name: string; readonly port: number },
  { stop, fetch }: ServeCoalition,
): Promise<void> {
  const within = AbortSignal.any([stop, AbortSignal.timeout(readyMs)]);
  const end = await Promise.race([
    child.ended,
    waitReady(`http://127.0.0.1:${port}/ready`, within, fetch).catch(() => undefined),
  ]);
  if (stop.aborted) {
    return;
  }
  if (end !== undefined) {
    throw new AccordError('NOT_READY', `Expected ${name} to start, but it ${end.says}`);
  }
  if (within.aborted) {
    throw new AccordError('NOT_READY', `Expected ${name} to answer within ${readyMs} ms, it did not.`);
  }
}
