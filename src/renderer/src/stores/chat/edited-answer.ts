import type { Message } from '#shared/domain.ts';
import { api } from '../../api.ts';
import { whileChangingTree } from './changing-tree.ts';
import { sessionOpened } from './chat-state.ts';
import { useChatStore } from './chat-store.ts';
import { readInOrder } from './turns-begun.ts';

/** Other words for an answer, as another version of it, which is shown. Throws what main refuses it with. */
export async function editAnswer({ id, sessionId }: Message, text: string): Promise<void> {
  await whileChangingTree(sessionId, async () => {
    const newId = crypto.randomUUID();
    const opened = await readInOrder(sessionId, () =>
      api.request('messages:edit-answer', { sessionId, messageId: id, newId, text }),
    );
    useChatStore.setState((state) => sessionOpened(state, opened, Date.now()));
  });
}
