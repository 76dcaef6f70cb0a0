import { type Child, type ChildOptions, startChild } from './child.js';

/** The processes of one demo, so that none is left running when it ends. */
export interface Crew {
  start(options: Omit<ChildOptions, 'env'>): Child;
  /** Stops all that still run. */
  stopAll(): Promise<void>;
}

/** More than the time in which hub and members finish what is under way. */
export const graceMs = 12_000;

export function createCrew(env: NodeJS.ProcessEnv): Crew {
  const children: Child[] = [];
  return {
    start(options) {
      const child = startChild({ ...options, env: childEnvironment(env) });
      children.push(child);
      return child;
    },
    async stopAll() {
      await Promise.all(children.map((child) => child.stop(graceMs)));
    },
  };
}

/** What the demo configures must not be overruled by what its surroundings say to a hub or a member. */
function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { HOST, PORT, ACCORD_HUB_CONFIG, MONGODB_URL, LOG_LEVEL = '', ...rest } = env;
  return { ...rest, LOG_LEVEL: LOG_LEVEL.trim() === '' ? 'warn' : LOG_LEVEL };
}
