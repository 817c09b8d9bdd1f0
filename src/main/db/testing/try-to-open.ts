import { AppError } from '#shared/errors.ts';
import { openConnection } from '../database.ts';

// Opens the file in argv[2] and prints what came of it: run by tests as a user without rights.

try {
  openConnection(process.argv[2] ?? '').close();
  process.stdout.write('opened');
} catch (thrown) {
  process.stdout.write(thrown instanceof AppError ? thrown.code : String(thrown));
}
