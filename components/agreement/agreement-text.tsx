/** The text of an agreement: paragraphs, and headings on lines that begin with `##`. Nothing in it is markup. */
export function AgreementText({ body }: { body: string }) {
  const blocks = body.split(/\n\s*\n/).map((text, index) => ({ id: index, text: text.trim() }));
  return (
    <div className="prose">
      {blocks.map(({ id, text }) =>
        text.startsWith('## ') ? (
          <h2 key={id}>{text.slice(3)}</h2>
        ) : (
          <p key={id} className="whitespace-pre-wrap">
            {text}
          </p>
        ),
      )}
    </div>
  );
}
