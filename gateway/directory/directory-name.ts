/** The name of the directory among the subgraphs. */
export const directoryName = 'directory';
