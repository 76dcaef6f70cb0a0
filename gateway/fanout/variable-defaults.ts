import {
  type GraphQLSchema,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
  valueFromAST,
} from 'graphql';

/** The values that an operation's variables have where none is given (GraphQL spec, CoerceVariableValues). */
export function variableDefaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
      const inputType = typeFromAST(schema, type);
      return defaultValue === undefined || !isInputType(inputType)
        ? []
        : [[variable.name.value, valueFromAST(defaultValue, inputType)]];
    }),
  );
}
