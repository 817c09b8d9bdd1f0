import type { LoadedModel, OllamaStatus } from '#shared/domain.ts';
import { text } from '#shared/text/index.ts';
import { formatBytes, formatCount, formatShare } from '../../format/numbers.ts';
import { formatCountdown } from '../../format/time.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useChatStore } from '../../stores/chat/chat-store.ts';
import { useModelsStore } from '../../stores/window/models-store.ts';
import { classNames } from '../controls/class-names.ts';
import styles from './status-strip.module.css';

/** The truth about Ollama, in one line. */
export function StatusStrip() {
  const status = useModelsStore((store) => store.status);
  return (
    <section className={styles['strip']} aria-label={text.strip.label}>
      {status === null || status.state === 'checking' ? (
        <span>{text.strip.checking}</span>
      ) : status.state === 'unreachable' ? (
        <Unreachable status={status} />
      ) : (
        <Reachable status={status} />
      )}
    </section>
  );
}

function Unreachable({ status }: { readonly status: Extract<OllamaStatus, { state: 'unreachable' }> }) {
  return (
    <>
      <span className={classNames(styles['dot'], styles['away'])} aria-hidden />
      <span>
        {status.address === ''
          ? text.strip.unreachableNoAddress
          : text.strip.unreachable(hostOf(status.address))}
      </span>
    </>
  );
}

function Reachable({ status }: { readonly status: Extract<OllamaStatus, { state: 'reachable' }> }) {
  const { isDemo, loaded, version, address } = status;
  const own = useChatStore(({ conversations, openSessionId }) =>
    openSessionId === null ? null : (conversations[openSessionId]?.session.model ?? null),
  );
  // Of several, the one of the session that is shown.
  const first = loaded.find(({ name }) => name === own) ?? loaded[0];
  return (
    <>
      <span className={classNames(styles['dot'], isDemo && styles['demo'])} aria-hidden />
      {isDemo && <span className={styles['demoText']}>{text.demo.strip}</span>}
      {first === undefined ? (
        !isDemo && <span>{text.strip.nothingLoaded}</span>
      ) : (
        <Loaded model={first} others={loaded.length - 1} />
      )}
      <span className={styles['space']} />
      {!isDemo && <span className={styles['address']}>{text.strip.at(version, hostOf(address))}</span>}
    </>
  );
}

function Loaded({ model, others }: { readonly model: LoadedModel; readonly others: number }) {
  const { name, sizeBytes, vramBytes, contextLength, expiresAt } = model;
  return (
    <>
      <span className={styles['name']}>
        <b>{name}</b> {text.strip.loaded}
        {others > 0 && ` ${text.strip.moreLoaded(others)}`}
      </span>
      {sizeBytes > 0 && (
        <span className={styles['number']}>
          {formatBytes(sizeBytes)} ·{' '}
          {vramBytes > 0 ? text.strip.gpuShare(formatShare(vramBytes / sizeBytes)) : text.strip.onCpu}
        </span>
      )}
      {contextLength !== null && (
        <span className={styles['number']}>{text.strip.window(formatCount(contextLength))}</span>
      )}
      {expiresAt === 'never' && <span className={styles['number']}>{text.strip.staysForEver}</span>}
      {typeof expiresAt === 'number' && <TimeLeft until={expiresAt} />}
    </>
  );
}

function TimeLeft({ until }: { readonly until: number }) {
  const left = until - useNow(1_000);
  return (
    <span className={styles['number']}>
      {left <= 0 ? text.strip.unloading : text.strip.stays(formatCountdown(left))}
    </span>
  );
}

function hostOf(address: string): string {
  return address.replace(/^http:\/\//, '');
}
