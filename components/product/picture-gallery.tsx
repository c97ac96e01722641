/** The product's pictures: the first large, the others reachable by their small ones; no script. */
export function PictureGallery({ fileIds, name }: { fileIds: string[]; name: string }) {
  const at = (id: string, variant: string) => `/api/files/${id}?variant=${variant}`;
  return (
    <div className="gallery">
      <section
        className="gallery__strip"
        aria-label={name}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must be able to scroll it
        tabIndex={0}
      >
        {fileIds.map((id, index) => (
          // biome-ignore lint/performance/noImgElement: files pass their own authorization check
          <img
            key={id}
            id={`picture-${index}`}
            src={at(id, 'display')}
            alt={`${name} ${index + 1}`}
            loading={index === 0 ? 'eager' : 'lazy'}
          />
        ))}
      </section>
      {fileIds.length > 1 && (
        <div className="gallery__thumbs">
          {fileIds.map((id, index) => (
            <a key={id} href={`#picture-${index}`} aria-label={`${name} ${index + 1}`}>
              {/* biome-ignore lint/performance/noImgElement: as above */}
              <img src={at(id, 'thumb')} alt="" loading="lazy" />
            </a>
          ))}
        </div>
      )}
    </div>
  );
}
