import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type CommandResult = {
  /** Exit code; 127 when the program is not there, 1 when a signal ended it. */
  readonly code: number;
  readonly stdout: string;
  /** Standard output and standard error in the order of arrival. */
  readonly output: string;
};

export type CommandOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
};

/** Runs a program without a shell and collects what it prints. Never rejects: look at `code`. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => done({ code: 127, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, stdout, output }));
  });
}

/** The sbin folders are looked at too: Debian leaves them out of an ordinary user's PATH. */
export function findProgram(name: string): string | undefined {
  const { PATH = '' } = process.env;
  const folders = [...PATH.split(delimiter), '/usr/sbin', '/sbin'];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The last lines of a program's output, for an error message. */
export function lastLines(output: string, count = 15): string {
  return output.trimEnd().split('\n').slice(-count).join('\n');
}
