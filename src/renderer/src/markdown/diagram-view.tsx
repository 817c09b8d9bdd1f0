import { useEffect, useState } from 'react';
import { text } from '#shared/text/index.ts';
import type { DrawnDiagram } from './diagram-engine.ts';
import styles from './diagram-view.module.css';
import { ScrollRegion } from './scroll-region.tsx';
import { useDiagram } from './use-diagram.ts';

/** A Mermaid diagram as a picture; when it cannot be drawn, the reason and the source. */
export function DiagramView({ source, isHidden }: { readonly source: string; readonly isHidden: boolean }) {
  const diagram = useDiagram(source);
  if (isHidden) return null;
  switch (diagram.status) {
    case 'drawing':
      return <p className={styles['note']}>{text.markdown.diagramDrawing}</p>;
    case 'failed':
      return (
        <div className={styles['failed']}>
          <p>{text.markdown.diagramFailed}</p>
          <pre>{source}</pre>
          <p className={styles['reason']}>{diagram.reason}</p>
        </div>
      );
    case 'drawn':
      return <Picture picture={diagram.picture} source={source} />;
  }
}

function Picture({ picture, source }: { readonly picture: DrawnDiagram; readonly source: string }) {
  const url = useObjectUrl(picture.svg);
  return (
    <ScrollRegion className={styles['scroller']} label={text.markdown.diagramRegion}>
      {url !== undefined && <img src={url} width={picture.width} height={picture.height} alt={source} />}
    </ScrollRegion>
  );
}

function useObjectUrl(svg: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const created = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(created);
    return () => URL.revokeObjectURL(created);
  }, [svg]);
  return url;
}
