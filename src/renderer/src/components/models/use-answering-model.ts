import { defaultModelOf, type SessionId } from '#shared/domain.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { useSettingsStore } from '../../stores/window/settings-store.ts';

/** The model that will answer in a session; null when there is none to choose. */
export function useAnsweringModel(sessionId: SessionId): string | null {
  const chosen = useChatStore((store) => store.conversations[sessionId]?.session.model ?? null);
  const models = useModelsStore((store) => store.models);
  const preferred = useSettingsStore((store) => store.settings.defaultModel);
  return (
    chosen ??
    defaultModelOf(
      models.map(({ name }) => name),
      preferred,
    )
  );
}
