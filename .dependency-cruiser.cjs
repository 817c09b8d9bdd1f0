/** The house of docs/architecture.md as rules: imports go downward only, and some doors have one keeper. */

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });
const only = (name, module, keepers) =>
  rule(
    name,
    `${module} has one place`,
    { path: '^src/', pathNot: keepers },
    { path: `^(node_modules/)?${module}(/|$)` },
  );

module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle has no bottom', {}, { circular: true }),
    rule(
      'no-orphans',
      'Nothing lies around unused',
      {
        orphan: true,
        path: '^src/',
        pathNot: ['\\.test\\.tsx?$', '\\.d\\.ts$', '^src/renderer/src/main\\.tsx$'],
      },
      {},
    ),
    rule(
      'shared-knows-nobody',
      'Shared is the contract',
      { path: '^src/shared/' },
      {
        path: '^(src/(main|preload|renderer|demo-server)/|node:|electron|react)',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'shared-no-node',
      'Both sides run it',
      { path: '^src/shared/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'main-not-window',
      'The processes share only the contract',
      { path: '^src/main/' },
      { path: '^src/(preload|renderer)/' },
    ),
    rule(
      'preload-only-shared',
      'The bridge is thin',
      { path: '^src/preload/' },
      { path: '^src/(main|renderer|demo-server)/' },
    ),
    rule(
      'renderer-only-shared',
      'The window knows main by the contract alone',
      { path: '^src/renderer/' },
      { path: '^(src/(main|preload|demo-server)/|node_modules/(electron|better-sqlite3)/)' },
    ),
    rule(
      'renderer-no-node',
      'The window has no Node',
      { path: '^src/renderer/', pathNot: '\\.test\\.tsx?$' },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'demo-server-alone',
      'The demo server is Ollama to everybody: it knows nothing of Parlor',
      { path: '^src/demo-server/' },
      { path: '^src/(main|preload|renderer|shared)/' },
    ),
    rule(
      'main-uses-demo-by-the-door',
      'Only the composition root (and tests) start the demo',
      { path: '^src/main/', pathNot: ['^src/main/index\\.ts$', '\\.test\\.ts$', '/testing/'] },
      { path: '^src/demo-server/' },
    ),
    rule(
      'db-below-services',
      'The database knows no service',
      { path: '^src/main/db/' },
      { path: '^src/main/(?!db/)' },
    ),
    rule(
      'ollama-below-services',
      'The client knows no service',
      { path: '^src/main/ollama/' },
      { path: '^src/main/(?!ollama/)' },
    ),
    rule(
      'services-below-ipc',
      'Services do not know who calls them',
      {
        path: '^src/main/(attachments|chat|library|models|prompts|search|spelling|statistics|transfer|settings)/',
      },
      { path: '^src/main/(ipc|desktop)/' },
    ),
    rule(
      'stores-below-components',
      'A store never knows a component',
      { path: '^src/renderer/src/stores/' },
      { path: '^src/renderer/src/components/' },
    ),
    rule(
      'components-by-stores',
      'Components know nothing of IPC',
      { path: '^src/renderer/src/(components|markdown)/' },
      { path: '^src/renderer/src/api\\.ts$' },
    ),
    only('electron-in-its-rooms', 'electron', [
      '^src/main/(index\\.ts|desktop/|ipc/(router|trusted-sender)\\.ts)',
      '^src/preload/',
    ]),
    only('sqlite-in-db', 'better-sqlite3', ['^src/main/db/']),
    only('store-in-settings', 'electron-store', ['^src/main/settings/settings-store\\.ts$']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.css'],
    },
  },
};
