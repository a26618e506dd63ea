import { css, type CSSResultGroup } from 'lit';
import { personPickerStyles } from './person-picker.styles.js';

/** As the picker of people, for a field that holds one thing. */
export const choiceFieldStyles: CSSResultGroup = [
  personPickerStyles,
  css`
    /* As narrow as its place. */
    .field {
      grid-template-columns: minmax(0, 1fr);
    }
    /* As high as a select. */
    .box {
      padding-block: calc(var(--_space) - 1px);
    }
    .option {
      overflow-wrap: anywhere;
    }
    input::placeholder {
      color: var(--_quiet);
      opacity: 1;
    }
  `,
];
