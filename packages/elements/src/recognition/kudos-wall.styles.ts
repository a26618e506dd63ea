import { css } from 'lit';

export const kudosWallStyles = css`
  guild-kudos-filters {
    margin-block-end: calc(0.5 * var(--_space));
  }
  .news {
    display: flex;
    justify-content: center;
    position: sticky;
    inset-block-start: calc(var(--guild-sticky-top, 0px) + 2 * var(--_space));
    z-index: 1;
    block-size: 0;
  }
  .news > .button {
    flex: none;
    border-radius: 999px;
    box-shadow: var(--_shadow);
  }
  .feed,
  .end {
    overflow-anchor: none;
  }
  kudos-card {
    padding-block: 22px;
    scroll-margin-block: calc(var(--guild-sticky-top, 0px) + 2 * var(--_space)) calc(2 * var(--_space));
  }
  kudos-card::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    border-block-end: 1px solid var(--_line);
  }
  .page:last-child > kudos-card:last-child::after {
    content: none;
  }
  kudos-card:focus-visible {
    border-radius: min(8px, var(--_radius));
  }
  .end {
    min-block-size: 1px;
  }
  .end:focus,
  .news:focus {
    outline: none;
  }

  /* Cards that are not there yet, drawn so that fast scrolling never shows nothing. */
  .gap,
  .ghosts {
    --_tint: color-mix(in oklab, var(--_text) 8%, var(--_raised));
    background:
      radial-gradient(circle at 20px 42px, var(--_tint) 20px, transparent 20.5px) 0 0 / 54px 168px,
      linear-gradient(transparent 30px, var(--_tint) 0 44px, transparent 0) 54px 0 / 34% 168px,
      linear-gradient(transparent 66px, var(--_tint) 0 84px, transparent 0) 54px 0 / calc(96% - 54px) 168px,
      linear-gradient(transparent 94px, var(--_tint) 0 112px, transparent 0) 54px 0 / 62% 168px;
    background-repeat: repeat-y;
  }
  :host(:dir(rtl)) :is(.gap, .ghosts) {
    transform: scaleX(-1);
  }
  .ghosts {
    min-block-size: 504px;
    opacity: 0;
    animation: appear 120ms ease-out 150ms forwards;
  }
  .more .ghosts {
    min-block-size: 168px;
  }
  @media (forced-colors: active) {
    .news > .button {
      border-color: CanvasText;
    }
  }
  @media print {
    guild-kudos-filters,
    .news,
    .end {
      display: none;
    }
  }
`;
