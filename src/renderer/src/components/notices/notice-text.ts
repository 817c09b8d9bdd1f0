import type { StartNotice } from '#shared/contract/app.ts';
import type { ErrorText } from '#shared/text/en-errors.ts';
import { describeError, text } from '#shared/text/index.ts';
import type { NoticeContent } from '../../stores/window/notices-store.ts';
import { doneText } from './done-text.ts';

/** What a notice says; `todo` may be empty. */
export function noticeText(content: NoticeContent): ErrorText {
  switch (content.kind) {
    case 'done':
      return { what: doneText(content.done.step), todo: '' };
    case 'nothing-to-undo':
      return { what: text.library.done.gone, todo: '' };
    case 'exported':
      return {
        what: text.notices.exported(content.path),
        todo: content.leftOut === undefined ? '' : text.transfer.leftOut(content.leftOut),
      };
    case 'working':
      return { what: text.transfer.working[content.work], todo: '' };
    case 'told':
      return { what: content.sentence, todo: '' };
    case 'copied':
      return { what: text.notices.copied, todo: '' };
    case 'copy-failed':
      return text.notices.copyFailed;
    case 'start':
      return startText(content.notice);
    case 'error':
    case 'problem':
      return describeError(content.error);
  }
}

export function isWarning({ kind }: NoticeContent): boolean {
  return kind === 'error' || kind === 'problem' || kind === 'copy-failed' || kind === 'start';
}

function startText(notice: StartNotice): ErrorText {
  switch (notice.kind) {
    case 'settings-set-aside':
      return text.notices.settingsSetAside(notice.path, notice.problem);
    case 'answers-interrupted':
      return { what: text.notices.answersInterrupted(notice.count), todo: '' };
  }
}
