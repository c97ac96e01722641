/** Calm on a screen, plain on A4; no font, picture or script from anywhere else. */
export const PAGE_STYLE = `
@page { size: A4; margin: 16mm 14mm; }
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 960px; padding: 32px 24px; color: #1d2129; background: #fff;
  font: 14px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 22px; line-height: 1.4; margin: 0 0 4px; }
h2 { font-size: 16px; margin: 28px 0 8px; break-after: avoid; }
h3 { font-size: 14px; margin: 16px 0 4px; break-after: avoid; }
p { margin: 4px 0; }
.quiet { color: #646b78; font-size: 12px; }
.said { white-space: pre-line; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(260px, 1fr)); gap: 4px 24px; margin: 16px 0 0; }
dl div { display: flex; gap: 12px; }
dt { color: #646b78; min-width: 72px; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 6px 10px 6px 0; border-bottom: 1px solid #e3e6eb; }
th { color: #646b78; font-weight: 500; font-size: 12px; white-space: nowrap; }
td:nth-child(2) { white-space: nowrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
ul { margin: 4px 0; padding-left: 18px; }
code { font: 11px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: #1456b8; }
@media screen and (max-width: 640px) {
  thead { display: none; }
  tr { display: block; padding: 8px 0; border-bottom: 1px solid #e3e6eb; }
  td { display: block; padding: 0; border: 0; overflow-wrap: anywhere; }
}
@media print { body { max-width: none; padding: 0; font-size: 11px; } a { color: inherit; } }
`;
