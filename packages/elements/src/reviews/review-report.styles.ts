import { css } from 'lit';

export const reviewReportStyles = css`
  .whole {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(9 * var(--_space));
    max-inline-size: 60rem;
  }
  .head {
    display: grid;
    gap: calc(2 * var(--_space));
  }
  .head .title {
    font-size: 1.5em;
  }
  .head .title:focus {
    outline: 0;
  }
  .head p {
    max-inline-size: 68ch;
  }
  .button.back {
    justify-self: start;
    padding-inline: 0;
  }
  .back::before {
    content: '←';
  }
  .back:dir(rtl)::before {
    content: '→';
  }
  .foot {
    display: grid;
    gap: calc(3 * var(--_space));
    padding-block-start: calc(5 * var(--_space));
    border-block-start: 1px solid var(--_line);
  }
  .foot p {
    max-inline-size: 68ch;
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(2 * var(--_space));
  }
  code {
    font-size: 0.85em;
  }
  @media print {
    .back,
    .actions {
      display: none;
    }
    .whole {
      max-inline-size: none;
      gap: calc(6 * var(--_space));
    }
    h2,
    h3 {
      break-after: avoid;
    }
  }
`;
