import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin } from 'vite';

const source = (path: string) => join(import.meta.dirname, path);

/** Builds page and main process of the benchmark as Parlor's are built. Returns the path of the main process. */
export async function buildStreamBench(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: source('page'),
    plugins: [countBlockRenders, react()],
    build: {
      target: 'chrome114',
      outDir: join(folder, 'page'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2_000,
    },
  });
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node18',
      rollupOptions: {
        input: { main: source('electron-main.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  return join(folder, 'main.cjs');
}

/** The one thing that is not as in Parlor's window: each rendering of a block is told to the page, if it listens. */
const countBlockRenders: Plugin = {
  name: 'count-block-renders',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/markdown/block-view.tsx')) return undefined;
    const begin = "  const dir = isTopLevel ? 'auto' : undefined;";
    if (!code.includes(begin))
      throw new Error('block-view.tsx has changed: tell build.ts where a rendering begins');
    return code.replace(begin, `  globalThis.onBlockRender?.(token);\n${begin}`);
  },
};
