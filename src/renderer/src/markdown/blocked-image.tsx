import type { Tokens } from 'marked';
import { openableUrl } from '#shared/openable-url.ts';
import { text } from '#shared/text/index.ts';
import { decodeEntities } from './entities.ts';
import { ExternalLink } from './external-link.tsx';
import styles from './markdown.module.css';

/** Stands for a picture. Loading it would tell its server what is being read here, and when. */
export function BlockedImage({ token }: { readonly token: Tokens.Image }) {
  const url = openableUrl(decodeEntities(token.href));
  const description = decodeEntities(token.text);
  return (
    <span className={styles['image']}>
      <span className={styles['imageNote']}>{text.markdown.imageBlocked}</span>
      {description !== '' && <span>{description}</span>}
      {url !== undefined && <ExternalLink url={url}>{text.markdown.openLink}</ExternalLink>}
    </span>
  );
}
