/** A small turning ring; the words beside it say what is going on. */
export function Spinner() {
  return (
    <svg className="spinner-ring" viewBox="0 0 16 16" aria-hidden="true" data-slot="spinner">
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeOpacity="0.25"
        strokeWidth="2"
      />
      <path
        d="M14 8a6 6 0 0 0-6-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
