import type { Result } from '../errors.ts';
import { appEvents, appRequests } from './app.ts';
import { attachmentRequests } from './attachments.ts';
import { chatEvents, chatRequests } from './chat.ts';
import type { EventDefinition, RequestDefinition } from './define.ts';
import { editRequests } from './edits.ts';
import { messageRequests } from './messages.ts';
import { modelEvents, modelRequests } from './models.ts';
import { projectEvents, projectRequests } from './projects.ts';
import { promptHistoryRequests } from './prompt-history.ts';
import { promptEvents, promptRequests } from './prompts.ts';
import { queueEvents, queueRequests } from './queue.ts';
import { searchRequests } from './search.ts';
import { sessionEvents, sessionRequests } from './sessions.ts';
import { spellingRequests } from './spelling.ts';
import { statisticsRequests } from './statistics.ts';
import { tagEvents, tagRequests } from './tags.ts';
import { transferEvents, transferRequests } from './transfer.ts';
import { trashEvents, trashRequests } from './trash.ts';

/** Every request a window may make. Preload, router, handlers and the window's client all derive from this value. */
export const requests = {
  ...chatRequests,
  ...messageRequests,
  ...attachmentRequests,
  ...promptHistoryRequests,
  ...spellingRequests,
  ...editRequests,
  ...queueRequests,
  ...sessionRequests,
  ...projectRequests,
  ...tagRequests,
  ...promptRequests,
  ...trashRequests,
  ...transferRequests,
  ...searchRequests,
  ...statisticsRequests,
  ...modelRequests,
  ...appRequests,
};
/** Every event main may send. */
export const events = {
  ...chatEvents,
  ...queueEvents,
  ...sessionEvents,
  ...projectEvents,
  ...tagEvents,
  ...promptEvents,
  ...trashEvents,
  ...transferEvents,
  ...modelEvents,
  ...appEvents,
};

export type RequestName = keyof typeof requests;
export type EventName = keyof typeof events;

export type RequestInput<Name extends RequestName> =
  (typeof requests)[Name] extends RequestDefinition<infer Input, infer _> ? Input : never;
export type RequestOutput<Name extends RequestName> =
  (typeof requests)[Name] extends RequestDefinition<infer _, infer Output> ? Output : never;
export type EventPayload<Name extends EventName> =
  (typeof events)[Name] extends EventDefinition<infer Payload> ? Payload : never;

/** The same definitions, in a form generic code can index by name. */
export const requestDefinitions: {
  readonly [Name in RequestName]: RequestDefinition<RequestInput<Name>, RequestOutput<Name>>;
} = requests;

/** What a window finds as `window.api`. */
export interface Api {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>;
  /** Returns the function that ends the subscription. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
}

/** One function per request: main's complete surface towards the window. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: RequestInput<Name>,
  ) => Promise<RequestOutput<Name>> | RequestOutput<Name>;
};

/** Sends an event to every window. */
export type Emit = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;
