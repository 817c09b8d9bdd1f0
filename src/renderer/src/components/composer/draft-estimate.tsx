import type { SessionId } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { isCommandLine } from '../../commands/slash/command-line.ts';
import { formatCount } from '../../format/numbers.ts';
import { tokensToSend } from '../../stores/chat/draft-files.ts';
import { useDraftFiles } from '../attachments/use-draft-files.ts';
import { usePictureAudience } from '../attachments/use-picture-audience.ts';
import styles from './composer.module.css';
import { useTokenEstimate } from './use-token-estimate.ts';

export interface DraftEstimateProps {
  readonly sessionId: SessionId;
  readonly draft: string;
}

/** How many tokens the draft and those of its attachments that are sent will be, about. */
export function DraftEstimate({ sessionId, draft }: DraftEstimateProps) {
  const { attachments } = useDraftFiles(sessionId);
  const { isSomebody } = usePictureAudience(sessionId);
  const tokens = useTokenEstimate(draft) + tokensToSend(attachments, isSomebody);
  // A command is sent to nobody.
  if (tokens === 0 || isCommandLine(draft)) return null;
  return (
    <span className={styles['estimate']} title={text.writing.tokensExplained}>
      {text.writing.tokens(tokens, formatCount(tokens))}
    </span>
  );
}
