import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/**
 * Chromium's complaints about a machine without system bus or graphics card. They say nothing about Parlor, and
 * everything works. Each pattern names the source file and the message, so that other errors of the same file stay.
 */
const harmless: readonly RegExp[] = [
  /:ERROR:(?:dbus\/)?bus\.cc\(\d+\)\] Failed to connect to the bus/,
  /:ERROR:(?:dbus\/)?object_proxy\.cc\(\d+\)\] Failed to call method: org\.freedesktop\./,
  /:ERROR:\S*command_buffer_proxy_impl\.cc\(\d+\)\] ContextResult::kTransientFailure/,
  /:ERROR:\S*viz_main_impl\.cc\(\d+\)\] Exiting GPU process due to errors during initialization/,
  /:(?:ERROR|WARNING):\S*(?:gl_surface_egl|gl_display|gpu_memory_buffer_support_x11|vaapi_wrapper)\.cc\(\d+\)\]/,
];

export function isHarmless(line: string): boolean {
  return harmless.some((pattern) => pattern.test(line));
}

/** Passes on all lines but the harmless ones. */
export function passWithoutNoise(from: Readable, to: Writable): void {
  createInterface({ input: from }).on('line', (line) => {
    if (!isHarmless(line)) {
      to.write(`${line}\n`);
    }
  });
}
