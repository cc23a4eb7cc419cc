import packageJson from '../../package.json' with { type: 'json' };

/** The Node that the project itself runs on, which is the one that it packages. */
export const pinnedNode = packageJson.devDependencies.node;
