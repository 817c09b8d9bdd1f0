import styles from './colour-dot.module.css';
import { projectColour } from './project-colour.ts';

/** The colour of a project or a tag; its name stands beside it. */
export function ColourDot({ colour }: { readonly colour: number }) {
  return <span className={styles['dot']} style={{ background: projectColour({ colour }) }} aria-hidden />;
}
