import { type KeyboardEvent, lazy, Suspense, useState } from 'react';
import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../actions/attempt.ts';
import { sendTyped } from '../../actions/send-typed.ts';
import { focusOn } from '../../focus.ts';
import { useDraftsStore } from '../../stores/chat/drafts-store.ts';
import { usePromptWalkStore } from '../../stores/chat/prompt-walk-store.ts';
import { isMac, useSettingsStore } from '../../stores/window/settings-store.ts';
import { AttachButton } from '../attachments/attach-button.tsx';
import { DraftAttachments } from '../attachments/draft-attachments.tsx';
import { useDraftFiles } from '../attachments/use-draft-files.ts';
import { attachPasted } from '../attachments/use-file-intake.ts';
import { ErrorNote } from '../errors/error-note.tsx';
import { modelLabel } from '../models/model-names.ts';
import { useAnsweringModel } from '../models/use-answering-model.ts';
import styles from './composer.module.css';
import { ComposerHint } from './composer-hint.tsx';
import { DraftEstimate } from './draft-estimate.tsx';
import { sendWalked } from './history/send-walked.ts';
import { usePromptSearch } from './history/use-prompt-search.ts';
import { usePromptWalk } from './history/use-prompt-walk.ts';
import { useDraftPart } from './long/use-draft-part.ts';
import { NextModels } from './next-models.tsx';
import { PasteOffer } from './paste/paste-offer.tsx';
import { usePasteOffer } from './paste/use-paste-offer.ts';
import { SendButton } from './send-button.tsx';
import { isSendKey } from './send-key.ts';
import { useSlash } from './slash/use-slash.ts';
import { useSlashPopup } from './slash/use-slash-popup.ts';
import { useComposerField } from './use-composer-field.ts';

export interface ComposerProps {
  readonly sessionId: SessionId;
}

// What is opened now and then is loaded then.
const HistorySearch = lazy(async () => ({
  default: (await import('./history/history-search.tsx')).HistorySearch,
}));
const SlashPopup = lazy(async () => ({ default: (await import('./slash/slash-popup.tsx')).SlashPopup }));
const DraftPartBar = lazy(async () => ({
  default: (await import('./long/draft-part-bar.tsx')).DraftPartBar,
}));
const SlashNoteLine = lazy(async () => ({
  default: (await import('./slash/slash-note-line.tsx')).SlashNoteLine,
}));

/** Where the next message is written. */
export function Composer({ sessionId }: ComposerProps) {
  const draft = useDraftsStore((store) => store.drafts[sessionId] ?? '');
  const problem = useDraftsStore((store) => store.problems[sessionId]);
  const { write, flush } = useDraftsStore.getState();
  const sendKey = useSettingsStore((store) => store.settings.sendKey);
  const onMac = useSettingsStore(isMac);
  const model = useAnsweringModel(sessionId);
  const { attachments, adding } = useDraftFiles(sessionId);
  const { field, fieldRef } = useComposerField();
  const walk = usePromptWalk(sessionId, draft, field);
  const shown = walk.walked ?? draft;
  const view = useDraftPart(shown, field);
  const search = usePromptSearch(sessionId);
  const slash = useSlash(sessionId, draft);
  const popup = useSlashPopup(walk.walked === undefined && draft.startsWith('/'));
  const paste = usePasteOffer(sessionId, draft);
  const [isComposing, setComposing] = useState(false);

  const isEmpty = shown.trim() === '' && attachments.length === 0;
  const obstacle = isEmpty
    ? text.composer.emptyHint
    : adding.length > 0
      ? text.attachments.waitForReading
      : null;

  function send(): void {
    if (walk.walked !== undefined) sendWalked(sessionId, walk.walked);
    else if (draft.startsWith('/')) slash.submit(draft);
    else attempt(() => sendTyped(sessionId));
  }

  function handleChange(shownNow: string, caret: number): void {
    const entered = view.enter(shownNow, caret);
    if (walk.walked !== undefined) usePromptWalkStore.getState().replaceDraft(sessionId, entered);
    else write(sessionId, entered);
    popup.noteCaret(entered, caret);
  }

  function handleKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
    const isTaken =
      popup.handleKey(event.nativeEvent) ||
      search.handleKey(event) ||
      view.handleKey(event) ||
      walk.handleKey(event);
    const isSending = !isTaken && isSendKey(event.nativeEvent, sendKey, onMac);
    if (isTaken || isSending) event.preventDefault();
    if (isSending) send();
  }

  return (
    <div className={styles['composer']}>
      {problem !== undefined && (
        <div className={styles['problem']} role="alert">
          <ErrorNote error={problem} onRetry={() => attempt(() => sendTyped(sessionId))} />
        </div>
      )}
      <Suspense fallback={null}>
        {search.isOpen && <HistorySearch onClose={search.close} />}
        {popup.isWanted && !isComposing && (
          <SlashPopup
            sessionId={sessionId}
            draft={draft}
            caret={popup.caret}
            field={field}
            keys={popup.keys}
            onAria={popup.setAria}
            onSubmit={slash.submit}
            onLeave={popup.leave}
          />
        )}
      </Suspense>
      <DraftAttachments sessionId={sessionId} />
      <PasteOffer {...paste} />
      {view.isPart && (
        <Suspense fallback={null}>
          <DraftPartBar
            text={shown}
            part={view.part}
            isAllSelected={view.isAllSelected}
            onStep={(by) => {
              view.step(by);
              focusOn('composer');
            }}
            onAttach={() => paste.attachAll(shown)}
          />
        </Suspense>
      )}
      <textarea
        ref={fieldRef}
        className={styles['field']}
        rows={1}
        value={view.shown}
        aria-label={text.composer.label}
        aria-describedby="composer-hint"
        {...popup.aria}
        placeholder={
          model === null ? text.composer.placeholderNoModel : text.composer.placeholder(modelLabel(model))
        }
        onChange={({ currentTarget }) => handleChange(currentTarget.value, currentTarget.selectionEnd)}
        onSelect={({ currentTarget }) => {
          popup.noteCaret(currentTarget.value, currentTarget.selectionEnd);
          view.noteSelection(currentTarget);
        }}
        onCopy={view.handleCopy}
        onCut={(event) => {
          if (view.handleCopy(event)) handleChange('', 0);
        }}
        onKeyDown={handleKey}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onPaste={(event) => {
          if (!attachPasted(sessionId, event)) paste.notePaste(event, view.part.from, handleChange);
        }}
        onDragStart={() => view.noteSelection(null)}
        onBlur={({ relatedTarget }) => {
          popup.leave(relatedTarget);
          view.noteSelection(null);
          void flush();
        }}
      />
      {slash.note !== null && (
        <Suspense fallback={null}>
          <SlashNoteLine note={slash.note} onSendAsText={slash.sendAsText} />
        </Suspense>
      )}
      <div className={styles['tools']}>
        <AttachButton sessionId={sessionId} />
        <NextModels sessionId={sessionId} />
        <ComposerHint id="composer-hint" sessionId={sessionId} length={shown.length} />
        <DraftEstimate sessionId={sessionId} draft={shown} />
        <SendButton sessionId={sessionId} obstacle={obstacle} onSend={send} />
      </div>
    </div>
  );
}
