import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { PermittedGateway } from '../../../../gateway/policy/permitted-gateway.js';
import { anonymousCaller } from '../../../../shared/identity/caller.js';
import { personWith, scopeRule } from '../../../fixtures/policy-asks.js';

const schema = buildSchema('type Query { open: Int secret: Int }');
const policy = {
  access: new Map([['Query.secret', scopeRule('secrets')]]),
  uses: new Map(),
  protected: new Set(['Query.secret']),
};

/** A gateway that has a schema and says what was asked of it. */
function gatewayOf(loaded: typeof schema | undefined) {
  const calls: string[] = [];
  return {
    calls,
    gateway: {
      ...(loaded === undefined ? {} : { schema: loaded }),
      onSchemaLoadOrUpdate: () => () => calls.push('unsubscribed'),
      stop: async () => {
        calls.push('stopped');
      },
      load: async () => ({
        schema,
        executor: async () => {
          calls.push('executed');
          return { data: { open: 1 } };
        },
      }),
    },
  };
}
const options = { apollo: {} };

test('a gateway is served whole, by its own schema, and executes as callers may', async () => {
  const { gateway, calls } = gatewayOf(schema);
  const served = new PermittedGateway(gateway, policy).whole();
  const { schema: shown, executor } = await served.load(options);
  expect(shown).toBe(schema);
  served.onSchemaLoadOrUpdate(() => undefined)();
  await served.stop();
  expect(calls).toEqual(['unsubscribed', 'stopped']);
  const operation = { operation: 'query', selectionSet: { kind: 'SelectionSet', selections: [] } };
  const request = { operation, document: { definitions: [] }, queryHash: 'h', request: {} };
  const context = { caller: anonymousCaller, access: 'FILTER' };
  await Reflect.apply(executor, undefined, [{ ...request, context }]);
  expect(calls.at(-1)).toBe('executed');
});

test('a part of it is served by the schema of that part, with the same executor and no life of its own', async () => {
  const { gateway, calls } = gatewayOf(schema);
  const permitted = new PermittedGateway(gateway, policy);
  const whole = await permitted.whole().load(options);
  const part = permitted.leastVisible();
  const served = permitted.showing(part);
  const told: unknown[] = [];
  const stopTelling = served.onSchemaLoadOrUpdate((update) => told.push(update));
  expect(await served.load(options)).toEqual({ schema: part, executor: whole.executor });
  expect(told).toEqual([{ apiSchema: part, coreSupergraphSdl: '' }]);
  stopTelling();
  await served.load(options);
  expect(told).toHaveLength(1);
  await served.stop();
  expect(calls).toEqual([]);
});

test('callers are told of what they may read', async () => {
  const permitted = new PermittedGateway(gatewayOf(schema).gateway, policy);
  await permitted.whole().load(options);
  expect(permitted.visibleTo({ caller: personWith('secrets') })).toBeUndefined();
  const visible = permitted.visibleTo({ caller: anonymousCaller });
  expect(Object.keys(visible?.getQueryType()?.getFields() ?? {})).toEqual(['open']);
  expect(Object.keys(permitted.leastVisible().getQueryType()?.getFields() ?? {})).toEqual(['open']);
});

test('nothing is decided before there is a schema', async () => {
  const permitted = new PermittedGateway(gatewayOf(undefined).gateway, policy);
  expect(() => permitted.visibleTo({ caller: anonymousCaller })).toThrow(
    'a gateway is loaded before it is asked',
  );
  await expect(permitted.whole().load(options)).rejects.toThrow('a loaded gateway has a schema');
});
