import { css, html } from 'lit';

/** The place of rows that come: each a picture and two lines beside it. With `rowSkeletonStyles`. */
export const rowSkeletons = [1, 2, 3].map(
  () =>
    html`<div class="shape">
      <div class="skeleton"></div>
      <div class="skeleton"></div>
      <div class="skeleton"></div>
    </div>`,
);

export const rowSkeletonStyles = css`
  .shape {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    align-items: center;
    gap: 0 calc(3 * var(--_space));
  }
  .shape > :first-child {
    grid-row: span 2;
    block-size: 40px;
    border-radius: 50%;
  }
  .shape .skeleton:nth-child(2) {
    inline-size: 40%;
  }
  .shape .skeleton:nth-child(3) {
    inline-size: 65%;
  }
`;
