import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';
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

type ButtonProps = ButtonStyle &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    children?: ReactNode;
    ref?: React.Ref<HTMLButtonElement>;
  };

/** A plain button. For sending a form use `SubmitButton`, for going somewhere `ButtonLink`. */
export function Button({ look, size, iconOnly, fullWidth, className, type, ...rest }: ButtonProps) {
  return (
    <button
      type={type ?? 'button'}
      className={cx(buttonClass({ look, size, iconOnly, fullWidth }), className)}
      {...rest}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  look,
  size,
  iconOnly,
  fullWidth,
  className,
  ...rest
}: ButtonStyle & ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      className={cx(buttonClass({ look, size, iconOnly, fullWidth }), className)}
      {...rest}
    />
  );
}
