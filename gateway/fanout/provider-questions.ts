import { type FieldNode, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { type CompiledOperation, keepQuery, nodesKey } from './compiled-operation.js';
import { takesArguments } from './contract-version.js';
import { buildMemberQuery, type MemberQuery, type MemberQueryParts } from './member-query.js';
import type { Provider } from './provider.js';
import type { QuestionAccess } from './question-access.js';
import type { Unaskable } from './root-ask.js';

/** The contract, and as it was in older versions. */
export interface ContractVersions {
  readonly schema: GraphQLSchema;
  /** As it was in a version; `schema` where none is given or nothing has changed since. */
  readonly schemaAt: (version: string | undefined) => GraphQLSchema;
}

/** A field of a sub-operation as one caller asks for it. */
export interface AskedNodes {
  readonly compiled: CompiledOperation;
  /** The type that the field is on. */
  readonly parent: string;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly access: QuestionAccess;
}

/** What the fan-out makes of the nodes for one question. */
export interface QuestionParts extends Omit<MemberQueryParts, 'nodes' | 'denied'> {
  /** Instead of the nodes asked for. */
  readonly nodes?: readonly FieldNode[];
}

/** Why a provider is not asked for a field at all; undefined where it is. */
export function unaskableAt(
  versions: ContractVersions,
  { parent, nodes, args, access }: AskedNodes,
  provider: Provider,
): Unaskable | undefined {
  const schema = versions.schemaAt(provider.contractVersion);
  const field = fieldOn(schema, parent, nodes);
  if (field === undefined || (schema !== versions.schema && !takesArguments(field, args))) {
    return 'NOT_PROVIDED';
  }
  return access(provider) === 'DENIED' ? 'DENIED' : undefined;
}

/**
 * The question in the words of the provider's version of the contract, as far as the caller may ask it there. `variant`
 * tells questions of the same nodes apart.
 */
export function questionFor(
  versions: ContractVersions,
  asked: AskedNodes,
  of: { readonly provider: Provider; readonly variant: string; readonly parts: QuestionParts },
): MemberQuery | Unaskable {
  const { compiled, nodes, access } = asked;
  const { provider, variant, parts } = of;
  const unaskable = unaskableAt(versions, asked, provider);
  const denied = access(provider);
  if (unaskable !== undefined || denied === 'DENIED') {
    return unaskable ?? 'DENIED';
  }
  const schema = versions.schemaAt(provider.contractVersion);
  const version = schema === versions.schema ? '' : provider.contractVersion;
  // Two callers share a question only where the very same is cut from it.
  const key = [nodesKey(compiled, nodes), version, variant, ...[...denied].sort()].join('\n');
  const known = compiled.queries.get(key);
  if (known !== undefined) {
    return known;
  }
  const { operation, fragments } = compiled;
  const query = buildMemberQuery({ schema, operation, fragments }, { nodes, ...parts, denied });
  keepQuery(compiled, key, query);
  return query;
}

/** The field that the nodes ask for on a type of a schema. */
export function fieldOn(
  schema: GraphQLSchema,
  parent: string,
  nodes: readonly FieldNode[],
): GraphQLField<unknown, unknown> | undefined {
  const type = schema.getType(parent);
  return isObjectType(type) ? type.getFields()[nodes[0]?.name.value ?? ''] : undefined;
}
