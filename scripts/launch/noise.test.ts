import { expect, test } from 'vitest';
import { isHarmless } from './noise.ts';

test.each([
  '[6729:1121/055238.390286:ERROR:bus.cc(399)] Failed to connect to the bus: Failed to connect to socket /run/dbus/system_bus_socket: No such file or directory',
  '[6752:1121/055238.908300:ERROR:viz_main_impl.cc(186)] Exiting GPU process due to errors during initialization',
  '[30277:1121/061800.363299:ERROR:command_buffer_proxy_impl.cc(128)] ContextResult::kTransientFailure: Failed to send GpuControl.CreateCommandBuffer.',
  '[1:1121/061800.363299:ERROR:dbus/bus.cc(408)] Failed to connect to the bus: Could not parse server address',
])('is silent about a machine without bus or graphics card: %s', (line) => {
  expect(isHarmless(line)).toBe(true);
});

test.each([
  'TypeError: cannot read properties of undefined',
  'Failed to connect to the bus',
  '[1:1121/1.2:ERROR:bus.cc(399)] Something new',
  '[1:1121/1.2:FATAL:zygote_host_impl_linux.cc(127)] No usable sandbox!',
])('passes on: %s', (line) => {
  expect(isHarmless(line)).toBe(false);
});
