import { api } from '../api.ts';
import { useChatStore } from '../stores/chat/chat-store.ts';
import { useViewStore } from '../stores/window/view-store.ts';
import { attempt } from './attempt.ts';

/** Tells main whether the open session is on the screen. Returns the function that ends that. */
export function watchMainView(): () => void {
  return useViewStore.subscribe(({ mainView }, before) => {
    if (mainView === before.mainView) return;
    const sessionId = mainView === 'conversation' ? useChatStore.getState().openSessionId : null;
    attempt(() => api.request('sessions:watch', { sessionId }));
  });
}
