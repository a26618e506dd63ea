import { css } from 'lit';

export const dotRangeStyles = css`
  .head,
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
    column-gap: calc(6 * var(--_space));
    align-items: center;
  }
  .head {
    align-items: end;
    padding-block-end: calc(2 * var(--_space));
    border-block-end: 1px solid var(--_line);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: calc(1 * var(--_space)) calc(4 * var(--_space));
  }
  .legend li {
    display: flex;
    align-items: center;
    gap: calc(1.5 * var(--_space));
  }
  .key {
    inline-size: 18px;
    block-size: 18px;
  }
  .ends {
    display: flex;
    justify-content: space-between;
    gap: calc(3 * var(--_space));
    line-height: 1.35;
  }
  .ends :last-child {
    text-align: end;
  }
  .rows p {
    max-inline-size: 46ch;
  }
  .rows p span {
    display: block;
  }
  .rows li {
    padding-block: calc(1 * var(--_space));
    border-block-end: 1px solid var(--_line);
    break-inside: avoid;
  }
  .track-box,
  .ends {
    padding-inline: 8px;
  }
  .ends {
    padding-inline: 0;
  }
  @container (max-width: 34rem) {
    .head,
    .rows li {
      grid-template-columns: minmax(0, 1fr);
      row-gap: calc(1 * var(--_space));
    }
    .rows li {
      padding-block-start: calc(3 * var(--_space));
    }
  }
`;
