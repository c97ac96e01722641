/** How many characters of how many; loud when there are too many. */
export function Counter({ length, max }: { length: number; max: number }) {
  return (
    <span className="counter" data-over={length > max || undefined} aria-hidden="true">
      {length}/{max}
    </span>
  );
}
