import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { AccordError } from '../../shared/errors/accord-error.js';
import type { MemberDescription } from '../../shared/identity/member-description.js';
import { hubAudience, type RegistryAnswer } from '../../shared/identity/registry-request.js';
import { type RegistryWish, signRegistryRequest } from '../../shared/identity/sign-registry-request.js';
import type { SigningKey } from '../../shared/identity/signing-key.js';
import {
  adoptNextMemberKey,
  dropNextMemberKey,
  openMemberKey,
  openNextMemberKey,
} from '../../shared/kit/member-key-file.js';
import { createPauseMarker } from '../../shared/kit/pause-marker.js';
import { sendToRegistry } from '../../shared/kit/registry-client.js';
import { domainModules } from '../../subgraphs/wire.js';
import { type MemberSetup, readMemberSetup } from '../member-setup.js';
import { print } from '../print.js';
import { withSentence } from '../report-fault.js';
import type { Surroundings } from '../surroundings.js';

interface HubOption {
  readonly config: string;
  readonly hub?: string;
}

interface ExtensionOptions extends HubOption {
  readonly extension?: string;
  readonly extensionUrl?: string;
}

const deadlineMs = 30_000;
const hubOption = [
  '--hub <url>',
  "the hub's public URL; else that of registration.hub in member.yaml",
] as const;

/** `accord member register|pause|resume|rotate-key`: what a member tells the registry of a hub. */
export function addMemberRegistryCommands(member: Command, surroundings: Surroundings): void {
  const add = (name: string, summary: string, description: string): Command =>
    member
      .command(name)
      .summary(summary)
      .description(description)
      .option(...hubOption);
  add(
    'register',
    'ask a hub to let the member in, or tell it what changed',
    "Sends the hub what member.yaml says, signed with the member's key, which is made on first use. The hub looks at the schemas that the member serves now, so its server must run. Prints the thumbprint of the key: tell it the hub's operator by another way, who compares it and approves.",
  )
    .option('--extension <file>', "the federation schema of the member's own subgraph")
    .option('--extension-url <url>', 'where the member serves that subgraph')
    .action((_, command: Command) => register(command.optsWithGlobals<ExtensionOptions>(), surroundings));
  add(
    'pause',
    'answer no more questions, at once',
    'The server of the member refuses from now on, whatever the hub does; then the hub is told, which ends what is under way on all its replicas.',
  ).action((_, command: Command) => pause(command.optsWithGlobals<HubOption>(), surroundings));
  add(
    'resume',
    'answer questions again',
    'The server of the member answers again, and the hub is told.',
  ).action((_, command: Command) => resume(command.optsWithGlobals<HubOption>(), surroundings));
  add(
    'rotate-key',
    'sign with a new key from now on',
    'Makes a new key and tells the hub, which takes both for an overlap. A rotation that was broken off goes on.',
  ).action((_, command: Command) => rotateKey(command.optsWithGlobals<HubOption>(), surroundings));
}

async function register(options: ExtensionOptions, surroundings: Surroundings): Promise<void> {
  const setup = readMemberSetup(options.config);
  const wish: RegistryWish = {
    action: 'register',
    description: descriptionOf(setup),
    extension: extensionOf(options),
  };
  const answer = await send(wish, { setup, hub: hubOf(options, setup), surroundings });
  await print(surroundings.stdout, report(answer));
}

async function pause(options: HubOption, surroundings: Surroundings): Promise<void> {
  const setup = readMemberSetup(options.config);
  createPauseMarker(setup.folder).pause();
  await tellHub('pause', 'The member is paused: its own server refuses.', {
    options,
    setup,
    surroundings,
  });
}

async function resume(options: HubOption, surroundings: Surroundings): Promise<void> {
  const setup = readMemberSetup(options.config);
  createPauseMarker(setup.folder).resume();
  await tellHub('resume', "The member's own server answers again.", { options, setup, surroundings });
}

