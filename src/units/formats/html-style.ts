/** How the side-by-side page looks: on a screen, on a narrow one (one below the other), in the dark, on paper. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --soft: #555;
  --line: #ccc;
  --doubtful: #fff1d6;
  --only: #eef2f7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --soft: #aaa;
    --line: #444;
    --doubtful: #4a3610;
    --only: #242b35;
  }
}
body {
  max-width: 80rem;
  margin: 0 auto;
  padding: 1rem;
  font: 1rem/1.6 system-ui, sans-serif;
}
h1 { font-size: 1.4rem; }
h2 { font-size: 1.1rem; overflow-wrap: anywhere; }
.legend { font-size: 0.85rem; color: var(--soft); }
table {
  width: 100%;
  table-layout: fixed;
  border-collapse: collapse;
}
th, td {
  padding: 0.4rem 0.6rem;
  border-top: 1px solid var(--line);
  text-align: start;
  vertical-align: top;
}
th:last-child { width: 11rem; }
.zh, .en {
  white-space: pre-wrap;
  overflow-wrap: anywhere;
}
.about {
  font-size: 0.8rem;
  color: var(--soft);
  overflow-wrap: anywhere;
}
.about p { margin: 0 0 0.2rem; }
.note { white-space: pre-wrap; font-style: italic; }
.doubtful td { background: var(--doubtful); }
.only td { background: var(--only); }
.zh:empty::before, .en:empty::before { content: "—"; color: var(--soft); }
@media (max-width: 40rem) {
  table, tbody, tr, td { display: block; }
  thead { display: none; }
  tr { border-top: 1px solid var(--line); }
  td { border: 0; padding: 0.2rem 0.4rem; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .doubtful td, .only td { print-color-adjust: exact; }
  h2 { break-after: avoid; }
}
`;
