import {
  getAttachmentFile,
  getAttachmentText,
  readPictures,
} from './attachments/attachment-files-repository.ts';
import { addDraftAttachment, removeDraftAttachment } from './attachments/draft-attachments-repository.ts';
import { closeConnection } from './database.ts';
import type { CallInput, Database } from './interface.ts';
import { abandonCopy, appendCopies, beginCopy, finishCopy } from './library/copies-repository.ts';
import { listCopyOrder } from './library/copy-order.ts';
import { saveDraft } from './library/drafts-repository.ts';
import { importSession } from './library/import-repository.ts';
import { createProject, getProject, listProjects, updateProject } from './library/projects-repository.ts';
import { listExpired, trashExpired } from './library/retention-repository.ts';
import { changeSessions, restoreSessions, trashSessions } from './library/session-groups-repository.ts';
import { listSessions } from './library/session-lists-repository.ts';
import { createSession, findEmptySession, getSession, updateSession } from './library/sessions-repository.ts';
import {
  createTag,
  listTags,
  refreshTaggedSessions,
  restoreTag,
  trashTag,
  updateTag,
} from './library/tags-repository.ts';
import { setAutoTitle } from './library/titles-repository.ts';
import { countBranches, listBranchIds, listElsewhere } from './messages/branch-facts.ts';
import { listBranch, listBranchMessages } from './messages/branch-messages.ts';
import { listNewerMessages, openSessionAt } from './messages/branch-pages.ts';
import { findLeafBelow, selectBranch } from './messages/branches-repository.ts';
import { insertEditedAnswer } from './messages/edited-answers-repository.ts';
import { exportSession } from './messages/export-repository.ts';
import { saveMessageEdit } from './messages/message-edits-repository.ts';
import { getMessage, listOlderMessages, openSession } from './messages/messages-repository.ts';
import { readOutline } from './messages/outline-repository.ts';
import { getProvenance, saveProvenance } from './messages/provenance-repository.ts';
import {
  appendReplyText,
  continueReply,
  finishReply,
  interruptStreamingReplies,
} from './messages/replies-repository.ts';
import { getSomeMessages } from './messages/some-messages.ts';
import { insertReplies, insertTurn } from './messages/turns-repository.ts';
import { clearPromptHistory, listPromptHistory } from './prompt-history/prompt-history-repository.ts';
import { importPrompts } from './prompts/import-prompts.ts';
import {
  getPrompt,
  listPrompts,
  readPrompts,
  renamePromptFolder,
  restorePrompts,
  savePrompt,
  trashPrompts,
} from './prompts/prompts-repository.ts';
import { forgetRemovedQueued } from './queue/forget-removed.ts';
import {
  addQueued,
  changeQueued,
  listQueued,
  removeQueued,
  restoreQueued,
} from './queue/queue-repository.ts';
import { sendQueued } from './queue/send-queued.ts';
import { findInSession } from './search/find-in-session.ts';
import { findTitles } from './search/find-titles.ts';
import { indexSlice } from './search/index-slice.ts';
import { beginAnew } from './search/index-state.ts';
import { mergeSlice } from './search/merge-slice.ts';
import { runSearch } from './search/run-search.ts';
import { isSearchSound, noteSearchSound } from './search/soundness.ts';
import { titlesNow } from './search/title-cache.ts';
import { toDatabaseError } from './sqlite-errors.ts';
import type { Connection } from './statements.ts';
import { getStatistics } from './statistics/statistics-repository.ts';
import { restoreBranches, trashBranch } from './trash/branch-trash-repository.ts';
import { hasChore, settleChore } from './trash/chores.ts';
import {
  markAbandonedCopies,
  markErased,
  markErasedUntil,
  markErasedWithProject,
} from './trash/erase-marks-repository.ts';
import { eraseSome } from './trash/erase-repository.ts';
import { trashMessages } from './trash/message-trash-repository.ts';
import { restoreProject, trashProject } from './trash/project-trash-repository.ts';
import { forgetSamples, rewriteFile, truncateLog } from './trash/traces.ts';
import { listTrash } from './trash/trash-repository.ts';

