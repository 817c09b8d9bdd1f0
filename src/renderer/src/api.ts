import type {
  Api,
  EventName,
  EventPayload,
  RequestInput,
  RequestName,
  RequestOutput,
} from '#shared/contract/index.ts';
import { AppError } from '#shared/errors.ts';

declare global {
  interface Window {
    /** Put there by the preload; this file alone reads it. */
    readonly api: Api;
  }
}

/** Requests to and events from the main process. */
export const api = {
  /** The answer of main; throws AppError when it is an error. */
  async request<Name extends RequestName>(
    name: Name,
    ...input: RequestInput<Name> extends undefined ? [] : [input: RequestInput<Name>]
  ): Promise<RequestOutput<Name>> {
    const result = await window.api.request(name, input[0] as RequestInput<Name>);
    if (!result.ok) throw new AppError(result.error);
    return result.value;
  },

  /** Returns the function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void {
    return window.api.on(name, listener);
  },
};
