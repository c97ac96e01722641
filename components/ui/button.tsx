import Link from 'next/link';
import type { ButtonHTMLAttributes, ComponentProps, ReactNode } from 'react';
import { type ButtonStyle, buttonClass } from './button-class';
import { cx } from './class-names';

export { type ButtonStyle, buttonClass } from './button-class';

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
