import { z } from 'zod';
import { AccordError } from '../../shared/errors/accord-error.js';
import { answerJson, answerMethodNotAllowed } from '../../shared/http/answers.js';
import type { HttpExchange } from '../../shared/http/http-server.js';
import { readJsonBody } from '../../shared/http/read-body.js';
import type { HubRegistry } from '../plan/registry/hub-registry.js';

const Body = z.strictObject({ request: z.string().min(1) });
const maxBytes = 1_048_576;

/** `POST /registry` with `{ "request": "<compact JWS>" }`: answers what the registry then says of the member. */
export async function answerRegistry(
  { request, response }: HttpExchange,
  registry: Pick<HubRegistry, 'handle'>,
): Promise<void> {
  if (request.method !== 'POST') {
    answerMethodNotAllowed(response, 'POST');
    return;
  }
  const body = Body.safeParse(await readJsonBody(request, maxBytes));
  if (!body.success) {
    throw new AccordError('BAD_INPUT', 'Expected a body of the form { "request": "<compact JWS>" }.');
  }
  answerJson(response, 200, await registry.handle(body.data.request));
}
