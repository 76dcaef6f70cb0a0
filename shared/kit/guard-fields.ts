import {
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { machineryFields } from '../policy/federation-names.js';
import type { ApplyMask, FieldDecision, MemberPolicy, ValueDecision } from '../policy/member-policy.js';
import type { MemberContext } from './member-context.js';
import { unauthorized } from './unauthorized.js';
import { WithheldError } from './withheld-error.js';

type Resolve = GraphQLFieldResolver<unknown, MemberContext>;

/**
 * Puts the policy before the resolver of every field of a schema that it guards, whichever way a query comes to it: an
 * object is resolved by its runtime type, under an interface or a union too. Other fields keep their resolver.
 */
export function guardFields(schema: GraphQLSchema, policy: Pick<MemberPolicy, 'isGuarded'>): void {
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('_')) {
      continue;
    }
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const isMachinery = type === query && machineryFields.has(field.name);
      if (!isMachinery && policy.isGuarded(coordinate)) {
        field.resolve = guarded(coordinate, field);
      }
    }
  }
}

function guarded(coordinate: string, field: GraphQLField<unknown, MemberContext>): Resolve {
  const resolve = field.resolve ?? defaultFieldResolver;
  const isNullable = !isNonNullType(field.type);
  return (source, args, context, info) => {
    const decision = valueDecision(context.decisions.field(coordinate), source, context, field.name);
    switch (decision.kind) {
      case 'ALLOW':
        return resolve(source, args, context, info);
      case 'MASK':
        return masked(resolve(source, args, context, info), decision.mask);
      case 'DENY':
        throw unauthorized();
      case 'WITHHOLD':
        return withheld(decision, isNullable);
    }
  };
}

function valueDecision(
  decision: FieldDecision,
  source: unknown,
  { decisions }: MemberContext,
  field: string,
): ValueDecision {
  return decision.kind === 'BY_RECORD'
    ? decision.decide({ object: isObject(source) ? source : {}, field, now: decisions.now })
    : decision;
}

function masked(value: unknown, mask: ApplyMask): unknown {
  if (value instanceof Promise) {
    return value.then((resolved: unknown) => masked(resolved, mask));
  }
  return value === null || value === undefined ? null : mask(value);
}

/** A field that cannot be null cannot be withheld unsaid. */
function withheld(decision: Extract<ValueDecision, { kind: 'WITHHOLD' }>, isNullable: boolean): null {
  if (decision.withheld !== undefined) {
    throw new WithheldError(decision.withheld);
  }
  if (!isNullable) {
    throw unauthorized();
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
