import type { TestProject } from 'vitest/node';
import { buildThreads } from './build-for-node.ts';

/** Vitest calls this once before all tests; while it watches, the threads are built anew before each run. */
export async function setup(project: TestProject): Promise<void> {
  await buildThreads();
  project.onTestsRerun(buildThreads);
}
