import { isDevelopmentRuntime } from './setup/development-runtime.ts';
import { SetupError } from './setup/setup-error.ts';

/** Runs before a release is built: the old runtime has known holes and must not reach a user. */
export async function main(): Promise<number> {
  if (isDevelopmentRuntime()) {
    throw new SetupError(
      'This would be a release with the old development runtime (Electron 25), which gets no security fixes. Build it on\n' +
        'a machine that can download the official Electron: rm -r node_modules/electron/dist && npm run setup',
    );
  }
  return 0;
}
