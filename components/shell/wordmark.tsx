/** The house's mark and name; the name comes from the catalogs. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="wordmark inline-flex items-center gap-2 text-[15px] font-semibold tracking-tight text-foreground">
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path d="M7 13.2 16 7l9 6.2v1.6H7z" fill="var(--accent-foreground)" />
        <path
          d="M9.2 17v6.2M14 17v6.2M18.4 17v6.2M22.8 17v6.2M7 26h18"
          stroke="var(--accent-foreground)"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      </svg>
      <span className="wordmark__name">{name}</span>
    </span>
  );
}
