import {
  type Comparison,
  comparisons,
  expressionFault,
  type LiteralSyntax,
  type PathSyntax,
  type Syntax,
} from './syntax.js';
import { type Token, tokensOf } from './tokens.js';

/** The most signs of `!` and `(` that stand within one another. */
const maxDepth = 30;
const numberPattern = /^-?\d{1,18}(?:\.\d{1,6})?$/;

/**
 * Reads an expression: `||` binds less than `&&`, that less than one comparison, that less than `!`. Throws BAD_POLICY
 * with the place of the first fault.
 */
export function parseExpression(text: string): Syntax {
  const parser = new Parser(tokensOf(text));
  const syntax = parser.either(0);
  parser.expect('end');
  return syntax;
}

class Parser {
  private next = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  either(depth: number): Syntax {
    let left = this.both(depth);
    for (let at = this.take('||'); at !== undefined; at = this.take('||')) {
      left = { kind: 'binary', op: '||', left, right: this.both(depth), at };
    }
    return left;
  }

  private both(depth: number): Syntax {
    let left = this.comparison(depth);
    for (let at = this.take('&&'); at !== undefined; at = this.take('&&')) {
      left = { kind: 'binary', op: '&&', left, right: this.comparison(depth), at };
    }
    return left;
  }

  private comparison(depth: number): Syntax {
    const left = this.unary(depth);
    const { kind, text, at } = this.peek();
    const op = kind === 'name' && text === 'in' ? 'in' : kind === 'sign' ? comparisonOf(text) : undefined;
    if (op === undefined) {
      return left;
    }
    this.next += 1;
    return { kind: 'binary', op, left, right: this.unary(depth), at };
  }

  private unary(depth: number): Syntax {
    const token = this.peek();
    if (depth > maxDepth) {
      throw expressionFault(`Expected at most ${maxDepth} levels, got more`, token.at);
    }
    if (this.take('!') !== undefined) {
      return { kind: 'not', of: this.unary(depth + 1), at: token.at };
    }
    if (this.take('(') !== undefined) {
      const inner = this.either(depth + 1);
      this.expect(')');
      return inner;
    }
    return token.kind === 'name' ? this.named(token) : this.literalOrList(token);
  }

  private named(token: Token): Syntax {
    if (token.text === 'true' || token.text === 'false') {
      return this.literal();
    }
    if (token.text !== 'has') {
      return this.path();
    }
    this.next += 1;
    this.expect('(');
    const path = this.path();
    this.expect(')');
    return { kind: 'has', path, at: token.at };
  }

  private path(): PathSyntax {
    const { at } = this.peek();
    const steps = [this.name()];
    while (this.take('.') !== undefined) {
      steps.push(this.name());
    }
    return { kind: 'path', steps, at };
  }

  private name(): string {
    const token = this.peek();
    if (token.kind !== 'name' || token.text === 'in') {
      throw unexpected('a name', token);
    }
    this.next += 1;
    return token.text;
  }

  private literalOrList({ at }: Token): Syntax {
    if (this.take('[') === undefined) {
      return this.literal();
    }
    const items = [this.literal()];
    while (this.take(',') !== undefined) {
      items.push(this.literal());
    }
    this.expect(']');
    return { kind: 'list', items, at };
  }

  private literal(): LiteralSyntax {
    const token = this.peek();
    const { kind, text, at } = token;
    this.next += 1;
    if (kind === 'text') {
      return { kind, value: text, at };
    }
    if (kind === 'number') {
      if (!numberPattern.test(text)) {
        throw expressionFault('Expected a number of at most 18 integer and 6 fraction digits', at);
      }
      return { kind, value: text, at };
    }
    if (kind === 'name' && (text === 'true' || text === 'false')) {
      return { kind: 'boolean', value: text === 'true', at };
    }
    throw unexpected('a value', token);
  }

  /** Takes this sign where it is next and says where it was. */
  private take(sign: string): number | undefined {
    const { kind, text, at } = this.peek();
    if (kind !== 'sign' || text !== sign) {
      return undefined;
    }
    this.next += 1;
    return at;
  }

  expect(what: 'end' | '(' | ')' | ']'): void {
    const token = this.peek();
    if (what === 'end' ? token.kind !== 'end' : this.take(what) === undefined) {
      throw unexpected(what === 'end' ? 'the end' : `"${what}"`, token);
    }
  }

  private peek(): Token {
    const token = this.tokens[Math.min(this.next, this.tokens.length - 1)];
    return token ?? { kind: 'end', text: 'the end', at: 0 };
  }
}

function comparisonOf(sign: string): Comparison | undefined {
  return comparisons.find((comparison) => comparison === sign);
}

function unexpected(expected: string, { kind, text, at }: Token): ReturnType<typeof expressionFault> {
  return expressionFault(`Expected ${expected}, got ${kind === 'end' ? text : `"${text}"`}`, at);
}
