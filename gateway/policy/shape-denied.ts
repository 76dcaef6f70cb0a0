import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { ErrorCode } from '../../shared/errors/error-codes.js';
import { hold } from './read-conditions.js';
import { type PlanField, type PlanSelection, typeKey } from './shape-plan.js';

/** What came of a cut operation, and the plan of the whole one. */
export interface ShapeSource {
  readonly schema: GraphQLSchema;
  readonly plan: readonly PlanSelection[];
  readonly rootType: GraphQLObjectType;
  readonly data: Readonly<Record<string, unknown>>;
  /** Coerced, with defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Types of which no object is shown. */
  readonly hiddenTypes: ReadonlySet<string>;
}

export interface ShapedData {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
  /** Denied positions beyond those that have an error here. */
  readonly errorsOmitted: number;
}

/**
 * Gives the data the form that the caller's own operation asks for: null where something is denied, one error for each
 * such position, and nulls carried upwards as GraphQL has it (spec, 6.4.4). The same as executing the whole operation
 * over the data with denied fields that throw, in one pass and only along what is denied.
 */
export function shapeDenied(source: ShapeSource): ShapedData {
  const shaper = new Shaper(source);
  const data = shaper.shapeObject(source.plan, source.rootType, source.data, undefined);
  return { data, errors: shaper.errors, errorsOmitted: shaper.errorsOmitted };
}

export const unauthorizedCode = 'UNAUTHORIZED_FIELD_OR_TYPE' satisfies ErrorCode;
export const unauthorizedMessage = 'Unauthorized field or type';
/** More are counted only: the hub sends no more errors than this. */
const maxErrors = 100;
/** In place of a value that may not be null and is. */
const broken = Symbol('broken');

interface Path {
  readonly key: string | number;
  readonly before: Path | undefined;
}

/** The fields of one response key that objects of one type have, in the order of the operation. */
interface Group {
  readonly key: string;
  /** Undefined for what every object has, such as `__typename`. */
  readonly type: GraphQLOutputType | undefined;
  readonly isDenied: boolean;
  readonly isTouchedBelow: boolean;
  readonly below: readonly PlanSelection[];
}

class Shaper {
  readonly errors: GraphQLError[] = [];
  errorsOmitted = 0;
  readonly #schema: GraphQLSchema;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #hiddenTypes: ReadonlySet<string>;
  /** Rows of a list have the same fields: collected once for each type. */
  readonly #groups = new Map<readonly PlanSelection[], Map<GraphQLObjectType, readonly Group[]>>();

  constructor({ schema, variables, hiddenTypes }: ShapeSource) {
    this.#hiddenTypes = hiddenTypes;
    this.#schema = schema;
    this.#variables = variables;
  }

  /** Null where a field that may not be null is. What comes after it is not looked at, as in execution. */
  shapeObject(
    plan: readonly PlanSelection[],
    type: GraphQLObjectType,
    data: Readonly<Record<string, unknown>>,
    path: Path | undefined,
  ): Record<string, unknown> | null {
    const shaped: Record<string, unknown> = Object.create(null);
    for (const group of this.#groupsOf(plan, type)) {
      const value = this.#shapeField(group, data[group.key], { key: group.key, before: path });
      if (value === broken) {
        return null;
      }
      shaped[group.key] = value;
    }
    return shaped;
  }

  #shapeField(group: Group, value: unknown, path: Path): unknown {
    if (group.isDenied) {
      this.#deny(path);
      return isNonNullType(group.type) ? broken : null;
    }
    return group.isTouchedBelow && group.type !== undefined
      ? this.#complete(group.type, { group, value, path })
      : (value ?? null);
  }

  #complete(
    type: GraphQLOutputType,
    at: { readonly group: Group; readonly value: unknown; readonly path: Path },
  ): unknown {
    const { group, value, path } = at;
    if (value === null || value === undefined) {
      // Members' nulls were carried upwards before.
      return null;
    }
    if (isNonNullType(type)) {
      return this.#complete(type.ofType, at) ?? broken;
    }
    if (isListType(type)) {
      return Array.isArray(value) ? this.#completeList(type.ofType, value, at) : null;
    }
    if (!isRecord(value) || !isCompositeType(type)) {
      return null;
    }
    const runtime = isObjectType(type) ? type : this.#schema.getType(String(value[typeKey]));
    if (!isObjectType(runtime) || this.#hiddenTypes.has(runtime.name)) {
      // Nobody said what it is, so nobody can say that it may be seen.
      this.#deny(path);
      return null;
    }
    return this.shapeObject(group.below, runtime, value, path);
  }

  #completeList(
    type: GraphQLOutputType,
    values: readonly unknown[],
    { group, path }: { readonly group: Group; readonly path: Path },
  ): unknown {
    const shaped: unknown[] = [];
    for (const [index, value] of values.entries()) {
      const item = this.#complete(type, { group, value, path: { key: index, before: path } });
      if (item === broken) {
        return null;
      }
      shaped.push(item);
    }
    return shaped;
  }

  #groupsOf(plan: readonly PlanSelection[], type: GraphQLObjectType): readonly Group[] {
    const byType = this.#groups.get(plan) ?? new Map<GraphQLObjectType, readonly Group[]>();
    this.#groups.set(plan, byType);
    const groups = byType.get(type) ?? this.#collect(plan, type);
    byType.set(type, groups);
    return groups;
  }

  #collect(plan: readonly PlanSelection[], type: GraphQLObjectType): readonly Group[] {
    const fields = new Map<string, PlanField[]>();
    const add = (selections: readonly PlanSelection[]): void => {
      for (const selection of selections) {
        if (!hold(selection.conditions, this.#variables)) {
          continue;
        }
        if (selection.kind === 'FIELD') {
          fields.set(selection.key, [...(fields.get(selection.key) ?? []), selection]);
        } else if (selection.types === undefined || selection.types.has(type.name)) {
          add(selection.below);
        }
      }
    };
    add(plan);
    return [...fields.values()].flatMap((same) => groupOf(same, type));
  }

  #deny(path: Path): void {
    if (this.errors.length >= maxErrors) {
      this.errorsOmitted += 1;
      return;
    }
    const keys: (string | number)[] = [];
    for (let at: Path | undefined = path; at !== undefined; at = at.before) {
      keys.unshift(at.key);
    }
    this.errors.push(
      new GraphQLError(unauthorizedMessage, { path: keys, extensions: { code: unauthorizedCode } }),
    );
  }
}

/** Fields that are merged into one answer: denied where one of them is, since deny beats permit. */
function groupOf(fields: readonly PlanField[], type: GraphQLObjectType): readonly Group[] {
  const first = fields[0];
  return first === undefined
    ? []
    : [
        {
          key: first.key,
          type: type.getFields()[first.name]?.type,
          isDenied: fields.some(({ isDenied, deniedOn }) => isDenied || deniedOn.has(type.name)),
          isTouchedBelow: fields.some(({ isTouchedBelow }) => isTouchedBelow),
          below: fields.flatMap(({ below }) => below),
        },
      ];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
