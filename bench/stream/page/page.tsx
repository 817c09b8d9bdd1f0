import '../../../src/renderer/src/styles/tokens.css';
import '../../../src/renderer/src/styles/base.css';
import './page.css';
import type { OpenRequest, RunRequest, RunResult } from '../protocol.ts';
import { createCommonView } from './common-view.tsx';
import { createFloorView } from './floor-view.ts';
import { openSession } from './open-session.tsx';
import { createParlorView } from './parlor-view.tsx';
import { streamInto } from './stream-into.ts';
import type { View } from './view.ts';

// The page of the benchmark. electron-main.ts calls `bench` and reads the time of the main thread around it.

const scroller = document.createElement('div');
scroller.className = 'scroller';
document.getElementById('root')?.append(scroller);

const views: Readonly<Record<RunRequest['variant'], (host: HTMLElement) => View>> = {
  floor: createFloorView,
  parlor: createParlorView,
  common: createCommonView,
};

async function run(request: RunRequest): Promise<RunResult> {
  const host = document.createElement('div');
  scroller.replaceChildren(host);
  const view = views[request.variant](host);
  const result = await streamInto(scroller, view, request);
  view.remove();
  scroller.replaceChildren();
  return result;
}

Reflect.set(globalThis, 'bench', { run, open: (request: OpenRequest) => openSession(scroller, request) });
