import { type DocumentNode, Kind, parse, visit } from 'graphql';
import type { Domain } from '../../../shared/domain/domains.js';
import { AccordError } from '../../../shared/errors/accord-error.js';
import type { MemberDescription, ProviderDescription } from '../../../shared/identity/member-description.js';
import { contractAt, isLater } from '../../fanout/contract-version.js';
import { readGraphqlAnswer } from '../../members/graphql-answer.js';
import type { ProviderClient } from '../../members/provider-client.js';
import { compareContract } from '../compare-contract.js';
import { lintContract } from '../lint-contract.js';

/** A contract as the hub has it. */
interface Contract {
  readonly name: Domain;
  readonly sdl: string;
}

export interface ContractCheckOptions {
  readonly contracts: readonly Contract[];
  readonly client: ProviderClient;
  /** Headers to send to a member, as with every question. */
  readonly headersFor: (
    provider: { readonly member: string; readonly domain: Domain; readonly url: string },
    body: string,
  ) => Promise<Record<string, string>>;
  readonly deadlineMs: number;
}

const question = JSON.stringify({ query: '{ _service { sdl } }' });
const firstVersion = '1.0.0';
const maxBytes = 4_194_304;
const maxFaults = 50;

/**
 * Fetches what a member serves at each of its URLs and holds it against the contracts. Throws MEMBER_UNAVAILABLE where
 * one gives no schema, BAD_CONTRACT with every fault of every domain.
 */
export async function checkContracts(
  description: MemberDescription,
  options: ContractCheckOptions,
): Promise<void> {
  const faults = await Promise.all(
    description.providers.map(async (provider) => {
      const sdl = await fetchSdl(description.id, provider, options);
      return faultsOfSdl(sdl, provider, options.contracts).map((fault) => `[${provider.domain}] ${fault}`);
    }),
  );
  refuseFaults(faults.flat());
}

/** Throws BAD_CONTRACT with the faults, if there are any. */
export function refuseFaults(faults: readonly string[]): void {
  if (faults.length > 0) {
    const more = faults.length > maxFaults ? `; and ${faults.length - maxFaults} more` : '';
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected schemas that keep to the contracts, got ${count}: ${faults.slice(0, maxFaults).join('; ')}${more}.`,
    );
  }
}

async function fetchSdl(
  member: string,
  { domain, url }: ProviderDescription,
  options: ContractCheckOptions,
): Promise<string> {
  const reply = await options.client.ask({
    url,
    body: question,
    headers: await options.headersFor({ member, domain, url }, question),
    signal: AbortSignal.timeout(options.deadlineMs),
    maxBytes,
  });
  const answer = reply.outcome === 'answered' ? readGraphqlAnswer(reply.body) : null;
  const service = answer?.data?.['_service'];
  const sdl = typeof service === 'object' && service !== null && 'sdl' in service ? service.sdl : undefined;
  if (typeof sdl !== 'string') {
    const came =
      reply.outcome === 'answered'
        ? 'it answered without one'
        : reply.cause === 'TIMED_OUT'
          ? 'it gave no answer'
          : reply.cause === 'INVALID'
            ? 'it gave no answer of that form'
            : 'it could not be reached';
    throw new AccordError(
      'MEMBER_UNAVAILABLE',
      `Expected the schema of "${domain}" from member "${member}" within ${options.deadlineMs} ms, ${came}.`,
    );
  }
  return sdl;
}

function faultsOfSdl(
  sdl: string,
  { domain, contractVersion }: ProviderDescription,
  contracts: readonly Contract[],
): string[] {
  const source = contracts.find(({ name }) => name === domain);
  if (source === undefined) {
    return ['the coalition has no contract of this domain'];
  }
  const contract = parse(source.sdl);
  const newest = newestVersion(contract);
  const [major] = newest.split('.');
  if (contractVersion.split('.')[0] !== major) {
    return [`expected a version of the form ${major}.x.y, got ${contractVersion}`];
  }
  const lint = lintContract(sdl);
  return lint.length > 0
    ? lint
    : compareContract(contractAt(contract, contractVersion), parse(sdl), {
        isLater: isLater(contractVersion, newest),
      });
}

/** The version of a contract is the latest that `@since` names in it. */
function newestVersion(contract: DocumentNode): string {
  let newest = firstVersion;
  visit(contract, {
    Directive({ name, arguments: given }) {
      const value = name.value === 'since' ? given?.[0]?.value : undefined;
      if (value?.kind === Kind.STRING && isLater(value.value, newest)) {
        newest = value.value;
      }
    },
  });
  return newest;
}
