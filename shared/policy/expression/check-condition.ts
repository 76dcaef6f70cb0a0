import { checkComparison, checkMembership } from './check-comparison.js';
import type { Condition, RecordScope } from './condition.js';
import { type Operand, operandOf, type ReadOperand, wordsFor } from './operand.js';
import { parseExpression } from './parse-expression.js';
import { expressionFault, type PathSyntax, type Syntax } from './syntax.js';

/** Names that are known to be there at a place of an expression. */
type Present = ReadonlySet<string>;

/** A condition, with what is there once it is true and once it is false. */
interface Checked {
  readonly condition: Condition;
  readonly whenTrue: Present;
  readonly whenFalse: Present;
}

/**
 * Checks an expression against what there is to be said of a record. What may be absent has to be asked for by `has()`
 * before it is read. Throws BAD_POLICY with the place of the first fault.
 */
export function checkExpression(text: string, scope: RecordScope): Condition {
  return check(parseExpression(text), scope, new Set()).condition;
}

function check(syntax: Syntax, scope: RecordScope, present: Present): Checked {
  const read: ReadOperand = (path) => presentOperand(path, scope, present);
  switch (syntax.kind) {
    case 'boolean':
      return plain({ kind: 'constant', value: syntax.value });
    case 'not': {
      const { condition, whenTrue, whenFalse } = check(syntax.of, scope, present);
      return { condition: { kind: 'not', of: condition }, whenTrue: whenFalse, whenFalse: whenTrue };
    }
    case 'has':
      return checkPresence(syntax.path, scope);
    case 'path': {
      const operand = read(syntax);
      if (operand.type.kind !== 'boolean') {
        throw expressionFault(`Expected a condition, got "${operand.name}"`, syntax.at);
      }
      return plain({ kind: 'truth', of: operand.term });
    }
    case 'binary':
      if (syntax.op === '&&' || syntax.op === '||') {
        return checkJunction(syntax.op, syntax, (part, known) => check(part, scope, known), present);
      }
      return plain(
        syntax.op === 'in'
          ? checkMembership(syntax, scope, read)
          : checkComparison({ ...syntax, op: syntax.op }, scope, read),
      );
    default:
      throw expressionFault('Expected a condition, got a value', syntax.at);
  }
}

type CheckPart = (part: Syntax, present: Present) => Checked;

/** The right side of `&&` is only read when the left one is true, that of `||` when it is false. */
function checkJunction(
  op: '&&' | '||',
  { left, right }: { readonly left: Syntax; readonly right: Syntax },
  checkPart: CheckPart,
  present: Present,
): Checked {
  const first = checkPart(left, present);
  const known = op === '&&' ? first.whenTrue : first.whenFalse;
  const second = checkPart(right, union(present, known));
  const condition: Condition = {
    kind: op === '&&' ? 'and' : 'or',
    left: first.condition,
    right: second.condition,
  };
  return op === '&&'
    ? {
        condition,
        whenTrue: union(first.whenTrue, second.whenTrue),
        whenFalse: common(first.whenFalse, union(first.whenTrue, second.whenFalse)),
      }
    : {
        condition,
        whenTrue: common(first.whenTrue, union(first.whenFalse, second.whenTrue)),
        whenFalse: union(first.whenFalse, second.whenFalse),
      };
}

function checkPresence(path: PathSyntax, scope: RecordScope): Checked {
  const { term, name } = operandOf(path, scope);
  const steps = name.split('.');
  // What is within another is there only with it.
  const there = steps.map((_, i) => steps.slice(0, i + 1).join('.'));
  return { condition: { kind: 'has', of: term }, whenTrue: new Set(there), whenFalse: new Set() };
}

function presentOperand(path: PathSyntax, scope: RecordScope, present: Present): Operand {
  const operand = operandOf(path, scope);
  if (operand.type.kind === 'group') {
    throw expressionFault(`Expected a value, got ${wordsFor(operand.type)} "${operand.name}"`, path.at);
  }
  if (operand.isOptional && !present.has(operand.name)) {
    throw expressionFault(
      `Expected has(${operand.name}) before "${operand.name}" is read, since it may be absent`,
      path.at,
    );
  }
  return operand;
}

function plain(condition: Condition): Checked {
  return { condition, whenTrue: new Set(), whenFalse: new Set() };
}

function union(a: Present, b: Present): Present {
  return new Set([...a, ...b]);
}

function common(a: Present, b: Present): Present {
  return new Set([...a].filter((name) => b.has(name)));
}
