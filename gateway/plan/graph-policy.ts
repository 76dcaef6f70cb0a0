import { type DocumentNode, Kind, parse } from 'graphql';
import { AccordError } from '../../shared/errors/accord-error.js';
import { type AccessRule, type AccessTable, isOpen, openRule } from '../../shared/policy/access-rule.js';
import { parseSupergraph, readAccessTable, readSupergraphAccess } from '../../shared/policy/access-table.js';
import { type MaskTable, readMasks } from '../../shared/policy/mask-table.js';
import { readUseTable, type UseTable } from '../../shared/policy/use-table.js';
import type { PublishedField } from '../policy/graph-access.js';
import type { SubgraphSource } from './contract-files.js';
import { isExtensionName } from './extension.js';
import { fieldsServedOnlyBy } from './field-owners.js';

/** What a graph asks of its callers, whoever they are. Made once per revision; only what members publish changes. */
export interface GraphPolicy {
  /** Who may read what, by coordinate; what is not in it is open. */
  readonly access: AccessTable;
  /** What filters, orders, dimensions and totals read. */
  readonly uses: UseTable;
  /** What is shown of a field to those who may read it. */
  readonly masks: MaskTable;
  /** What nobody is told of who may not read or use it, by coordinate. */
  readonly protected?: ReadonlySet<string> | undefined;
  /** The same of what a member alone serves, as it publishes it at present; the same list until that changes. */
  readonly published?: (() => readonly PublishedField[]) | undefined;
}

/** Reads the policy of a graph from its raw supergraph. Throws BAD_CONTRACT. */
export type ReadGraphPolicy = (supergraphSdl: string) => GraphPolicy;

const signedIn: AccessRule = { ...openRule, authenticated: true };

/**
 * The policy of graphs that are composed of these contracts and of extensions. What one of the contracts protects stays
 * so in a graph kept from an older release; what extensions alone serve and say nothing of is for callers who signed in.
 */
export function createGraphPolicyReader(contracts: readonly SubgraphSource[]): ReadGraphPolicy {
  const documents = contracts.map(({ sdl }) => parse(sdl, { noLocation: true }));
  const floor = documents.map(readAccessTable);
  const uses = new Map(documents.flatMap((document) => [...readUseTable(document)]));
  const masks = new Map(documents.flatMap((document) => [...readMasks(document)]));
  return (supergraphSdl) => {
    const document = parseSupergraph(supergraphSdl);
    const interfaces = interfacesOf(document);
    const access = new Map(floor.flatMap((table) => [...table]));
    for (const [coordinate, rule] of readSupergraphAccess(supergraphSdl)) {
      if (!interfaces.has(coordinate.split('.')[0] ?? '')) {
        access.set(coordinate, rule);
      }
    }
    const isRuled = (coordinate: string): boolean => !isOpen(access.get(coordinate) ?? openRule);
    const fields = fieldsServedOnlyBy(document, isExtensionName);
    // All are found before the first is added: one that is added rules no other.
    const silent = fields.filter(({ coordinate, parent, type }) => ![coordinate, parent, type].some(isRuled));
    for (const { coordinate } of silent) {
      access.set(coordinate, signedIn);
    }
    return { access, uses, masks };
  };
}

/**
 * Composition takes no rule on an interface. Those it writes there are the rules of all implementations together, which
 * would close the rows of an open one as well; each row is decided by what it is.
 */
function interfacesOf(document: DocumentNode): ReadonlySet<string> {
  return new Set(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.INTERFACE_TYPE_DEFINITION ? [definition.name.value] : [],
    ),
  );
}

/**
 * The policy of a foreign supergraph: its directives and no more. What its `@policy` names nobody here can decide,
 * whether or not it sounds like one of ours, so it denies. Throws BAD_CONTRACT, also where it asks anything of its
 * callers although nobody will be asked who they are (`open`).
 */
export function readForeignPolicy(supergraphSdl: string, { open }: { readonly open: boolean }): GraphPolicy {
  const access = readSupergraphAccess(supergraphSdl);
  if (open && access.size > 0) {
    throw new AccordError(
      'BAD_CONTRACT',
      `Expected a supergraph without access directives, since nobody is asked who they are; it protects ${access.size} types and fields.`,
    );
  }
  const rules = [...access].map(([coordinate, rule]): [string, AccessRule] => [
    coordinate,
    { ...rule, policies: rule.policies.map(() => []) },
  ]);
  return { access: new Map(rules), uses: new Map(), masks: new Map() };
}
