import { existsSync, readFileSync } from 'node:fs';
import { modulePath } from '../setup/paths.ts';
import { SetupError } from '../setup/setup-error.ts';

/** The path of Electron's executable. Throws SetupError when it is not there. */
export function electronProgram(): string {
  const pathFile = modulePath('electron', 'path.txt');
  const program =
    existsSync(pathFile) && modulePath('electron', 'dist', readFileSync(pathFile, 'utf8').trim());
  if (!program || !existsSync(program)) {
    throw new SetupError(
      'Electron is not installed. Run "npm run setup" (or "npm ci" again) and look at what it says.',
    );
  }
  return program;
}