/** Tells the hub what the member has done already; a fault says that it is done. */
async function tellHub(
  action: 'pause' | 'resume',
  done: string,
  of: { readonly options: HubOption; readonly setup: MemberSetup; readonly surroundings: Surroundings },
): Promise<void> {
  const { options, setup, surroundings } = of;
  const hub = options.hub ?? setup.config.registration?.hub;
  if (hub === undefined) {
    await print(surroundings.stdout, `${done} No hub is named, so none was told.\n`);
    return;
  }
  try {
    const answer = await send({ action }, { setup, hub: checkedHub(hub), surroundings });
    await print(surroundings.stdout, report(answer));
  } catch (fault) {
    throw withSentence(fault, done);
  }
}

async function rotateKey(options: HubOption, surroundings: Surroundings): Promise<void> {
  const setup = readMemberSetup(options.config);
  const hub = hubOf(options, setup);
  const { key: next, isResumed } = openNextMemberKey(setup.folder);
  const rotate = (key?: SigningKey) =>
    send({ action: 'rotate-key', next }, { setup, hub, surroundings, key });
  let answer: RegistryAnswer;
  try {
    answer = await rotate();
  } catch (fault) {
    if (!isRefusal(fault)) {
      throw withSentence(fault, 'Run the command again: it goes on with the same new key.');
    }
    if (!isResumed) {
      dropNextMemberKey(setup.folder);
      throw fault;
    }
    // The hub may have taken the new key long ago, with its answer lost and the old key ended since.
    answer = await rotate(next);
  }
  adoptNextMemberKey(setup.folder);
  await print(surroundings.stdout, report(answer));
}

function isRefusal(fault: unknown): boolean {
  return fault instanceof AccordError && (fault.code === 'UNAUTHENTICATED' || fault.code === 'BAD_INPUT');
}

async function send(
  wish: RegistryWish,
  of: {
    readonly setup: MemberSetup;
    readonly hub: string;
    readonly surroundings: Surroundings;
    readonly key?: SigningKey | undefined;
  },
): Promise<RegistryAnswer> {
  const { setup, hub, surroundings } = of;
  const jws = await signRegistryRequest(wish, {
    member: setup.config.id,
    key: of.key ?? openMemberKey(setup.folder),
    audience: hub,
    now: surroundings.now(),
    jti: randomUUID(),
  });
  return await sendToRegistry(jws, { audience: hub, deadlineMs });
}

function descriptionOf({ config }: MemberSetup): MemberDescription {
  const { id, name, country, languages, licence, registration } = config;
  if (registration === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected "registration" in "member.yaml" with the URL where the hub reaches the member, it is not there.',
    );
  }
  const root = registration.url.replace(/\/+$/, '');
  const providers = domainModules(config.domains).map(({ domain, contractVersion }) => ({
    domain,
    url: `${root}/${domain}/graphql`,
    contractVersion,
    coverage: registration.coverage[domain] ?? {},
  }));
  return { id, name, country, languages, licence, providers };
}

function extensionOf({
  extension,
  extensionUrl,
}: ExtensionOptions): { readonly url: string; readonly sdl: string } | undefined {
  if (extension === undefined && extensionUrl === undefined) {
    return undefined;
  }
  if (extension === undefined || extensionUrl === undefined) {
    throw new AccordError('BAD_INPUT', 'Expected both "--extension" and "--extension-url", got one of them.');
  }
  try {
    return { url: extensionUrl, sdl: readFileSync(extension, 'utf8') };
  } catch (cause) {
    throw new AccordError('BAD_FILE', `Expected a readable schema file "${basename(extension)}".`, { cause });
  }
}

function hubOf({ hub }: HubOption, { config }: MemberSetup): string {
  const url = hub ?? config.registration?.hub;
  if (url === undefined) {
    throw new AccordError(
      'BAD_CONFIG',
      'Expected the URL of a hub by "--hub" or in "member.yaml", there is none.',
    );
  }
  return checkedHub(url);
}

function checkedHub(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new AccordError('BAD_INPUT', 'Expected an http or https URL of a hub for "--hub".');
  }
  return hubAudience(url);
}

function report({ member, state, key }: RegistryAnswer): string {
  return `member  ${member}\nstate   ${state}\nkey     ${key}\n`;
}
