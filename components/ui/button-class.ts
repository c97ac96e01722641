import { cx } from './class-names';

export type ButtonLook = 'primary' | 'secondary' | 'outline' | 'ghost' | 'danger' | 'danger-soft';
export type ButtonSize = 'sm' | 'md' | 'lg';

export type ButtonStyle = {
  /** One `primary` per page or dialog; `outline` is the everyday one. */
  look?: ButtonLook;
  size?: ButtonSize;
  iconOnly?: boolean;
  fullWidth?: boolean;
};

/** HeroUI's button classes for any element. */
export function buttonClass({
  look = 'outline',
  size = 'md',
  iconOnly,
  fullWidth,
}: ButtonStyle = {}): string {
  return cx(
    'button',
    `button--${look}`,
    size !== 'md' && `button--${size}`,
    iconOnly && 'button--icon-only',
    fullWidth && 'button--full-width',
  );
}
