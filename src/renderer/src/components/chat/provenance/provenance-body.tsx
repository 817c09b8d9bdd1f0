import { Check, Copy } from 'lucide-react';
import type { MessageProvenance } from '#shared/contract/messages.ts';
import type { Message } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { attempt } from '../../../actions/attempt.ts';
import { useCopy } from '../../../hooks/use-copy.ts';
import { Button } from '../../controls/button.tsx';
import { Facts } from './facts.tsx';
import styles from './provenance.module.css';
import { RunAgain } from './run-again.tsx';
import { SentMessages } from './sent-messages.tsx';
import { UsageFacts } from './usage-facts.tsx';

export interface ProvenanceBodyProps {
  readonly message: Message;
  readonly provenance: MessageProvenance;
}

const words = text.answers.provenance;
const shownDigest = 12;

/** All that was kept of how an answer was made. */
export function ProvenanceBody({ message, provenance }: ProvenanceBodyProps) {
  const { digest, installed, options, systemPrompt, remark, continuedAt, picturesLeftOut } = provenance;
  const all = useCopy();
  const hasChanged = digest !== null && installed?.digest != null && installed.digest !== digest;
  const isSame = digest !== null && installed?.digest === digest;
  const sentOptions = Object.entries(options);
  return (
    <div className={styles['body']}>
      {hasChanged && <p className={styles['warning']}>{words.changed}</p>}
      {installed === null && <p className={styles['warning']}>{words.notInstalled}</p>}
      <Facts
        facts={[
          [words.model, provenance.model],
          [words.digest, digest === null ? words.unknown : <Digest key={digest} digest={digest} />],
          [words.quantization, provenance.quantization ?? words.unknown],
          // Of other weights nobody knows it any more.
          [words.size, isSame ? (installed?.parameterSize ?? null) : null],
          [words.ollama, provenance.ollamaVersion ?? words.unknown],
          [words.address, provenance.ollamaAddress],
        ]}
      />
      <RunAgain message={message} provenance={provenance} />
      <section className={styles['section']}>
        <h3 className={styles['heading']}>{words.options}</h3>
        {sentOptions.length === 0 ? (
          <p className={styles['note']}>{words.noOptions}</p>
        ) : (
          <Facts
            facts={sentOptions.map(([name, value]) => [
              name === 'think'
                ? text.parameters.think
                : (Object.entries(text.parameters.names).find(([key]) => key === name)?.[1] ?? name),
              typeof value === 'object' ? value.join(', ') : String(value),
            ])}
          />
        )}
        {provenance.withThinking && <p className={styles['note']}>{words.thinkingSent}</p>}
        {picturesLeftOut > 0 && <p className={styles['note']}>{words.picturesLeftOut(picturesLeftOut)}</p>}
        {continuedAt.length > 0 && (
          <p className={styles['note']}>{words.continuedAt(continuedAt.join(', '))}</p>
        )}
      </section>
      {systemPrompt === '' ? (
        <p className={styles['note']}>{words.noPrompt}</p>
      ) : (
        <details>
          <summary className={styles['heading']}>{words.prompt}</summary>
          <p className={styles['quote']}>{systemPrompt}</p>
        </details>
      )}
      {remark !== null && (
        <section className={styles['section']}>
          <h3 className={styles['heading']}>{words.remark}</h3>
          <p className={styles['quote']}>{remark}</p>
        </section>
      )}
      {message.usage !== null && <UsageFacts usage={message.usage} />}
      <SentMessages sessionId={message.sessionId} sent={provenance.sent} missing={provenance.missing} />
      <Button
        className={styles['copy-all']}
        onClick={() =>
          attempt(() =>
            all.copy(JSON.stringify({ id: message.id, ...provenance, usage: message.usage }, null, 2)),
          )
        }
      >
        {all.state === 'copied' ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
        {all.state === 'copied' ? words.copied : words.copyAll}
      </Button>
    </div>
  );
}

function Digest({ digest }: { readonly digest: string }) {
  const { state, copy } = useCopy();
  return (
    <span className={styles['digest']}>
      <code title={digest}>{digest.slice(0, shownDigest)}</code>
      <Button
        look="quiet"
        aria-label={words.copyDigest}
        title={words.copyDigest}
        onClick={() => attempt(() => copy(digest))}
      >
        {state === 'copied' ? <Check size={13} aria-hidden /> : <Copy size={13} aria-hidden />}
      </Button>
    </span>
  );
}
