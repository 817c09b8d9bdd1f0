import { selectBranch } from './branches-repository.ts';
import { closeConnection } from './database.ts';
import { saveDraft } from './drafts-repository.ts';
import { exportSession } from './export-repository.ts';
import type { Database } from './interface.ts';
import { getMessage, listBranch, listOlderMessages, openSession } from './messages-repository.ts';
import {
  createProject,
  listProjects,
  renameProject,
  restoreProject,
  trashProject,
} from './projects-repository.ts';
import { saveProvenance } from './provenance-repository.ts';
import { appendReplyText, finishReply, interruptStreamingReplies } from './replies-repository.ts';
import {
  createSession,
  findEmptySession,
  getSession,
  listSessions,
  restoreSession,
  trashSession,
  updateSession,
} from './sessions-repository.ts';
import { toDatabaseError } from './sqlite-errors.ts';
import type { Connection } from './statements.ts';
import { insertReply, insertTurn } from './turns-repository.ts';

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
  const close = guarded<undefined, void>(() => closeConnection(connection));

  return {
    createProject: writing(createProject),
    listProjects: () => listAllProjects(undefined),
    renameProject: writing(renameProject),
    trashProject: writing(trashProject),
    restoreProject: writing(restoreProject),

    createSession: writing(createSession),
    findEmptySession: reading(findEmptySession),
    listSessions: reading(listSessions),
    getSession: reading(getSession),
    updateSession: writing(updateSession),
    trashSession: writing(trashSession),
    restoreSession: writing(restoreSession),

    openSession: reading(openSession),
    listOlderMessages: reading(listOlderMessages),
    getMessage: reading(getMessage),
    selectBranch: writing(selectBranch),
    saveDraft: writing(saveDraft),

    insertTurn: writing(insertTurn),
    insertReply: writing(insertReply),
    listBranch: reading(listBranch),
    saveProvenance: writing(saveProvenance),
    appendReplyText: writing(appendReplyText),
    finishReply: writing(finishReply),
    interruptStreamingReplies: writing(interruptStreamingReplies),

    exportSession: reading(exportSession),
    close: () => close(undefined),
  };
}
