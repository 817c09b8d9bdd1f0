import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one thing to do here. plain: another one. quiet: text that can be pressed. */
  readonly look?: 'primary' | 'plain' | 'quiet';
}

export function Button({ look = 'plain', className, ...props }: ButtonProps) {
  return (
    <button type="button" {...props} className={classNames(styles['button'], styles[look], className)} />
  );
}
