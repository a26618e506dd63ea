import { css, html, type TemplateResult } from 'lit';

/** A table that says in numbers what a picture beside it shows. */
export interface PictureTable {
  /** What it is about, for those who hear it. */
  caption: string;
  columns: readonly string[];
  /** The first cell of a row names it. */
  rows: readonly (readonly unknown[])[];
}

/** The numbers of a picture as a table, behind one line that opens it. */
export function asTable(label: string, { caption, columns, rows }: PictureTable): TemplateResult {
  const [name = '', ...others] = columns;
  return html`<details>
    <summary class="quiet small">${label}</summary>
    <div class="scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption class="visually-hidden">
          ${caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">${name}</th>
            ${others.map((column) => html`<th scope="col" class="number">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...cells]) =>
              html`<tr>
                <th scope="row">${first}</th>
                ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The line and the table. */
export const tableStyles = css`
  details {
    margin-block-start: calc(2 * var(--_space));
  }
  summary {
    inline-size: fit-content;
    border-radius: 4px;
    cursor: pointer;
  }
  .scroll {
    overflow: auto;
    max-block-size: 20rem;
    margin-block-start: calc(2 * var(--_space));
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9em;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: calc(1.5 * var(--_space)) calc(2 * var(--_space));
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_quiet);
  }
  th:first-child {
    padding-inline-start: 0;
  }
  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }
  .number {
    text-align: end;
  }
`;
