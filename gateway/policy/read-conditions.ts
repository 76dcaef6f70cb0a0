import { type DirectiveNode, Kind } from 'graphql';
import { listed } from '../../shared/policy/listed.js';
import type { Condition } from './shape-plan.js';

/** Reads `@skip` and `@include` of a node. */
export function conditionsOf({
  directives,
}: {
  readonly directives?: readonly DirectiveNode[] | undefined;
}): readonly Condition[] {
  return listed(directives).flatMap(({ name, arguments: given }): readonly Condition[] => {
    const value = given?.find((argument) => argument.name.value === 'if')?.value;
    if ((name.value !== 'skip' && name.value !== 'include') || value === undefined) {
      return [];
    }
    const mustBe = name.value === 'include';
    if (value.kind === Kind.BOOLEAN) {
      return [{ if: value.value, mustBe }];
    }
    return value.kind === Kind.VARIABLE ? [{ if: { variable: value.name.value }, mustBe }] : [];
  });
}

/** Whether all conditions hold with these variables, which are coerced and have their defaults. */
export function hold(
  conditions: readonly Condition[],
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return conditions.every(
    (condition) =>
      (typeof condition.if === 'boolean' ? condition.if : variables[condition.if.variable] === true) ===
      condition.mustBe,
  );
}
