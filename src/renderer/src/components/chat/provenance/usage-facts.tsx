import { type ReplyUsage, tokensPerSecond } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatCount, formatRate } from '../../../format/numbers.ts';
import { Facts } from './facts.tsx';
import styles from './provenance.module.css';

const words = text.answers.provenance;

/** How long an answer took, and how much it was. */
export function UsageFacts({ usage }: { readonly usage: ReplyUsage }) {
  const rate = tokensPerSecond(usage);
  const milliseconds = (value: number | null) => (value === null ? null : exactDuration(value));
  const count = (value: number | null) => (value === null ? null : formatCount(value));
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{words.numbers}</h3>
      <Facts
        facts={[
          [words.load, milliseconds(usage.loadMs)],
          [words.promptEval, milliseconds(usage.promptEvalMs)],
          [words.eval, milliseconds(usage.evalMs)],
          [words.total, milliseconds(usage.totalMs)],
          [words.firstToken, milliseconds(usage.firstTokenMs)],
          [words.thinking, milliseconds(usage.thinkingMs)],
          [words.promptTokens, count(usage.promptTokens)],
          [words.replyTokens, count(usage.replyTokens)],
          [words.rate, rate === null ? null : text.chat.tokensPerSecond(formatRate(rate))],
          [words.doneReason, usage.doneReason],
        ]}
      />
    </section>
  );
}

/** 412 ms, 3.21 s: here somebody wants to know exactly. */
function exactDuration(ms: number): string {
  return ms < 1_000 ? `${formatCount(ms)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}
