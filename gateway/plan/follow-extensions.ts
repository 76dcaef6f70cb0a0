import type { Logger } from '../../shared/log/logger.js';
import type { ExtendedGraph } from './settle-extensions.js';

export interface FollowOptions {
  /** Gives the graph where it changed. */
  readonly refresh: () => Promise<ExtendedGraph | undefined>;
  /** Puts a graph in force. */
  readonly publish: (graph: ExtendedGraph) => Promise<void>;
  /** Milliseconds between two looks. */
  readonly everyMs: number;
  readonly logger: Logger;
}

/**
 * Looks for changed extensions every so often, one look after the other, until the returned function is called; that
 * waits for a graph that is being put in force, and for no composition.
 */
export function followExtensions({ refresh, publish, everyMs, logger }: FollowOptions): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let publishing: Promise<void> = Promise.resolve();
  const lookOnce = async (): Promise<void> => {
    try {
      const graph = await refresh();
      if (graph !== undefined && !stopped) {
        publishing = publish(graph);
        await publishing;
        logger.info({ extensions: graph.extensions.map(({ member }) => member) }, 'a new graph is in force');
      }
    } catch (err) {
      logger.error({ err }, 'the extensions could not be brought up to date; the graph in force serves on');
    }
    plan();
  };
  const plan = (): void => {
    if (!stopped) {
      timer = setTimeout(lookOnce, everyMs).unref();
    }
  };
  plan();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await publishing.catch(() => undefined);
  };
}
