/** "I have read and agree to" and the agreement, which opens beside the form. */
export function AgreementTick({
  words,
  title,
  href,
}: {
  words: string;
  title: string;
  href: string | undefined;
}) {
  return (
    <span>
      {words}{' '}
      {href ? (
        <a className="link" href={href} target="_blank" rel="noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </span>
  );
}
