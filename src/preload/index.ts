import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { type Api, events, requests } from '#shared/contract/index.ts';
import { checkSpelling } from './spelling.ts';

/** The whole bridge: nothing but the contract's requests and events passes. */
const api: Api = {
  request: (name, input) => {
    if (!Object.hasOwn(requests, name)) return Promise.reject(new Error(`Unknown request ${name}`));
    return ipcRenderer.invoke(name, input);
  },
  on: (name, listener) => {
    if (!Object.hasOwn(events, name)) throw new Error(`Unknown event ${name}`);
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(name, forward);
    return () => ipcRenderer.off(name, forward);
  },
};

contextBridge.exposeInMainWorld('api', api);
checkSpelling();