/** All repository calls over one connection: each is one transaction, and each fails with an AppError. */
export function createDatabase(connection: Connection): Database {
  type Call<Input, Output> = (connection: Connection, input: Input) => Output;

  function reading<Input, Output>(call: Call<Input, Output>): (input: Input) => Output {
    const transaction = connection.transaction((input: Input) => call(connection, input));
    return guarded((input: Input) => transaction.deferred(input));
  }

  /** Immediate: a transaction that begins with reading could find itself unable to write later. */
  function writing<Input, Output>(call: Call<Input, Output>): (input: Input) => Output {
    const transaction = connection.transaction((input: Input) => call(connection, input));
    return guarded((input: Input) => transaction.immediate(input));
  }

  function guarded<Input, Output>(call: (input: Input) => Output): (input: Input) => Output {
    return (input) => {
      try {
        return call(input);
      } catch (thrown) {
        throw toDatabaseError(thrown, connection.name);
      }
    };
  }

  const listAllProjects = reading<undefined, ReturnType<Database['listProjects']>>(listProjects);
  const listAllTags = reading<undefined, ReturnType<Database['listTags']>>(listTags);
  const listAllPrompts = reading<undefined, ReturnType<Database['listPrompts']>>(listPrompts);
  const markAbandoned = writing<undefined, number>(markAbandonedCopies);
  const forget = writing<undefined, void>(forgetSamples);
  const truncate = guarded<undefined, boolean>(() => truncateLog(connection));
  const clearPrompts = writing<undefined, void>(clearPromptHistory);
  const forgetQueued = writing<undefined, void>(forgetRemovedQueued);
  const close = guarded<undefined, void>(() => closeConnection(connection));

  const warm = reading<undefined, void>((reader) => void titlesNow(reader));
  const rebuild = writing<undefined, void>(beginAnew);
  const fold = guarded<undefined, void>(() => void connection.pragma('wal_checkpoint(PASSIVE)'));

  return {
    createProject: writing(createProject),
    listProjects: () => listAllProjects(undefined),
    getProject: reading(getProject),
    updateProject: writing(updateProject),
    trashProject: writing(trashProject),
    restoreProject: writing(restoreProject),

    listTags: () => listAllTags(undefined),
    createTag: writing(createTag),
    updateTag: writing(updateTag),
    trashTag: writing(trashTag),
    restoreTag: writing(restoreTag),
    refreshTaggedSessions: writing(refreshTaggedSessions),

    listPrompts: () => listAllPrompts(undefined),
    getPrompt: reading(getPrompt),
    savePrompt: writing(savePrompt),
    trashPrompts: writing(trashPrompts),
    restorePrompts: writing(restorePrompts),
    renamePromptFolder: writing(renamePromptFolder),
    readPrompts: reading(readPrompts),
    importPrompts: writing(importPrompts),

    createSession: writing(createSession),
    findEmptySession: reading(findEmptySession),
    listSessions: reading(listSessions),
    getSession: reading(getSession),
    updateSession: writing(updateSession),
    changeSessions: writing(changeSessions),
    trashSessions: writing(trashSessions),
    restoreSessions: writing(restoreSessions),

    openSession: reading(openSession),
    listOlderMessages: reading(listOlderMessages),
    listNewerMessages: reading(listNewerMessages),
    openSessionAt: reading(openSessionAt),
    findLeafBelow: reading(findLeafBelow),
    getMessage: reading(getMessage),
    getSomeMessages: reading(getSomeMessages),
    readOutline: reading(readOutline),
    listBranchIds: reading(listBranchIds),
    countBranches: reading(countBranches),
    listElsewhere: reading(listElsewhere),
    insertEditedAnswer: writing(insertEditedAnswer),
    selectBranch: writing(selectBranch),
    saveDraft: writing(saveDraft),
    saveMessageEdit: writing(saveMessageEdit),
    addDraftAttachment: writing(addDraftAttachment),
    removeDraftAttachment: writing(removeDraftAttachment),
    getAttachmentText: reading(getAttachmentText),
    getAttachmentFile: reading(getAttachmentFile),
    readPictures: reading(readPictures),

    insertTurn: writing(insertTurn),
    listQueued: reading(listQueued),
    addQueued: writing(addQueued),
    changeQueued: writing(changeQueued),
    removeQueued: writing(removeQueued),
    restoreQueued: writing(restoreQueued),
    forgetRemovedQueued: () => forgetQueued(undefined),
    sendQueued: writing(sendQueued),
    insertReplies: writing(insertReplies),
    continueReply: writing(continueReply),
    listBranch: reading(listBranch),
    listBranchMessages: reading(listBranchMessages),
    saveProvenance: writing(saveProvenance),
    getProvenance: reading(getProvenance),
    appendReplyText: writing(appendReplyText),
    finishReply: writing(finishReply),
    interruptStreamingReplies: writing(interruptStreamingReplies),

    listPromptHistory: reading(listPromptHistory),
    clearPromptHistory: () => clearPrompts(undefined),

    exportSession: reading(exportSession),
    importSession: writing(importSession),
    getStatistics: reading(getStatistics),
    listTrash: reading(listTrash),
    trashBranch: writing(trashBranch),
    trashMessages: writing(trashMessages),
    restoreBranches: writing(restoreBranches),
    markErased: writing(markErased),
    markErasedWithProject: writing(markErasedWithProject),
    markErasedUntil: writing(markErasedUntil),
    markAbandonedCopies: () => markAbandoned(undefined),
    eraseSome: writing(eraseSome),
    forgetSamples: () => forget(undefined),
    truncateLog: () => truncate(undefined),
    hasChore: reading(hasChore),
    settleChore: writing(settleChore),
    rewriteFile: guarded((input: CallInput<'rewriteFile'>) => rewriteFile(connection, input)),

    beginCopy: writing(beginCopy),
    listCopyOrder: reading(listCopyOrder),
    appendCopies: writing(appendCopies),
    finishCopy: writing(finishCopy),
    abandonCopy: writing(abandonCopy),

    listExpired: reading(listExpired),
    trashExpired: writing(trashExpired),
    setAutoTitle: writing(setAutoTitle),

    runSearch: reading(runSearch),
    findInSession: reading(findInSession),
    findTitles: reading(findTitles),
    warmTitles: () => warm(undefined),
    indexSlice: writing(indexSlice),
    mergeSlice: writing(mergeSlice),
    isSearchSound: guarded((input: CallInput<'isSearchSound'>) => isSearchSound(connection, input)),
    noteSearchSound: writing(noteSearchSound),
    rebuildSearch: () => rebuild(undefined),
    foldLog: () => fold(undefined),

    close: () => close(undefined),
  };
}
