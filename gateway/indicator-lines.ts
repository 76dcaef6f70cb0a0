import type { HubConfig } from './config.js';
import type { AskGraph } from './directory/indicators/ask-graph.js';
import type { Indicators } from './directory/indicators/indicator-resolvers.js';
import { builtInDefinitions, readIndicatorDefinitions } from './directory/indicators/read-definitions.js';
import { readTotalFields } from './directory/indicators/total-fields.js';
import type { CoalitionMembers } from './plan/coalition-members.js';
import { type Contract, readContracts } from './plan/contract-files.js';
import { readContract } from './plan/partitioned-source.js';
import type { Revisions } from './plan/revisions.js';

/** The indicators of a hub, built in and its own. Throws BAD_CONFIG with every fault of every definition. */
export function readHubIndicators(
  { indicators }: Pick<HubConfig, 'indicators'>,
  contracts: readonly Contract[] = readContracts(),
): Pick<Indicators, 'definitions' | 'totals'> {
  const totals = readTotalFields(
    contracts.map(({ name, sdl }) => {
      const { schema, apart } = readContract(sdl);
      return { domain: name, schema, apart };
    }),
  );
  return { definitions: readIndicatorDefinitions([...builtInDefinitions(), ...indicators], totals), totals };
}

/** What indicators are computed from. Throws BAD_CONFIG with every fault of every definition. */
export function indicatorLines(
  config: Pick<HubConfig, 'indicators'>,
  of: {
    readonly contracts: readonly Contract[];
    readonly revisions: Revisions;
    readonly members: CoalitionMembers;
    readonly now: () => Date;
  },
): Indicators {
  const { contracts, revisions, members, now } = of;
  const listed = () => members.current().members;
  return {
    ...readHubIndicators(config, contracts),
    askGraph: createAskGraph(revisions),
    members: listed,
    now,
  };
}

/** Asks the graph in force as a client of the same caller would, but for HTTP. */
function createAskGraph(revisions: Revisions): AskGraph {
  return async (operation, scope) => {
    const { body } = await revisions.run(async ({ serverFor }) =>
      (await serverFor(scope)).executeOperation(operation, { contextValue: scope }),
    );
    if (body.kind !== 'single') {
      throw new Error('Expected an answer in one piece, since nothing is deferred.');
    }
    const { data, errors = [] } = body.singleResult;
    return { data: data ?? null, codes: errors.map(({ extensions }) => extensions?.['code']) };
  };
}
