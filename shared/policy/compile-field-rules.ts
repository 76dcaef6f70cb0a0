import { AccordError } from '../errors/accord-error.js';
import type { CompiledCondition, CompiledFieldRule } from './compiled-policy.js';
import {
  type ContractModel,
  type ModelField,
  type ModelType,
  placeOfCoordinate,
  typeOfCoordinate,
} from './contract-model.js';
import type { ContractRules } from './contract-rules.js';
import { checkExpression } from './expression/check-condition.js';
import { objectScope } from './expression/object-scope.js';
import { loosens } from './loosens.js';
import type { MaskName } from './mask-table.js';
import type { PolicyFault } from './parse-policy.js';
import type { FieldRule } from './policy-file.js';
import { toCondition } from './to-condition.js';

/** Where the rules of a file are to hold, and what is said against them. */
export interface FieldRuleSetting {
  readonly member: string;
  readonly model: ContractModel;
  readonly contract: ContractRules;
}

interface Placed {
  readonly coordinate: string;
  readonly rule: CompiledFieldRule;
}

/**
 * Finds the fields that a rule of the file holds for: of an interface or a union it holds for every type that can stand
 * in its place, of a type for its fields and, where it has no condition, for what gives it.
 */
export function placeFieldRule(
  { rule, index }: { readonly rule: FieldRule; readonly index: number },
  setting: FieldRuleSetting,
): { readonly placed: readonly Placed[]; readonly faults: readonly PolicyFault[] } {
  const faults: PolicyFault[] = [];
  const fail = (part: string, message: string): void => {
    faults.push({ path: ['rules', index, part], message });
  };
  const targets = targetsOf(rule, setting.model);
  if (targets.length === 0) {
    const expected =
      hasCondition(rule) && setting.model.has(rule.field) ? 'a type with fields' : 'a field or a type';
    fail('field', `expected ${expected} of the contracts, got "${rule.field}"`);
  }
  if (/\.(id|member|__typename)$/.test(rule.field)) {
    fail('field', `expected a field that can be protected: "${rule.field}" says whose record it is`);
  }
  if (rule.read !== undefined && loosens(rule.read, setting.contract.ruleAt(rule.field), setting.member)) {
    fail('read', `expected no less than the contract asks for "${rule.field}", which stays in force`);
  }
  const placed = targets.map((field): Placed => {
    const { mask } = rule.otherwise ?? {};
    if (mask !== undefined && !suits(mask, field, setting.model)) {
      fail(
        'otherwise',
        `expected a mask that "${field.coordinate}" of type "${field.type}" can have, got ${mask}`,
      );
    }
    const applies = conditionOf(rule, field, { model: setting.model, fail });
    return { coordinate: field.coordinate, rule: { index, rule, applies } };
  });
  return { placed, faults };
}

const neverProtected: ReadonlySet<string> = new Set(['id', 'member']);

function targetsOf(rule: FieldRule, model: ContractModel): readonly ModelField[] {
  const [typeName, name] = placeOfCoordinate(rule.field);
  const type = model.get(typeName);
  if (type === undefined) {
    return [];
  }
  const types = [type, ...type.possible.flatMap((one) => model.get(one) ?? [])];
  if (name !== undefined) {
    return type.fields.has(name) ? types.flatMap(({ fields }) => fields.get(name) ?? []) : [];
  }
  const all = [...types.flatMap(fieldsOn), ...(hasCondition(rule) ? [] : fieldsGiving(types, model))];
  // A field of a type that gives the same type is found twice.
  return [...new Set(all)];
}

function fieldsOn({ fields }: ModelType): ModelField[] {
  return [...fields.values()].filter(isProtectable);
}

function fieldsGiving(types: readonly ModelType[], model: ContractModel): ModelField[] {
  const names = new Set(types.map(({ name }) => name));
  return [...model.values()].flatMap(fieldsOn).filter(({ type }) => names.has(type));
}

function isProtectable({ name }: ModelField): boolean {
  return !neverProtected.has(name);
}

function hasCondition({ when, until }: FieldRule): boolean {
  return when !== undefined || until !== undefined;
}

interface ConditionPlace {
  readonly model: ContractModel;
  readonly fail: (part: string, message: string) => void;
}

/** When a rule holds: as long as `when` is true and the date of `until` is not past. */
function conditionOf(
  rule: FieldRule,
  field: ModelField,
  { model, fail }: ConditionPlace,
): CompiledCondition | undefined {
  const scope = objectScope(typeOfCoordinate(field.coordinate), model);
  const parts: string[] = [];
  const { when } = rule;
  if (when !== undefined) {
    parts.push(`(${when})`);
    failing(
      () => checkExpression(when, scope),
      (words) => fail('when', words),
    );
  }
  if (rule.until !== undefined) {
    const found = scope.find(rule.until.split('.').slice(1));
    const words =
      typeof found === 'string'
        ? found
        : found.type.kind === 'date' || found.type.kind === 'instant'
          ? undefined
          : `Expected a date, got "${rule.until}"`;
    if (words !== undefined) {
      fail('until', words);
      return undefined;
    }
    parts.push(`!(has(${rule.until}) && ${rule.until} <= now)`);
  }
  if (parts.length === 0) {
    return undefined;
  }
  return failing(
    () => toCondition(checkExpression(parts.join(' && '), scope)),
    () => undefined,
  );
}

/** Runs what can find fault with an expression, and hands its words on. */
export function failing<T>(run: () => T, fail: (words: string) => void): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof AccordError) || error.code !== 'BAD_POLICY') {
      throw error;
    }
    fail(error.message.replace(/\.$/, ''));
    return undefined;
  }
}

/** Masks make texts of texts and dates of dates, or the answer would break. */
function suits(mask: MaskName, { type, isOptional }: ModelField, model: ContractModel): boolean {
  switch (mask) {
    case 'NULL':
      return isOptional;
    case 'YEAR':
      return type === 'PartialDate' || type === 'DateTime';
    case 'ROUNDED':
      return type === 'Decimal' || type === 'Int' || type === 'Float' || type === 'Money';
    case 'BAND':
      return type === 'Money' && model.get(type)?.kind === 'OBJECT';
    case 'PARTIAL':
    case 'TOKEN':
      return type === 'String';
  }
}
